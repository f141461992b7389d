#pragma once
// A Merkle tree stored and served as tiles (C2SP tlog-tiles.md): 256 hashes side by side, of every
// eighth level. The levels between are hashed anew from them.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/record/edge.h"
#include "shared/record/proof.h"

namespace motcua::record {

constexpr unsigned tile_height = 8;
constexpr std::size_t tile_width = 256;
constexpr std::size_t tile_bytes = tile_width * sizeof(Hash);

/// The `index`th tile from the left whose hashes cover 256^level leaves each.
struct TileId {
  unsigned level = 0;  // 0..6
  std::uint64_t index = 0;
  auto operator<=>(const TileId&) const = default;
};

/// "0/x001/x234/067"; with ".p/112" behind it for the first 112 hashes of a tile.
std::string tile_path(TileId id, std::size_t width = tile_width);
struct TilePath {
  TileId id;
  std::size_t width = tile_width;  // 1..256
};
/// Code::invalid for any other text than tile_path would give.
Result<TilePath> parse_tile_path(std::string_view path);

/// How many hashes a tile has in a tree of `size` leaves, 0..256.
std::size_t tile_width_at(TileId id, std::uint64_t size);

/// The tiles that hold these nodes, each once.
std::vector<TileId> tiles_of(const std::vector<NodeId>& nodes);

/// Hashes to write behind those that a tile has already.
struct TilePiece {
  TileId id;
  std::size_t start = 0;  // how many it has
  Bytes hashes;
};
/// What completed nodes add to tiles, tile by tile.
std::vector<TilePiece> tile_pieces(const std::vector<Node>& complete);

/// Gives what is stored of a tile, or nothing.
using FindTile = std::function<std::optional<ByteView>(TileId)>;
/// Finds nodes in tiles; a tile that is missing, or too short for a node, gives nothing.
FindNode nodes_in_tiles(FindTile find);

}  // namespace motcua::record
