#pragma once
// Opens an age file (not armored) that arrives in pieces of any size, with constant memory.
// What it gives out before a payload error is authentic but incomplete: discard it. The same file
// gives the same bytes and the same error however it is cut into pieces.

#include "shared/seal/chunks.h"
#include "shared/seal/find_key.h"

namespace motcua::seal {

class Opener {
 public:
  explicit Opener(std::vector<Identity> identities);
  explicit Opener(codec::SecretText passphrase, int most_work = max_work_factor);

  /// Bytes that update(in, out) may need in `out`.
  static constexpr std::size_t bound(std::size_t in) { return in + sealed_chunk_size; }

  /// Takes all of `in`, gives back how many bytes of plaintext it wrote to `out`, which must have
  /// bound(in.size()) bytes and not overlap `in`. An error is final, and comes only with the next
  /// call (at the latest finish()) when good bytes were written before it. Codes: header, no_match,
  /// header_mac, payload; usage for a buffer too small.
  Result<std::size_t> update(ByteView in, std::span<std::uint8_t> out);
  /// The input has ended: opens the last chunk. `out` must have chunk_size bytes.
  Result<std::size_t> finish(std::span<std::uint8_t> out);

  /// The header once it has been read and its MAC holds; null before. Its `raw` are the original
  /// bytes, so the body starts at offset header()->raw.size() of the input.
  const Header* header() const { return header_.raw.empty() ? nullptr : &header_; }
  /// Commitment to the file key; only once header() is there.
  ByteArray<32> commitment() const { return commitment_; }

 private:
  Status read_header(ByteView& in);
  void read_nonce(ByteView& in);
  std::size_t read_chunks(ByteView in, std::span<std::uint8_t> out);
  std::size_t refuse(ByteView sealed, std::span<std::uint8_t> out);

  std::vector<Identity> identities_;
  codec::SecretText passphrase_;
  int most_work_ = max_work_factor;
  Bytes start_;  // of the header, then of the nonce
  Header header_;
  ByteArray<32> commitment_{};
  std::optional<FileKey> key_;         // between the header and the nonce
  std::optional<ChunkOpener> chunks_;  // after the nonce
  Bytes held_;                         // the sealed chunk being filled, or a full one
  std::size_t filled_ = 0;
  std::optional<Error> failed_;
  bool finished_ = false;
};

}  // namespace motcua::seal
