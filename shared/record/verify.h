#pragma once
// Verifying proofs that a stranger sent (RFC 9162 sections 2.1.3.2 and 2.1.4.2, whose tree is that
// of RFC 6962). Memory and time are bounded by the proof's length.

#include "shared/record/merkle.h"

namespace motcua::record {

using Proof = std::span<const Hash>;

/// The root that a leaf at `index` of a tree of `size` leaves leads to. Code::mismatch when the
/// proof has too many or too few hashes, or the index is not in the tree.
Result<Hash> root_of_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf,
                               Proof proof);

/// Code::mismatch unless the leaf is in the tree with this root.
Status verify_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf, Proof proof,
                        const Hash& root);

/// Code::mismatch unless the tree of `size` leaves begins with the tree of `old_size` leaves.
/// Consistency from size 0 says nothing and is refused.
Status verify_consistency(std::uint64_t old_size, std::uint64_t size, const Hash& old_root,
                          const Hash& root, Proof proof);

}  // namespace motcua::record
