#pragma once
// The second half of sealing a dossier: pieces of the archive -> sealed bytes and the body's hash.
// A SealingJob has one inside; two workers give it to the second, which then needs only the payload
// key. The bytes are the same either way.

#include "shared/codec/hash.h"
#include "shared/seal/chunks.h"
#include "shared/seal/file_key.h"

namespace motcua::dossier {

/// A piece of the archive is this long, but for the last, which may be shorter (never empty).
constexpr std::size_t piece_chunks = 16;
constexpr std::size_t piece_size = piece_chunks * seal::chunk_size;
constexpr std::size_t sealed_piece_size = piece_chunks * seal::sealed_chunk_size;

/// Seals piece `number` (from 0) to `out`, which has sealed_piece_size bytes and does not overlap;
/// -> how many it wrote. Code::usage for a piece of a size that can not stand there.
Result<std::size_t> seal_piece(const seal::PayloadKey& key, std::uint64_t number, bool last,
                               ByteView plain, std::span<std::uint8_t> out);

/// Takes the pieces in order, each either plain or sealed already.
class SealingTail {
 public:
  SealingTail(seal::PayloadKey key, const ByteArray<seal::nonce_size>& nonce);

  /// Seals the next piece to `out` (as seal_piece) and counts it. Code::usage after the last.
  Result<std::size_t> seal(ByteView plain, bool last, std::span<std::uint8_t> out);
  /// The next piece, sealed elsewhere. Code::usage after the last, or for an impossible size.
  Status sealed(ByteView bytes, bool last);

  /// BLAKE2b-256 of nonce and chunks. Code::usage before the last piece.
  Result<ByteArray<32>> body();

 private:
  void count(bool last);

  seal::PayloadKey key_;
  codec::Blake2b256 hash_;
  std::uint64_t pieces_ = 0;
  bool done_ = false;
};

}  // namespace motcua::dossier
