#include "shared/seal/passphrase.h"

#include <sodium/crypto_pwhash_scryptsalsa208sha256.h>

#include "shared/codec/base64.h"

namespace motcua::seal {
namespace {

Result<codec::Secret<32>> stretch(std::string_view passphrase, ByteView salt, int work_factor) {
  std::string salted = "age-encryption.org/v1/scrypt";
  salted.append(text_of(salt));
  codec::Secret<32> key;
  const auto password = bytes_of(passphrase);
  if (crypto_pwhash_scryptsalsa208sha256_ll(
          password.data(), password.size(), bytes_of(salted).data(), salted.size(),
          std::uint64_t{1} << work_factor, 8, 1, key.data(), key.size()) != 0) {
    return fail(Code::other, "there is not enough memory to try this passphrase",
                "close other programs and try again");
  }
  return key;
}

}  // namespace

Result<Stanza> wrap_passphrase(std::string_view passphrase, const FileKey& key, Random& random,
                               int work_factor) {
  if (passphrase.empty()) return fail(Code::usage, "the passphrase is empty");
  ByteArray<16> salt;
  if (auto status = random.fill(salt); !status) return status.error();
  const auto under = stretch(passphrase, salt, work_factor);
  if (!under) return under.error();
  return Stanza{std::string(stanza_type(Kind::passphrase)),
                {codec::base64_raw_encode(salt), std::to_string(work_factor)},
                wrap_key(key, under.value())};
}

Result<std::optional<FileKey>> unwrap_passphrase(std::string_view passphrase,
                                                 const Wrapped& wrapped, int most) {
  if (wrapped.kind != Kind::passphrase) return std::optional<FileKey>{};
  if (wrapped.work_factor > most) {
    return fail(Code::refused, "this passphrase asks for more memory than there is here",
                "open this on a computer, with motcua or age");
  }
  const auto under = stretch(passphrase, wrapped.share, wrapped.work_factor);
  if (!under) return under.error();
  return unwrap_key(wrapped.body, under.value());
}

Result<codec::SecretText> new_passphrase(Random& random) {
  // Letters and digits of Bech32: none that is taken for another.
  constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  constexpr std::size_t letters = 26;
  codec::Secret<letters> bytes;
  if (auto status = random.fill(bytes.bytes()); !status) return status.error();
  std::string text;
  text.reserve(letters + letters / 4);
  for (std::size_t i = 0; i < letters; ++i) {
    if (i > 0 && i % 4 == 0 && i + 2 < letters) text += '-';
    text += alphabet[bytes.data()[i] % alphabet.size()];
  }
  return codec::SecretText(std::move(text));
}

}  // namespace motcua::seal
