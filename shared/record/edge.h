#pragma once
// The right edge of a log: all that appending needs. Whoever keeps it appends in constant memory;
// whoever also keeps the nodes that append() reports can prove everything (record/proof.h).

#include <vector>

#include "shared/record/merkle.h"

namespace motcua::record {

struct Edge {
  std::uint64_t size = 0;    // leaves so far
  std::vector<Hash> hashes;  // roots of the perfect subtrees of `size`, largest (leftmost) first
};

/// Code::invalid when the number of hashes does not fit the size, Code::too_large past
/// max_tree_size.
Status check_edge(const Edge& edge);

/// Adds one leaf hash to an edge that check_edge accepts, and adds every subtree that became
/// complete to `complete`: the leaf itself first, then upwards. Code::too_large when the log is
/// full.
Status append(Edge& edge, const Hash& leaf, std::vector<Node>& complete);

/// Root of the tree of `edge.size` leaves.
Hash root(const Edge& edge);

}  // namespace motcua::record
