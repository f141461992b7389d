#include "shared/seal/hybrid.h"

#include <sodium/crypto_aead_chacha20poly1305.h>
#include <sodium/crypto_kem_xwing.h>

#include "shared/codec/base64.h"
#include "shared/seal/hpke.h"

namespace motcua::seal {
namespace {

constexpr std::string_view info = "age-encryption.org/mlkem768x25519";

static_assert(crypto_kem_xwing_PUBLICKEYBYTES == hybrid_public_size);
static_assert(crypto_kem_xwing_SEEDBYTES == 32 && crypto_kem_xwing_SECRETKEYBYTES == 32);

}  // namespace

Bytes hybrid_public(const codec::Secret<32>& seed) {
  Bytes key(hybrid_public_size);
  codec::Secret<32> expanded;
  crypto_kem_xwing_seed_keypair(key.data(), expanded.data(), seed.data());
  return key;
}

Result<Stanza> hybrid_wrap(ByteView recipient, const FileKey& key, Random& random) {
  codec::Secret<64> seed;
  if (auto status = random.fill(seed.bytes()); !status) return status.error();
  ByteArray<crypto_kem_xwing_CIPHERTEXTBYTES> share;
  codec::Secret<32> shared;
  if (crypto_kem_xwing_enc_deterministic(share.data(), shared.data(), recipient.data(),
                                         seed.data()) != 0) {
    return fail(Code::invalid, "a recipient's key is not a usable key", "ask for it again");
  }
  const HpkeContext context = hpke_base(shared, info);
  Stanza stanza{std::string(stanza_type(Kind::hybrid)), {codec::base64_raw_encode(share)}, {}};
  stanza.body.resize(key.size() + crypto_aead_chacha20poly1305_ietf_ABYTES);
  crypto_aead_chacha20poly1305_ietf_encrypt(stanza.body.data(), nullptr, key.data(), key.size(),
                                            nullptr, 0, nullptr, context.nonce.data(),
                                            context.key.data());
  return stanza;
}

Result<std::optional<FileKey>> hybrid_unwrap(const codec::Secret<32>& seed,
                                             const Wrapped& wrapped) {
  codec::Secret<32> shared;
  if (crypto_kem_xwing_dec(shared.data(), wrapped.share.data(), seed.data()) != 0) {
    return fail(Code::header, "the mlkem768x25519 stanza of the age header has a degenerate share");
  }
  const HpkeContext context = hpke_base(shared, info);
  FileKey key;
  if (crypto_aead_chacha20poly1305_ietf_decrypt(key.data(), nullptr, nullptr, wrapped.body.data(),
                                                wrapped.body.size(), nullptr, 0,
                                                context.nonce.data(), context.key.data()) != 0) {
    return std::optional<FileKey>{};
  }
  return std::optional<FileKey>(std::move(key));
}

}  // namespace motcua::seal
