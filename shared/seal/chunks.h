#pragma once
// STREAM: the chunks of an age payload (C2SP age.md), one at a time and in place. For whoever has
// whole chunks in a buffer; sealer.h and opener.h cut a stream into chunks by themselves, and
// part_opener.h opens a part of a payload.

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

/// The plaintext whose chunks have this many bytes in all. Code::payload when none has.
Result<std::uint64_t> plain_payload_size(std::uint64_t sealed);

using PayloadKey = codec::Secret<32>;

/// Chunks are independent of each other: any of them can be sealed or opened alone, by its number
/// (from 0) and whether it is the last. Every chunk is chunk_size long but the last, which is empty
/// only when it is the first.

/// Encrypts `plain` to `out`, which has plain.size() + tag_size bytes and may start at the same
/// place. Never seal two different plaintexts as one chunk. Code::usage for a size that can not
/// stand there.
Status seal_chunk(const PayloadKey& key, std::uint64_t number, bool last, ByteView plain,
                  std::span<std::uint8_t> out);

/// Decrypts `sealed` (plaintext and tag) to `out`, which has sealed.size() - tag_size bytes and may
/// start at the same place. Code::payload when it is not this chunk as it was sealed; `out` is then
/// zeroed.
Status open_chunk(const PayloadKey& key, std::uint64_t number, bool last, ByteView sealed,
                  std::span<std::uint8_t> out);

/// The chunks of a payload in their order, none forgotten and none after the last.
class ChunkSealer {
 public:
  explicit ChunkSealer(PayloadKey payload_key) : key_(std::move(payload_key)) {}

  /// seal_chunk() of the next one. Code::usage, too, when the last one has been sealed already.
  Status seal(ByteView plain, std::span<std::uint8_t> out, bool last);
  const PayloadKey& key() const { return key_; }

 private:
  PayloadKey key_;
  std::uint64_t count_ = 0;
  bool done_ = false;
};

class ChunkOpener {
 public:
  explicit ChunkOpener(PayloadKey payload_key) : key_(std::move(payload_key)) {}

  /// open_chunk() of the next one. Code::payload, too, when the last one has been opened already.
  Status open(ByteView sealed, std::span<std::uint8_t> out, bool last);

 private:
  PayloadKey key_;
  std::uint64_t count_ = 0;
  bool done_ = false;
};

}  // namespace motcua::seal
