#pragma once
// Opens any part of a sealed file without the rest: page 1 of a large scan. The file's length is
// known, its chunks are fetched one by one in any order.

#include "shared/seal/chunks.h"
#include "shared/seal/find_key.h"

namespace motcua::seal {

class PartOpener {
 public:
  /// `start` are the first bytes of the file, at least header and nonce (max_part_start are always
  /// enough); `file_size` is how long it is. Codes: header, no_match, header_mac, payload (a length
  /// that no file has).
  static Result<PartOpener> open(ByteView start, std::uint64_t file_size,
                                 std::span<const Identity> identities);

  /// Of the plaintext; it counts once the last chunk has been opened.
  std::uint64_t size() const { return size_; }
  /// At least 1. Chunk n holds the plaintext from n * chunk_size on.
  std::uint64_t chunks() const { return (size_ + chunk_size - 1) / chunk_size + (size_ == 0); }
  /// Where the sealed form of a chunk lies in the file.
  std::uint64_t offset(std::uint64_t chunk) const { return body_ + chunk * sealed_chunk_size; }
  std::size_t sealed_size(std::uint64_t chunk) const;

  /// Opens the sealed bytes of a chunk to `out`, which has chunk_size bytes; -> how many it wrote.
  /// The first to be opened must be the last one of the file: only it shows that nothing was cut
  /// off. Codes: payload; usage for another order or a chunk that is not there.
  Result<std::size_t> chunk(std::uint64_t number, ByteView sealed, std::span<std::uint8_t> out);

 private:
  PartOpener(PayloadKey key, std::uint64_t body, std::uint64_t size)
      : key_(std::move(key)), body_(body), size_(size) {}
  PayloadKey key_;
  std::uint64_t body_;  // offset of the first chunk
  std::uint64_t size_;
  bool end_seen_ = false;
};

constexpr std::size_t max_part_start = max_header_size + nonce_size;

}  // namespace motcua::seal
