#include "shared/record/tile.h"

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "tests/unit/record/reference_tree.h"

using namespace motcua;
using record::parse_tile_path;
using record::tile_path;
using record::TileId;

TEST_CASE("a tile's path is written in one way", "[record]") {
  CHECK(tile_path({0, 0}) == "0/000");
  CHECK(tile_path({0, 999}) == "0/999");
  CHECK(tile_path({1, 1000}) == "1/x001/000");
  CHECK(tile_path({0, 1'234'067}, 112) == "0/x001/x234/067.p/112");
  for (const std::uint64_t index :
       {0ull, 1ull, 255ull, 999ull, 1000ull, 1'000'000ull, 35184372088ull}) {
    for (const std::size_t width : {std::size_t{1}, std::size_t{255}, record::tile_width}) {
      const auto path = parse_tile_path(tile_path({2, index}, width));
      REQUIRE(path);
      CHECK(path->id == TileId{2, index});
      CHECK(path->width == width);
    }
  }
}

TEST_CASE("other paths than those are refused", "[record]") {
  for (const char* text : {"",
                           "/",
                           "0",
                           "0/",
                           "0/0",
                           "0/00",
                           "0/0000",
                           "0/x000/001",
                           "0/x001",
                           "0/001/002",
                           "0/x01/000",
                           "0/xx01/000",
                           "00/000",
                           "7/000",
                           "-1/000",
                           "+1/000",
                           "a/000",
                           "0/00a",
                           "0/ 00",
                           "0//000",
                           "0/000/",
                           "/0/000",
                           "0/000.p/",
                           "0/000.p/0",
                           "0/000.p/256",
                           "0/000.p/01",
                           "0/000.p/-1",
                           "0/000.p/1/",
                           "0/000.p/1.p/1",
                           "0/000.q/1",
                           "0/.p/1",
                           "0/../000",
                           "0/%30%30%30",
                           "0/x999/x999/x999/x999/x999/999",
                           "0/x999/x999/x999/x999/x999/x999/x999/x999/999",
                           "18446744073709551616/000",
                           "0/000.p/18446744073709551617"}) {
    INFO(text);
    CHECK_FALSE(parse_tile_path(text).ok());
  }
  CHECK_FALSE(parse_tile_path(std::string("0/000\0", 6)).ok());
  CHECK_FALSE(parse_tile_path("0/" + std::string(10'000, '0')).ok());
}

TEST_CASE("a tile is as wide as the tree has hashes for it", "[record]") {
  CHECK(record::tile_width_at({0, 0}, 0) == 0);
  CHECK(record::tile_width_at({0, 0}, 1) == 1);
  CHECK(record::tile_width_at({0, 0}, 255) == 255);
  CHECK(record::tile_width_at({0, 0}, 257) == 256);
  CHECK(record::tile_width_at({0, 1}, 256) == 0);
  CHECK(record::tile_width_at({0, 1}, 257) == 1);
  CHECK(record::tile_width_at({1, 0}, 255) == 0);
  CHECK(record::tile_width_at({1, 0}, 256) == 1);
  CHECK(record::tile_width_at({1, 0}, 66'000) == 256);
  CHECK(record::tile_width_at({2, 0}, 65'536) == 1);
  CHECK(record::tile_width_at({6, 0}, record::max_tree_size) == 31);
  CHECK(record::tile_width_at({0, ~std::uint64_t{0}}, record::max_tree_size) == 0);
  CHECK(record::tile_width_at({0, std::uint64_t{1} << 57}, record::max_tree_size) == 0);
}

TEST_CASE("tiles give every proof that all nodes give", "[record]") {
  reference::Log log;
  std::map<TileId, Bytes> tiles;
  const auto find = record::nodes_in_tiles([&](TileId id) -> std::optional<ByteView> {
    const auto found = tiles.find(id);
    if (found == tiles.end()) return std::nullopt;
    return found->second;
  });
  for (std::uint64_t size = 1; size <= 600; ++size) {
    std::vector<record::Node> complete;
    record::Edge edge = log.edge;
    log.add(size);
    REQUIRE(record::append(edge, log.leaves.back(), complete).ok());
    for (const auto& piece : record::tile_pieces(complete)) {
      Bytes& tile = tiles[piece.id];
      REQUIRE(tile.size() == piece.start * sizeof(record::Hash));
      tile.insert(tile.end(), piece.hashes.begin(), piece.hashes.end());
    }
    if (size % 37 != 0 && size % 256 > 1) continue;
    for (const std::uint64_t index : {std::uint64_t{0}, size / 2, size - 1}) {
      CHECK(record::inclusion_proof(index, size, find).value() ==
            reference::path(index, log.leaves, 0, size));
    }
  }
  for (const auto& [id, tile] : tiles) {
    CHECK(tile.size() == record::tile_width_at(id, 600) * sizeof(record::Hash));
  }
  tiles[{0, 1}].resize(100 * sizeof(record::Hash));  // cut short
  CHECK(record::inclusion_proof(400, 600, find).error().code == Code::not_found);
  tiles.erase({0, 1});
  CHECK(record::inclusion_proof(400, 600, find).error().code == Code::not_found);
}
