// Every text form of a key or signature: what is accepted is written again as it was.
#include <cstdlib>

#include "shared/codec/bech32.h"
#include "shared/seal/identity.h"
#include "shared/sign/minisign_secret.h"
#include "shared/sign/note.h"

using namespace motcua;

namespace {

void same(std::string_view a, std::string_view b) {
  if (a != b) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto key = seal::parse_recipient(text)) same(key->text(), text);
  if (const auto key = seal::parse_identity(text)) same(key->text().view(), text);
  if (const auto key = sign::parse_vkey(text)) same(sign::vkey_text(*key), text);
  if (const auto key = sign::parse_signer(text)) same(sign::signer_text(*key).view(), text);
  if (const auto note = sign::parse_note(text)) same(sign::note_text(*note), text);
  if (const auto words = codec::bech32_decode(text)) {
    // Capitals without a letter in the prefix are the one thing that is not kept.
    const auto again = codec::bech32_encode(words->prefix, words->data).value();
    if (again.size() != text.size()) std::abort();
  }
  (void)seal::parse_identity_file(text);
  (void)seal::parse_recipients_file(text);
  (void)sign::parse_public_key(text);
  (void)sign::parse_secret_key_file(text);
  if (const auto signature = sign::parse_signature(text)) {
    const auto again = sign::parse_signature(sign::signature_text(*signature));
    if (!again || again->trusted_comment != signature->trusted_comment) std::abort();
  }
  return 0;
}
