// The parts of sealing alone, for the benchmark: age's chunks, and BLAKE2b-256.

#include <cstdint>
#include <optional>
#include <span>

#include "shared/abi/platform.h"
#include "shared/codec/hash.h"
#include "shared/motcua.h"
#include "shared/seal/chunks.h"

namespace {

using namespace motcua;
struct Bench {
  alignas(16) std::uint8_t input[seal::sealed_chunk_size];
  alignas(16) std::uint8_t output[seal::sealed_chunk_size];
  std::optional<seal::ChunkSealer> sealer;
  std::optional<seal::ChunkOpener> opener;
  codec::Blake2b256 hash;
};

Bench bench;

codec::Secret<32> key() {
  codec::Secret<32> key;
  for (std::size_t i = 0; i < 32; ++i) key.bytes()[i] = static_cast<std::uint8_t>(i);
  return key;
}

}  // namespace

extern "C" {

MOTCUA_API std::uint8_t* bench_input() { return bench.input; }
MOTCUA_API std::uint8_t* bench_output() { return bench.output; }

/// 0 = ready. Without it the library would stay with its slowest code.
MOTCUA_API int bench_start() {
  if (!abi::make_ready()) return -1;
  bench.sealer.emplace(key());
  bench.opener.emplace(key());
  return 0;
}

/// Seals a chunk from the input to the output, or opens one; -> bytes made, -1 on failure.
MOTCUA_API int bench_seal() {
  const ByteView plain(bench.input, seal::chunk_size);
  return bench.sealer->seal(plain, bench.output, false) ? seal::sealed_chunk_size : -1;
}
MOTCUA_API int bench_open() {
  const std::span<std::uint8_t> out(bench.output, seal::chunk_size);
  return bench.opener->open(bench.input, out, false) ? seal::chunk_size : -1;
}
/// Hashes a chunk of the input; the sum is never asked for.
MOTCUA_API int bench_hash() {
  bench.hash.update(ByteView(bench.input, seal::chunk_size));
  return seal::chunk_size;
}
}
