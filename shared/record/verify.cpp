#include "shared/record/verify.h"

#include <bit>

namespace motcua::record {
namespace {

Error bad_inclusion() {
  return fail(Code::mismatch, "the proof does not lead to the log's root",
              "ask the gateway for the proof again; if it stays so, report the log");
}

Error bad_consistency() {
  return fail(Code::mismatch, "the newer log does not continue the older one",
              "keep both checkpoints and report the log: it has been rewritten");
}

/// The way from a node up to the root: its index and that of the last node on the same level.
struct Way {
  std::uint64_t node;
  std::uint64_t last;

  bool at_root() const { return last == 0; }
  bool sibling_is_left() const { return node % 2 == 1 || node == last; }
  void up() {
    node >>= 1;
    last >>= 1;
  }
  /// A last node without a right sibling moves up alone until it is a right child.
  void skip_lone() {
    while (node % 2 == 0 && node != 0) up();
  }
};

}  // namespace

Result<Hash> root_of_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf,
                               Proof proof) {
  if (index >= size) return bad_inclusion();
  Way way{index, size - 1};
  Hash hash = leaf;
  for (const Hash& sibling : proof) {
    if (way.at_root()) return bad_inclusion();
    if (way.sibling_is_left()) {
      hash = node_hash(sibling, hash);
      way.skip_lone();
    } else {
      hash = node_hash(hash, sibling);
    }
    way.up();
  }
  if (!way.at_root()) return bad_inclusion();
  return hash;
}

Status verify_inclusion(std::uint64_t index, std::uint64_t size, const Hash& leaf, Proof proof,
                        const Hash& root) {
  auto found = root_of_inclusion(index, size, leaf, proof);
  if (!found) return found.error();
  if (*found != root) return bad_inclusion();
  return {};
}

Status verify_consistency(std::uint64_t old_size, std::uint64_t size, const Hash& old_root,
                          const Hash& root, Proof proof) {
  if (old_size == 0 || old_size > size) return bad_consistency();
  if (old_size == size) {
    if (!proof.empty() || old_root != root) return bad_consistency();
    return {};
  }
  // A perfect old tree is itself a node of the new one; the proof leaves out what we know.
  const bool known = std::has_single_bit(old_size);
  if (!known && proof.empty()) return bad_consistency();
  Hash old_hash = known ? old_root : proof[0];
  Hash hash = old_hash;
  Way way{old_size - 1, size - 1};
  while (way.node % 2 == 1) way.up();
  for (const Hash& sibling : proof.subspan(known ? 0 : 1)) {
    if (way.at_root()) return bad_consistency();
    if (way.sibling_is_left()) {
      old_hash = node_hash(sibling, old_hash);
      hash = node_hash(sibling, hash);
      way.skip_lone();
    } else {
      hash = node_hash(hash, sibling);
    }
    way.up();
  }
  if (!way.at_root() || old_hash != old_root || hash != root) return bad_consistency();
  return {};
}

}  // namespace motcua::record
