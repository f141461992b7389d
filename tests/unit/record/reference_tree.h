#pragma once
// RFC 6962 section 2.1 word by word, slow and recursive: what the real code is measured against.

#include <bit>
#include <map>
#include <vector>

#include "shared/record/edge.h"
#include "shared/record/proof.h"

namespace reference {

using motcua::record::Hash;
using Leaves = std::vector<Hash>;

inline std::size_t split(std::size_t n) { return std::bit_floor(n - 1); }

inline Hash root(const Leaves& leaves, std::size_t from, std::size_t to) {
  if (from == to) return motcua::record::empty_root();
  if (to - from == 1) return leaves[from];
  const std::size_t k = from + split(to - from);
  return motcua::record::node_hash(root(leaves, from, k), root(leaves, k, to));
}

inline std::vector<Hash> path(std::size_t m, const Leaves& leaves, std::size_t from,
                              std::size_t to) {
  if (to - from == 1) return {};
  const std::size_t k = from + split(to - from);
  std::vector<Hash> proof;
  if (m < k) {
    proof = path(m, leaves, from, k);
    proof.push_back(root(leaves, k, to));
  } else {
    proof = path(m, leaves, k, to);
    proof.push_back(root(leaves, from, k));
  }
  return proof;
}

inline std::vector<Hash> subproof(std::size_t m, const Leaves& leaves, std::size_t from,
                                  std::size_t to, bool known) {
  if (m == to) {
    return known ? std::vector<Hash>{} : std::vector<Hash>{root(leaves, from, to)};
  }
  const std::size_t k = from + split(to - from);
  std::vector<Hash> proof;
  if (m <= k) {
    proof = subproof(m, leaves, from, k, known);
    proof.push_back(root(leaves, k, to));
  } else {
    proof = subproof(m, leaves, k, to, false);
    proof.push_back(root(leaves, from, k));
  }
  return proof;
}

/// A log that keeps what the real code says must be kept.
struct Log {
  Leaves leaves;
  motcua::record::Edge edge;
  std::map<std::pair<unsigned, std::uint64_t>, Hash> nodes;

  void add(std::uint64_t number) {
    std::uint8_t bytes[8];
    for (int i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    leaves.push_back(motcua::record::leaf_hash(bytes));
    std::vector<motcua::record::Node> complete;
    const bool added = motcua::record::append(edge, leaves.back(), complete).ok();
    for (const auto& node : complete) nodes[{node.id.level, node.id.index}] = node.hash;
    if (!added) nodes.clear();
  }

  motcua::record::FindNode find() const {
    return [this](motcua::record::NodeId id) -> std::optional<Hash> {
      const auto found = nodes.find({id.level, id.index});
      if (found == nodes.end()) return std::nullopt;
      return found->second;
    };
  }
};

}  // namespace reference
