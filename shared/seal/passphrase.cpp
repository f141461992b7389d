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
                                                 const Wrapped& wrapped) {
  if (wrapped.kind != Kind::passphrase) return std::optional<FileKey>{};
  const auto under = stretch(passphrase, wrapped.share, wrapped.work_factor);
  if (!under) return under.error();
  return unwrap_key(wrapped.body, under.value());
}

}  // namespace motcua::seal
