#pragma once
// The hashes of a Merkle tree (RFC 6962 section 2.1): a leaf is SHA-256(0 | entry), a node is
// SHA-256(1 | left | right), an empty tree is SHA-256 of nothing.

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::record {

using Hash = ByteArray<32>;

/// Trees are at most this large, so that sizes fit JSON numbers.
constexpr std::uint64_t max_tree_size = (std::uint64_t{1} << 53) - 1;

/// A perfect subtree: it covers the leaves [index * 2^level, (index + 1) * 2^level).
struct NodeId {
  unsigned level = 0;
  std::uint64_t index = 0;
  bool operator==(const NodeId&) const = default;
};

struct Node {
  NodeId id;
  Hash hash{};
};

Hash leaf_hash(ByteView entry);
Hash node_hash(const Hash& left, const Hash& right);
Hash empty_root();

/// Code::invalid unless there are exactly 32 bytes.
Result<Hash> hash_from(ByteView bytes);

}  // namespace motcua::record
