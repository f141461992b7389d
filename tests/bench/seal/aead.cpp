// The cipher alone, for the benchmark: age's chunks without hashing, tar or files.

#include <cstdint>
#include <optional>
#include <span>

#include "shared/motcua.h"
#include "shared/seal/chunks.h"

namespace {

using namespace motcua;
constexpr std::size_t kPiece = 1u << 20;
constexpr std::size_t kChunks = kPiece / seal::chunk_size;

struct Bench {
  alignas(16) std::uint8_t input[kChunks * seal::sealed_chunk_size];
  alignas(16) std::uint8_t output[kChunks * seal::sealed_chunk_size];
  std::optional<seal::ChunkSealer> sealer;
  std::optional<seal::ChunkOpener> opener;
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

MOTCUA_API void bench_start() {
  bench.sealer.emplace(key());
  bench.opener.emplace(key());
}

/// Seals up to 1 MiB of the input, a multiple of 64 KiB; -> bytes in the output, -1 on failure.
MOTCUA_API int bench_seal(std::size_t size) {
  std::size_t made = 0;
  for (std::size_t at = 0; at < size; at += seal::chunk_size) {
    const ByteView plain(bench.input + at, seal::chunk_size);
    if (!bench.sealer->seal(plain, {bench.output + made, seal::sealed_chunk_size}, false)) return -1;
    made += seal::sealed_chunk_size;
  }
  return static_cast<int>(made);
}

/// Opens `size` bytes of the input, whole sealed chunks, into the output.
MOTCUA_API int bench_open(std::size_t size) {
  std::size_t made = 0;
  for (std::size_t at = 0; at < size; at += seal::sealed_chunk_size) {
    const ByteView sealed(bench.input + at, seal::sealed_chunk_size);
    if (!bench.opener->open(sealed, {bench.output + made, seal::chunk_size}, false)) return -1;
    made += seal::chunk_size;
  }
  return static_cast<int>(made);
}
}
