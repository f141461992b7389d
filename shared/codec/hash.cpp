#include "shared/codec/hash.h"

namespace motcua::codec {

template <std::size_t N>
Blake2b<N>::Blake2b() {
  crypto_generichash_blake2b_init(&state_, nullptr, 0, N);
}

template <std::size_t N>
void Blake2b<N>::update(ByteView bytes) {
  crypto_generichash_blake2b_update(&state_, bytes.data(), bytes.size());
}

template <std::size_t N>
ByteArray<N> Blake2b<N>::finish() {
  ByteArray<N> out;
  crypto_generichash_blake2b_final(&state_, out.data(), N);
  return out;
}

template class Blake2b<32>;
template class Blake2b<64>;

Sha256::Sha256() { crypto_hash_sha256_init(&state_); }

void Sha256::update(ByteView bytes) {
  crypto_hash_sha256_update(&state_, bytes.data(), bytes.size());
}

ByteArray<32> Sha256::finish() {
  ByteArray<32> out;
  crypto_hash_sha256_final(&state_, out.data());
  return out;
}

ByteArray<32> blake2b_256(ByteView bytes) {
  Blake2b256 hash;
  hash.update(bytes);
  return hash.finish();
}

ByteArray<64> blake2b_512(ByteView bytes) {
  Blake2b512 hash;
  hash.update(bytes);
  return hash.finish();
}

ByteArray<32> sha256(ByteView bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

}  // namespace motcua::codec
