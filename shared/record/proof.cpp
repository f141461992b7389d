#include "shared/record/proof.h"

#include <algorithm>
#include <bit>

namespace motcua::record {
namespace {

/// Leaves [begin, end); a subtree of the tree, whole or at its right edge.
struct Range {
  std::uint64_t begin;
  std::uint64_t end;
};

/// Where RFC 6962 splits a tree of n > 1 leaves: the largest power of two below n.
std::uint64_t split(std::uint64_t n) { return std::bit_floor(n - 1); }

std::vector<Range> inclusion_ranges(std::uint64_t index, std::uint64_t size) {
  std::vector<Range> ranges;
  for (Range at{0, size}; at.end - at.begin > 1;) {
    const std::uint64_t middle = at.begin + split(at.end - at.begin);
    if (index < middle) {
      ranges.push_back({middle, at.end});
      at.end = middle;
    } else {
      ranges.push_back({at.begin, middle});
      at.begin = middle;
    }
  }
  std::reverse(ranges.begin(), ranges.end());
  return ranges;
}

std::vector<Range> consistency_ranges(std::uint64_t old_size, std::uint64_t size) {
  std::vector<Range> ranges;
  bool verifier_knows = true;  // the subtree at hand is the whole old tree
  Range at{0, size};
  while (at.end != old_size) {
    const std::uint64_t middle = at.begin + split(at.end - at.begin);
    if (old_size <= middle) {
      ranges.push_back({middle, at.end});
      at.end = middle;
    } else {
      ranges.push_back({at.begin, middle});
      at.begin = middle;
      verifier_knows = false;
    }
  }
  if (!verifier_knows) ranges.push_back(at);
  std::reverse(ranges.begin(), ranges.end());
  return ranges;
}

/// The perfect subtrees of a range, left to right.
std::vector<NodeId> perfect(Range range) {
  std::vector<NodeId> nodes;
  while (range.begin < range.end) {
    const std::uint64_t width = std::bit_floor(range.end - range.begin);
    const auto level = static_cast<unsigned>(std::countr_zero(width));
    nodes.push_back({level, range.begin >> level});
    range.begin += width;
  }
  return nodes;
}

std::vector<NodeId> all_nodes(const std::vector<Range>& ranges) {
  std::vector<NodeId> nodes;
  for (const Range& range : ranges) {
    for (const NodeId& id : perfect(range)) nodes.push_back(id);
  }
  return nodes;
}

Result<std::vector<Hash>> fold(const std::vector<Range>& ranges, const FindNode& find) {
  std::vector<Hash> proof;
  for (const Range& range : ranges) {
    const std::vector<NodeId> nodes = perfect(range);
    std::optional<Hash> folded;
    for (std::size_t i = nodes.size(); i-- > 0;) {
      const std::optional<Hash> hash = find(nodes[i]);
      if (!hash) {
        return fail(Code::not_found, "a stored node of the log is missing",
                    "restore the log's nodes from a backup");
      }
      folded = folded ? node_hash(*hash, *folded) : *hash;
    }
    proof.push_back(*folded);
  }
  return proof;
}

Status check_inclusion(std::uint64_t index, std::uint64_t size) {
  if (index < size && size <= max_tree_size) return {};
  return fail(Code::refused, "this index is not in a log of this size");
}

Status check_consistency(std::uint64_t old_size, std::uint64_t size) {
  if (old_size > 0 && old_size <= size && size <= max_tree_size) return {};
  return fail(Code::refused, "there is no consistency proof between these sizes",
              "the older size must be above zero and not larger than the newer one");
}

}  // namespace

Result<std::vector<NodeId>> inclusion_nodes(std::uint64_t index, std::uint64_t size) {
  if (auto status = check_inclusion(index, size); !status) return status.error();
  return all_nodes(inclusion_ranges(index, size));
}

Result<std::vector<NodeId>> consistency_nodes(std::uint64_t old_size, std::uint64_t size) {
  if (auto status = check_consistency(old_size, size); !status) return status.error();
  return all_nodes(consistency_ranges(old_size, size));
}

Result<std::vector<Hash>> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                          const FindNode& find) {
  if (auto status = check_inclusion(index, size); !status) return status.error();
  return fold(inclusion_ranges(index, size), find);
}

Result<std::vector<Hash>> consistency_proof(std::uint64_t old_size, std::uint64_t size,
                                            const FindNode& find) {
  if (auto status = check_consistency(old_size, size); !status) return status.error();
  return fold(consistency_ranges(old_size, size), find);
}

}  // namespace motcua::record
