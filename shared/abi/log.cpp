// The log: leaves, appending, proofs, checkpoints.

#include <algorithm>
#include <map>

#include "shared/abi/log_members.h"
#include "shared/abi/note_keys.h"
#include "shared/codec/base64.h"
#include "shared/motcua.h"
#include "shared/record/edge.h"
#include "shared/record/proof.h"
#include "shared/record/proof_file.h"
#include "shared/record/tile.h"
#include "shared/record/verify.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::size_t max_event = 64 << 10;
constexpr std::size_t max_batch = 10'000;
constexpr std::size_t most_tiles = 64;

Json to_json(const std::vector<record::Hash>& hashes) {
  Json json = Json::array();
  for (const record::Hash& hash : hashes) json.push_back(codec::hex_encode(hash));
  return json;
}

Json to_json(const std::vector<record::TileId>& tiles) {
  Json json = Json::array();
  for (const record::TileId& id : tiles) json.push_back(Json::array({id.level, id.index}));
  return json;
}

using StoredTiles = std::map<record::TileId, ByteView>;

/// The member "tiles" names them and how many bytes each has of `bytes`, one behind the other.
StoredTiles read_tiles(Members& from, ByteView bytes) {
  StoredTiles tiles;
  for (const Json& item : from.array("tiles", most_tiles)) {
    const auto number = [&](std::size_t at, std::int64_t most) {
      return item[at].is_number_integer() && item[at].get<std::int64_t>() >= 0 &&
             item[at].get<std::int64_t>() <= most;
    };
    const bool shaped =
        item.is_array() && item.size() == 3 && number(0, 7) && number(1, codec::json_max_integer) &&
        number(2, static_cast<std::int64_t>(std::min(record::tile_bytes, bytes.size())));
    if (!shaped) {
      from.refuse("tiles");
      break;
    }
    const auto size = item[2].get<std::size_t>();
    tiles[{item[0].get<unsigned>(), item[1].get<std::uint64_t>()}] = bytes.first(size);
    bytes = bytes.subspan(size);
  }
  from.require(bytes.empty(), "tiles");
  return tiles;
}

record::FindNode finder(const StoredTiles& tiles) {
  return record::nodes_in_tiles([&tiles](record::TileId id) -> std::optional<ByteView> {
    const auto found = tiles.find(id);
    if (found == tiles.end()) return std::nullopt;
    return found->second;
  });
}

record::Edge read_edge(Members& from) {
  record::Edge edge;
  edge.size = read_size(from, "size");
  edge.hashes = read_hashes(from, "edge", 64);
  if (auto status = record::check_edge(edge); !status && from.ok()) from.refuse(status.error());
  return edge;
}

Result<Json> grow(record::Edge& edge, const std::vector<record::Hash>& leaves) {
  std::vector<record::Node> complete;
  for (const record::Hash& leaf : leaves) {
    if (auto status = record::append(edge, leaf, complete); !status) return status.error();
  }
  Json tiles = Json::array();
  for (const record::TilePiece& piece : record::tile_pieces(complete)) {
    tiles.push_back(Json::array(
        {piece.id.level, piece.id.index, piece.start, codec::base64_encode(piece.hashes)}));
  }
  return Json{{"size", edge.size},
              {"root", codec::hex_encode(record::root(edge))},
              {"edge", to_json(edge.hashes)},
              {"tiles", std::move(tiles)}};
}

}  // namespace

char* motcua_leaf(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Bytes event = members.base64("event", max_event);
    const auto salt = members.hex<32>("salt");
    if (auto status = members.finish(); !status) return status.error();
    const auto entry = record::event_entry(salt, event);
    return Json{{"entry", codec::hex_encode(entry)},
                {"leaf", codec::hex_encode(record::leaf_hash(entry))}};
  });
}

char* motcua_log_append(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::Edge edge = read_edge(members);
    const auto leaves = read_hashes(members, "leaves", max_batch, 1);
    if (auto status = members.finish(); !status) return status.error();
    return grow(edge, leaves);
  });
}

char* motcua_log_commit(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::Edge edge = read_edge(members);
    const Bytes event = members.base64("event", max_event);
    const auto salt = members.hex<32>("salt");
    const sign::NoteSigner log = read_signer(members, "key");
    if (auto status = members.finish(); !status) return status.error();
    record::ProofFile proof;
    proof.extra = Bytes(salt.begin(), salt.end());
    proof.index = edge.size;
    // The last leaf's neighbours are all subtrees of the tree before it, smallest first.
    proof.hashes.assign(edge.hashes.rbegin(), edge.hashes.rend());
    const auto entry = record::event_entry(salt, event);
    auto grown = grow(edge, {record::leaf_hash(entry)});
    if (!grown) return grown.error();
    auto checkpoint = record::sign_checkpoint({log.name, edge.size, record::root(edge)}, log);
    if (!checkpoint) return checkpoint.error();
    proof.checkpoint = std::move(*checkpoint);
    (*grown)["entry"] = codec::hex_encode(entry);
    (*grown)["proof"] = record::proof_file_text(proof);
    return grown;
  });
}

char* motcua_log_tile(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string path = members.text("path", 100);
    const std::uint64_t size = read_size(members, "size");
    if (auto status = members.finish(); !status) return status.error();
    auto tile = record::parse_tile_path(path);
    if (!tile) return tile.error();
    if (record::tile_width_at(tile->id, size) < tile->width) {
      return fail(Code::not_found, "the log has no such tile yet", "ask for a smaller part");
    }
    return Json{{"level", tile->id.level}, {"index", tile->id.index}, {"width", tile->width}};
  });
}

char* motcua_log_proof_tiles(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::uint64_t index = read_size(members, "index");
    const std::uint64_t size = read_size(members, "size");
    if (auto status = members.finish(); !status) return status.error();
    auto nodes = record::inclusion_nodes(index, size);
    if (!nodes) return nodes.error();
    return Json{{"tiles", to_json(record::tiles_of(*nodes))}};
  });
}

char* motcua_log_proof(const char* request, const uint8_t* tiles_at, size_t bytes) {
  return call(request, [&](Members& members) -> Result<Json> {
    const std::uint64_t index = read_size(members, "index");
    const std::uint64_t size = read_size(members, "size");
    const StoredTiles tiles = read_tiles(members, {tiles_at, bytes});
    if (auto status = members.finish(); !status) return status.error();
    auto proof = record::inclusion_proof(index, size, finder(tiles));
    if (!proof) return proof.error();
    return Json{{"hashes", to_json(*proof)}};
  });
}

char* motcua_log_consistency_tiles(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::uint64_t old_size = read_size(members, "old");
    const std::uint64_t size = read_size(members, "size");
    if (auto status = members.finish(); !status) return status.error();
    auto nodes = record::consistency_nodes(old_size, size);
    if (!nodes) return nodes.error();
    return Json{{"tiles", to_json(record::tiles_of(*nodes))}};
  });
}

char* motcua_log_consistency(const char* request, const uint8_t* tiles_at, size_t bytes) {
  return call(request, [&](Members& members) -> Result<Json> {
    const std::uint64_t old_size = read_size(members, "old");
    const std::uint64_t size = read_size(members, "size");
    const StoredTiles tiles = read_tiles(members, {tiles_at, bytes});
    if (auto status = members.finish(); !status) return status.error();
    auto proof = record::consistency_proof(old_size, size, finder(tiles));
    if (!proof) return proof.error();
    return Json{{"hashes", to_json(*proof)}};
  });
}

char* motcua_log_consistency_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::uint64_t old_size = read_size(members, "old");
    const std::uint64_t size = read_size(members, "size");
    const auto old_root = members.hex<32>("old_root");
    const auto root = members.hex<32>("root");
    const auto proof = read_hashes(members, "hashes", 64);
    if (auto status = members.finish(); !status) return status.error();
    auto verified = record::verify_consistency(old_size, size, old_root, root, proof);
    if (!verified) return verified.error();
    return Json::object();
  });
}

char* motcua_checkpoint_sign(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::Checkpoint of;
    of.origin = members.text("origin", 255);
    of.size = read_size(members, "size");
    of.root = members.hex<32>("root");
    const sign::NoteSigner log = read_signer(members, "key");
    if (auto status = members.finish(); !status) return status.error();
    auto note = record::sign_checkpoint(of, log);
    if (!note) return note.error();
    return Json{{"checkpoint", *note}};
  });
}

char* motcua_checkpoint_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("checkpoint", record::max_proof_file);
    const sign::NoteVerifier log = read_vkey(members, "log");
    if (auto status = members.finish(); !status) return status.error();
    auto of = record::verify_checkpoint(note, log);
    if (!of) return of.error();
    return Json{{"origin", of->origin}, {"size", of->size}, {"root", codec::hex_encode(of->root)}};
  });
}

char* motcua_proof_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string proof = members.document("proof", record::max_proof_file);
    const Bytes event = members.base64("event", max_event);
    const sign::NoteVerifier log = read_vkey(members, "log");
    if (auto status = members.finish(); !status) return status.error();
    auto proven = record::verify_proof_file(proof, event, log);
    if (!proven) return proven.error();
    return Json{{"index", proven->index},
                {"size", proven->size},
                {"root", codec::hex_encode(proven->root)}};
  });
}
