#include <catch2/catch_test_macros.hpp>

#include "shared/record/proof.h"
#include "shared/record/verify.h"
#include "tests/unit/record/reference_tree.h"

using namespace motcua;
using record::Hash;

namespace {

Hash root_of(const reference::Log& log, std::size_t size) {
  return reference::root(log.leaves, 0, size);
}

reference::Log log_of(std::size_t size) {
  reference::Log log;
  for (std::uint64_t i = 0; i < size; ++i) log.add(i);
  return log;
}

}  // namespace

TEST_CASE("inclusion proofs are those of the RFC and verify", "[record]") {
  const auto log = log_of(40);
  for (std::size_t size = 1; size <= 40; ++size) {
    for (std::size_t index = 0; index < size; ++index) {
      INFO(index << " of " << size);
      auto proof = record::inclusion_proof(index, size, log.find());
      REQUIRE(proof);
      REQUIRE(*proof == reference::path(index, log.leaves, 0, size));
      REQUIRE(record::verify_inclusion(index, size, log.leaves[index], *proof, root_of(log, size)));
    }
  }
}

TEST_CASE("consistency proofs are those of the RFC and verify", "[record]") {
  const auto log = log_of(40);
  for (std::size_t size = 1; size <= 40; ++size) {
    for (std::size_t old_size = 1; old_size <= size; ++old_size) {
      INFO(old_size << " to " << size);
      auto proof = record::consistency_proof(old_size, size, log.find());
      REQUIRE(proof);
      REQUIRE(*proof == reference::subproof(old_size, log.leaves, 0, size, true));
      REQUIRE(record::verify_consistency(old_size, size, root_of(log, old_size), root_of(log, size),
                                         *proof));
    }
  }
}

TEST_CASE("a log of 10,000 entries proves any of them", "[record]") {
  const auto log = log_of(10'000);
  const Hash root = record::root(log.edge);
  CHECK(root == root_of(log, 10'000));
  for (std::size_t index = 0; index < 10'000; index += 331) {
    auto proof = record::inclusion_proof(index, 10'000, log.find());
    REQUIRE(proof);
    CHECK(*proof == reference::path(index, log.leaves, 0, 10'000));
    CHECK(record::verify_inclusion(index, 10'000, log.leaves[index], *proof, root));
  }
  for (std::size_t old_size = 1; old_size < 10'000; old_size += 997) {
    auto proof = record::consistency_proof(old_size, 10'000, log.find());
    REQUIRE(proof);
    CHECK(record::verify_consistency(old_size, 10'000, root_of(log, old_size), root, *proof));
  }
}

TEST_CASE("the nodes asked for are just those a proof needs", "[record]") {
  const auto log = log_of(37);
  for (std::size_t index = 0; index < 37; ++index) {
    auto ids = record::inclusion_nodes(index, 37);
    REQUIRE(ids);
    std::map<std::pair<unsigned, std::uint64_t>, Hash> fetched;
    for (const auto& id : *ids) fetched[{id.level, id.index}] = log.nodes.at({id.level, id.index});
    CHECK(fetched.size() == ids->size());
    auto find = [&](record::NodeId id) -> std::optional<Hash> {
      const auto found = fetched.find({id.level, id.index});
      if (found == fetched.end()) return std::nullopt;
      return found->second;
    };
    REQUIRE(record::inclusion_proof(index, 37, find));
    if (fetched.empty()) continue;
    fetched.erase(fetched.begin());
    CHECK(record::inclusion_proof(index, 37, find).error().code == Code::not_found);
  }
}

TEST_CASE("a changed inclusion proof is refused", "[record]") {
  const auto log = log_of(21);
  const Hash root = record::root(log.edge);
  const auto verifies = [&](std::uint64_t index, std::uint64_t size, const Hash& leaf,
                            const std::vector<Hash>& proof, const Hash& to) {
    return record::verify_inclusion(index, size, leaf, proof, to).ok();
  };
  for (const std::uint64_t index : {0u, 7u, 16u, 20u}) {
    const auto proof = *record::inclusion_proof(index, 21, log.find());
    const Hash leaf = log.leaves[index];
    REQUIRE(verifies(index, 21, leaf, proof, root));
    CHECK_FALSE(verifies(index ^ 1, 21, leaf, proof, root));
    CHECK_FALSE(verifies(21, 21, leaf, proof, root));
    CHECK_FALSE(verifies(index, 0, leaf, proof, root));
    CHECK_FALSE(verifies(index, 21, log.leaves[index == 0 ? 1 : 0], proof, root));
    auto longer = proof;
    longer.push_back(root);
    CHECK_FALSE(verifies(index, 21, leaf, longer, root));
    auto shorter = proof;
    shorter.pop_back();
    CHECK_FALSE(verifies(index, 21, leaf, shorter, root));
    for (std::size_t i = 0; i < proof.size(); ++i) {
      auto flipped = proof;
      flipped[i][i % 32] ^= 1;
      CHECK_FALSE(verifies(index, 21, leaf, flipped, root));
      if (i == 0) continue;
      auto reordered = proof;
      std::swap(reordered[i - 1], reordered[i]);
      CHECK_FALSE(verifies(index, 21, leaf, reordered, root));
    }
    Hash other = root;
    other[31] ^= 0x80;
    CHECK_FALSE(verifies(index, 21, leaf, proof, other));
  }
}

TEST_CASE("a changed consistency proof is refused", "[record]") {
  const auto log = log_of(21);
  const Hash root = record::root(log.edge);
  for (const std::size_t old_size : {1u, 6u, 8u, 13u, 20u}) {
    const Hash old_root = root_of(log, old_size);
    const auto proof = *record::consistency_proof(old_size, 21, log.find());
    REQUIRE(record::verify_consistency(old_size, 21, old_root, root, proof));
    CHECK_FALSE(record::verify_consistency(old_size, 21, root, old_root, proof));
    CHECK_FALSE(record::verify_consistency(old_size + 1, 21, old_root, root, proof));
    CHECK_FALSE(record::verify_consistency(old_size, 21, old_root, root, {}));
    for (std::size_t i = 0; i < proof.size(); ++i) {
      auto flipped = proof;
      flipped[i][0] ^= 4;
      CHECK_FALSE(record::verify_consistency(old_size, 21, old_root, root, flipped));
    }
    auto longer = proof;
    longer.insert(longer.begin(), old_root);
    CHECK_FALSE(record::verify_consistency(old_size, 21, old_root, root, longer));
  }
}

TEST_CASE("consistency with the empty log says nothing and is refused", "[record]") {
  const Hash empty = record::empty_root();
  CHECK_FALSE(record::verify_consistency(0, 0, empty, empty, {}));
  CHECK_FALSE(record::verify_consistency(0, 5, empty, Hash{}, {}));
  CHECK_FALSE(record::consistency_nodes(0, 5));
  CHECK_FALSE(record::consistency_nodes(6, 5));
  CHECK(record::verify_consistency(5, 5, empty, empty, {}));
  CHECK_FALSE(record::verify_consistency(5, 5, empty, Hash{}, {}));
  CHECK_FALSE(record::inclusion_nodes(5, 5));
  CHECK_FALSE(record::inclusion_nodes(0, record::max_tree_size + 1));
}

TEST_CASE("the largest sizes take no more than 53 steps", "[record]") {
  const std::uint64_t size = record::max_tree_size;
  auto ids = record::inclusion_nodes(0, size);
  REQUIRE(ids);
  CHECK(ids->size() < 53 * 53);
  const std::vector<Hash> proof(53);
  CHECK(record::root_of_inclusion(0, size, Hash{}, proof));
  CHECK_FALSE(record::root_of_inclusion(0, size, Hash{}, std::vector<Hash>(54)));
}
