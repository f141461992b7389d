#pragma once
// Streaming hashes. "Hash" without another word means BLAKE2b-256 in motcua (`b2sum -l 256`);
// minisign wants BLAKE2b-512 and the log SHA-256. All are unkeyed.

#include <sodium/crypto_generichash_blake2b.h>
#include <sodium/crypto_hash_sha256.h>

#include "shared/codec/bytes.h"

namespace motcua::codec {

/// update() any number of times, then finish() once.
template <std::size_t N>
class Blake2b {
 public:
  Blake2b();
  void update(ByteView bytes);
  ByteArray<N> finish();

 private:
  crypto_generichash_blake2b_state state_;
};
extern template class Blake2b<32>;
extern template class Blake2b<64>;
using Blake2b256 = Blake2b<32>;
using Blake2b512 = Blake2b<64>;

class Sha256 {
 public:
  Sha256();
  void update(ByteView bytes);
  ByteArray<32> finish();

 private:
  crypto_hash_sha256_state state_;
};

ByteArray<32> blake2b_256(ByteView bytes);
ByteArray<64> blake2b_512(ByteView bytes);
ByteArray<32> sha256(ByteView bytes);

}  // namespace motcua::codec
