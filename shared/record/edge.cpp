#include "shared/record/edge.h"

#include <bit>

namespace motcua::record {

Status check_edge(const Edge& edge) {
  if (edge.size > max_tree_size) return fail(Code::too_large, "the log's size is out of range");
  if (edge.hashes.size() != static_cast<std::size_t>(std::popcount(edge.size))) {
    return fail(Code::invalid, "the log's edge does not fit its size",
                "load the edge that was stored with this size");
  }
  return {};
}

Status append(Edge& edge, const Hash& leaf, std::vector<Node>& complete) {
  if (edge.size >= max_tree_size) return fail(Code::too_large, "the log is full");
  NodeId id{0, edge.size};
  Hash hash = leaf;
  complete.push_back({id, hash});
  for (; id.index % 2 == 1; id = {id.level + 1, id.index / 2}) {
    hash = node_hash(edge.hashes.back(), hash);
    edge.hashes.pop_back();
    complete.push_back({{id.level + 1, id.index / 2}, hash});
  }
  edge.hashes.push_back(hash);
  ++edge.size;
  return {};
}

Hash root(const Edge& edge) {
  if (edge.hashes.empty()) return empty_root();
  Hash hash = edge.hashes.back();
  for (std::size_t i = edge.hashes.size() - 1; i-- > 0;) hash = node_hash(edge.hashes[i], hash);
  return hash;
}

}  // namespace motcua::record
