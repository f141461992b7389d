#include <catch2/catch_test_macros.hpp>

#include "shared/codec/hex.h"
#include "shared/record/edge.h"
#include "tests/unit/record/reference_tree.h"

using namespace motcua;
using record::Hash;

namespace {

std::string root_hex(const std::vector<const char*>& entries) {
  record::Edge edge;
  std::vector<record::Node> nodes;
  for (const char* entry : entries) {
    REQUIRE(record::append(edge, record::leaf_hash(*codec::hex_decode(entry)), nodes));
  }
  return codec::hex_encode(record::root(edge));
}

}  // namespace

// The tree that Certificate Transparency's implementations share as their example.
TEST_CASE("known roots", "[record]") {
  CHECK(root_hex({}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(root_hex({""}) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  CHECK(root_hex({"", "00", "10"}) ==
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
  CHECK(root_hex({"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                  "606162636465666768696a6b6c6d6e6f"}) ==
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST_CASE("appending by the edge gives the roots of the whole tree", "[record]") {
  reference::Log log;
  for (std::size_t size = 1; size <= 130; ++size) {
    log.add(size);
    INFO(size);
    REQUIRE(log.edge.size == size);
    REQUIRE(record::check_edge(log.edge));
    REQUIRE(record::root(log.edge) == reference::root(log.leaves, 0, size));
  }
}

TEST_CASE("every complete subtree is reported once, with its hash", "[record]") {
  reference::Log log;
  std::size_t reported = 0;
  for (std::uint64_t i = 0; i < 64; ++i) log.add(i);
  for (const auto& [id, hash] : log.nodes) {
    const std::size_t from = static_cast<std::size_t>(id.second) << id.first;
    CHECK(hash == reference::root(log.leaves, from, from + (std::size_t{1} << id.first)));
    ++reported;
  }
  CHECK(reported == 127);
}

TEST_CASE("an edge that does not fit its size is refused", "[record]") {
  CHECK_FALSE(record::check_edge({3, {Hash{}}}));
  CHECK_FALSE(record::check_edge({4, {Hash{}, Hash{}}}));
  CHECK_FALSE(record::check_edge({0, {Hash{}}}));
  CHECK(record::check_edge({record::max_tree_size + 1, {Hash{}}}).error().code == Code::too_large);
  record::Edge full{record::max_tree_size, std::vector<Hash>(53)};
  std::vector<record::Node> nodes;
  CHECK(record::append(full, Hash{}, nodes).error().code == Code::too_large);
  CHECK(nodes.empty());
}

TEST_CASE("hashes that are not 32 bytes are refused", "[record]") {
  CHECK(record::hash_from(Bytes(32)));
  for (const std::size_t size : {0u, 12u, 31u, 33u, 64u}) {
    CHECK(record::hash_from(Bytes(size)).error().code == Code::invalid);
  }
}
