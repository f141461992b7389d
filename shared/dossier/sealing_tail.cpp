#include "shared/dossier/sealing_tail.h"

#include <algorithm>

namespace motcua::dossier {
namespace {

Error misuse() { return fail(Code::usage, "a piece of the wrong size was to be sealed"); }

/// seal_piece, hashing each chunk while it is still near.
Result<std::size_t> seal_chunks(const seal::PayloadKey& key, std::uint64_t number, bool last,
                                ByteView plain, std::span<std::uint8_t> out,
                                codec::Blake2b256* hash) {
  if (plain.empty() || plain.size() > piece_size || (!last && plain.size() < piece_size) ||
      out.size() < sealed_piece_size) {
    return misuse();
  }
  std::uint64_t chunk = number * piece_chunks;
  std::size_t made = 0;
  while (!plain.empty()) {
    const auto part = plain.first(std::min(plain.size(), seal::chunk_size));
    plain = plain.subspan(part.size());
    const std::size_t size = part.size() + seal::tag_size;
    auto status =
        seal::seal_chunk(key, chunk, last && plain.empty(), part, out.subspan(made, size));
    if (!status) return status.error();
    if (hash != nullptr) hash->update(out.subspan(made, size));
    ++chunk;
    made += size;
  }
  return made;
}

}  // namespace

Result<std::size_t> seal_piece(const seal::PayloadKey& key, std::uint64_t number, bool last,
                               ByteView plain, std::span<std::uint8_t> out) {
  return seal_chunks(key, number, last, plain, out, nullptr);
}

SealingTail::SealingTail(seal::PayloadKey key, const ByteArray<seal::nonce_size>& nonce)
    : key_(std::move(key)) {
  hash_.update(nonce);
}

void SealingTail::count(bool last) {
  ++pieces_;
  done_ = last;
}

Result<std::size_t> SealingTail::seal(ByteView plain, bool last, std::span<std::uint8_t> out) {
  if (done_) return misuse();
  auto made = seal_chunks(key_, pieces_, last, plain, out, &hash_);
  if (made) count(last);
  return made;
}

Status SealingTail::sealed(ByteView bytes, bool last) {
  const bool size_ok = last ? bytes.size() > seal::tag_size && bytes.size() <= sealed_piece_size
                            : bytes.size() == sealed_piece_size;
  if (done_ || !size_ok) return misuse();
  hash_.update(bytes);
  count(last);
  return {};
}

Result<ByteArray<32>> SealingTail::body() {
  if (!done_) return fail(Code::usage, "the body has no hash before its last piece");
  return hash_.finish();
}

}  // namespace motcua::dossier
