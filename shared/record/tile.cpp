#include "shared/record/tile.h"

#include <algorithm>
#include <bit>

#include "shared/record/lines.h"

namespace motcua::record {
namespace {

constexpr unsigned top_level = 6;  // 256^7 leaves are more than a tree may have

TileId tile_holding(NodeId node) {
  const unsigned below = node.level % tile_height;
  return {node.level / tile_height, node.index >> (tile_height - below)};
}

/// Root of a perfect subtree over neighbouring hashes, a power of two of them.
Hash fold(ByteView hashes) {
  std::vector<Hash> row(hashes.size() / sizeof(Hash));
  for (std::size_t i = 0; i < row.size(); ++i) {
    std::copy_n(hashes.begin() + static_cast<std::ptrdiff_t>(i * sizeof(Hash)), sizeof(Hash),
                row[i].begin());
  }
  for (; row.size() > 1; row.resize(row.size() / 2)) {
    for (std::size_t i = 0; i < row.size() / 2; ++i) {
      row[i] = node_hash(row[2 * i], row[2 * i + 1]);
    }
  }
  return row.front();
}

/// Cuts the part before the next '/' off `path`, or all of it.
std::string_view take_part(std::string_view& path) {
  const auto part = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(path.size(), part.size() + 1));
  return part;
}

}  // namespace

std::string tile_path(TileId id, std::size_t width) {
  std::string index;
  for (std::uint64_t rest = id.index;; rest /= 1000) {
    const std::string part = std::to_string(1000 + rest % 1000).substr(1);
    index = index.empty() ? part : "x" + part + "/" + index;
    if (rest < 1000) break;
  }
  std::string path = std::to_string(id.level) + "/" + index;
  if (width < tile_width) path += ".p/" + std::to_string(width);
  return path;
}

Result<TilePath> parse_tile_path(std::string_view path) {
  const Error bad = fail(Code::invalid, "this is not the path of a tile",
                         "it is written level/x001/x234/067, or with .p/112 behind it");
  if (path.size() > 64) return bad;
  const std::string whole(path);
  TilePath out;
  auto level = read_decimal(take_part(path));
  if (!level || *level > top_level) return bad;
  out.id.level = static_cast<unsigned>(*level);
  if (const auto partial = path.find(".p/"); partial != std::string_view::npos) {
    auto width = read_decimal(path.substr(partial + 3));
    if (!width || *width < 1 || *width >= tile_width) return bad;
    out.width = static_cast<std::size_t>(*width);
    path = path.substr(0, partial);
  }
  while (!path.empty()) {
    std::string_view part = take_part(path);
    if (part.starts_with('x')) part.remove_prefix(1);
    if (part.size() != 3 ||
        !std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      return bad;
    }
    for (const char c : part)
      out.id.index = out.id.index * 10 + static_cast<std::uint64_t>(c - '0');
    if (out.id.index > max_tree_size) return bad;
  }
  // One way to write each: whatever was read must be written the same.
  if (tile_path(out.id, out.width) != whole) return bad;
  return out;
}

std::size_t tile_width_at(TileId id, std::uint64_t size) {
  const std::uint64_t hashes = size >> (tile_height * id.level);
  const std::uint64_t before = id.index * tile_width;
  if (id.index > max_tree_size / tile_width || hashes <= before) return 0;
  return static_cast<std::size_t>(std::min<std::uint64_t>(hashes - before, tile_width));
}

std::vector<TileId> tiles_of(const std::vector<NodeId>& nodes) {
  std::vector<TileId> tiles;
  for (const NodeId& node : nodes) tiles.push_back(tile_holding(node));
  std::sort(tiles.begin(), tiles.end());
  tiles.erase(std::unique(tiles.begin(), tiles.end()), tiles.end());
  return tiles;
}

std::vector<TilePiece> tile_pieces(const std::vector<Node>& complete) {
  std::vector<TilePiece> pieces;
  for (const Node& node : complete) {
    if (node.id.level % tile_height != 0) continue;
    const TileId id = tile_holding(node.id);
    auto piece = std::find_if(pieces.rbegin(), pieces.rend(),
                              [&](const TilePiece& each) { return each.id == id; });
    if (piece == pieces.rend()) {
      pieces.push_back({id, static_cast<std::size_t>(node.id.index % tile_width), {}});
      piece = pieces.rbegin();
    }
    piece->hashes.insert(piece->hashes.end(), node.hash.begin(), node.hash.end());
  }
  return pieces;
}

FindNode nodes_in_tiles(FindTile find) {
  return [find = std::move(find)](NodeId node) -> std::optional<Hash> {
    const TileId id = tile_holding(node);
    const auto tile = find(id);
    if (!tile) return std::nullopt;
    const std::size_t width = std::size_t{1} << (node.level % tile_height);
    const std::size_t start = static_cast<std::size_t>(node.index * width % tile_width);
    if (tile->size() < (start + width) * sizeof(Hash)) return std::nullopt;
    return fold(tile->subspan(start * sizeof(Hash), width * sizeof(Hash)));
  };
}

}  // namespace motcua::record
