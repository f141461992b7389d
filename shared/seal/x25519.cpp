#include "shared/seal/x25519.h"

#include <sodium/crypto_scalarmult_curve25519.h>

#include "shared/codec/base64.h"
#include "shared/codec/hkdf.h"

namespace motcua::seal {
namespace {

codec::Secret<32> wrapping_key(const codec::Secret<32>& shared, ByteView share,
                               ByteView recipient) {
  Bytes salt(share.begin(), share.end());
  salt.insert(salt.end(), recipient.begin(), recipient.end());
  return codec::hkdf_secret<32>(shared.bytes(), salt, "age-encryption.org/v1/X25519");
}

}  // namespace

Bytes x25519_public(const codec::Secret<32>& scalar) {
  Bytes key(x25519_public_size);
  crypto_scalarmult_curve25519_base(key.data(), scalar.data());
  return key;
}

Result<Stanza> x25519_wrap(ByteView recipient, const FileKey& key, Random& random) {
  codec::Secret<32> ephemeral;
  if (auto status = random.fill(ephemeral.bytes()); !status) return status.error();
  const Bytes share = x25519_public(ephemeral);
  codec::Secret<32> shared;
  if (crypto_scalarmult_curve25519(shared.data(), ephemeral.data(), recipient.data()) != 0) {
    return fail(Code::invalid, "a recipient's key is not a usable key", "ask for it again");
  }
  return Stanza{std::string(stanza_type(Kind::x25519)),
                {codec::base64_raw_encode(share)},
                wrap_key(key, wrapping_key(shared, share, recipient))};
}

Result<std::optional<FileKey>> x25519_unwrap(const codec::Secret<32>& scalar,
                                             const Wrapped& wrapped) {
  codec::Secret<32> shared;
  if (crypto_scalarmult_curve25519(shared.data(), scalar.data(), wrapped.share.data()) != 0) {
    return fail(Code::header, "the X25519 stanza of the age header has a share of low order");
  }
  return unwrap_key(wrapped.body, wrapping_key(shared, wrapped.share, x25519_public(scalar)));
}

}  // namespace motcua::seal
