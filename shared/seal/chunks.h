#pragma once
// STREAM: the chunks of an age payload (C2SP age.md), one at a time and in place. For whoever has
// whole chunks in a buffer; sealer.h and opener.h cut a stream into chunks by themselves.

#include "shared/codec/secret.h"
#include "shared/result.h"

namespace motcua::seal {

constexpr std::size_t chunk_size = 64u << 10;
constexpr std::size_t tag_size = 16;
constexpr std::size_t sealed_chunk_size = chunk_size + tag_size;

/// Bytes of all chunks of a plaintext.
constexpr std::uint64_t sealed_payload_size(std::uint64_t plain) {
  const std::uint64_t chunks = plain == 0 ? 1 : (plain + chunk_size - 1) / chunk_size;
  return plain + chunks * tag_size;
}

class ChunkSealer {
 public:
  explicit ChunkSealer(codec::Secret<32> payload_key) : key_(std::move(payload_key)) {}

  /// Encrypts `plain` to `out`, which has plain.size() + tag_size bytes and may start at the same
  /// place. Every chunk is chunk_size long but the last, which is empty only when it is the first.
  /// Code::usage when these rules are broken or the last chunk has been sealed already.
  Status seal(ByteView plain, std::span<std::uint8_t> out, bool last);

 private:
  codec::Secret<32> key_;
  std::uint64_t count_ = 0;
  bool done_ = false;
};

class ChunkOpener {
 public:
  explicit ChunkOpener(codec::Secret<32> payload_key) : key_(std::move(payload_key)) {}

  /// Decrypts `sealed` (plaintext and tag) to `out`, which has sealed.size() - tag_size bytes and
  /// may start at the same place. Code::payload when it is not the next chunk as it was sealed;
  /// `out` is then zeroed.
  Status open(ByteView sealed, std::span<std::uint8_t> out, bool last);

 private:
  codec::Secret<32> key_;
  std::uint64_t count_ = 0;
  bool done_ = false;
};

}  // namespace motcua::seal
