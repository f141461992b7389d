// The log: leaves, appending, proofs, checkpoints.

#include <algorithm>
#include <map>

#include "shared/abi/note_keys.h"
#include "shared/motcua.h"
#include "shared/record/edge.h"
#include "shared/record/proof.h"
#include "shared/record/proof_file.h"
#include "shared/record/verify.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::size_t max_event = 64 << 10;
constexpr std::size_t max_batch = 10'000;

std::uint64_t read_size(Members& from, std::string_view name) {
  return static_cast<std::uint64_t>(from.integer(name, 0, codec::json_max_integer));
}

std::vector<record::Hash> read_hashes(Members& from, std::string_view name, std::size_t most,
                                      std::size_t least = 0) {
  std::vector<record::Hash> hashes;
  for (const Json& item : from.array(name, most, least)) {
    const std::string* text = item.get_ptr<const std::string*>();
    auto hash = codec::hex_decode_array<32>(text != nullptr ? std::string_view(*text) : "");
    if (!hash) from.refuse(name);
    if (hash) hashes.push_back(*hash);
  }
  return hashes;
}

Json to_json(const std::vector<record::Hash>& hashes) {
  Json json = Json::array();
  for (const record::Hash& hash : hashes) json.push_back(codec::hex_encode(hash));
  return json;
}

Json to_json(const std::vector<record::NodeId>& nodes) {
  Json json = Json::array();
  for (const record::NodeId& id : nodes) json.push_back(Json::array({id.level, id.index}));
  return json;
}

using StoredNodes = std::map<std::pair<unsigned, std::uint64_t>, record::Hash>;

StoredNodes read_nodes(Members& from) {
  StoredNodes nodes;
  for (const Json& item : from.array("nodes", 4096)) {
    const bool shaped = item.is_array() && item.size() == 3 && item[0].is_number_integer() &&
                        item[1].is_number_integer() && item[2].is_string() &&
                        item[0].get<std::int64_t>() >= 0 && item[0].get<std::int64_t>() < 64 &&
                        item[1].get<std::int64_t>() >= 0;
    auto hash = codec::hex_decode_array<32>(
        shaped ? std::string_view(*item[2].get_ptr<const std::string*>()) : "");
    if (hash) {
      nodes[{item[0].get<unsigned>(), item[1].get<std::uint64_t>()}] = *hash;
    } else {
      from.refuse("nodes");
    }
  }
  return nodes;
}

record::FindNode finder(const StoredNodes& nodes) {
  return [&nodes](record::NodeId id) -> std::optional<record::Hash> {
    const auto found = nodes.find({id.level, id.index});
    if (found == nodes.end()) return std::nullopt;
    return found->second;
  };
}

}  // namespace

char* motcua_leaf(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Bytes event = members.base64("event", max_event);
    const auto salt = members.hex<32>("salt");
    if (auto status = members.finish(); !status) return status.error();
    return Json{{"leaf", codec::hex_encode(record::event_leaf(salt, event))}};
  });
}

char* motcua_log_append(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::Edge edge;
    edge.size = read_size(members, "size");
    edge.hashes = read_hashes(members, "edge", 64);
    const auto leaves = read_hashes(members, "leaves", max_batch, 1);
    if (auto status = members.finish(); !status) return status.error();
    if (auto status = record::check_edge(edge); !status) return status.error();
    std::vector<record::Node> complete;
    for (const record::Hash& leaf : leaves) {
      if (auto status = record::append(edge, leaf, complete); !status) return status.error();
    }
    Json nodes = Json::array();
    for (const record::Node& node : complete) {
      nodes.push_back(Json::array({node.id.level, node.id.index, codec::hex_encode(node.hash)}));
    }
    return Json{{"size", edge.size},
                {"root", codec::hex_encode(record::root(edge))},
                {"edge", to_json(edge.hashes)},
                {"nodes", std::move(nodes)}};
  });
}

char* motcua_log_proof_nodes(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::uint64_t index = read_size(members, "index");
    const std::uint64_t size = read_size(members, "size");
    if (auto status = members.finish(); !status) return status.error();
    auto nodes = record::inclusion_nodes(index, size);
    if (!nodes) return nodes.error();
    return Json{{"nodes", to_json(*nodes)}};
  });
}

char* motcua_log_proof(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::uint64_t index = read_size(members, "index");
    const std::uint64_t size = read_size(members, "size");
    const StoredNodes nodes = read_nodes(members);
    if (auto status = members.finish(); !status) return status.error();
    auto proof = record::inclusion_proof(index, size, finder(nodes));
    if (!proof) return proof.error();
    return Json{{"hashes", to_json(*proof)}};
  });
}

char* motcua_log_consistency_nodes(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::uint64_t old_size = read_size(members, "old");
    const std::uint64_t size = read_size(members, "size");
    if (auto status = members.finish(); !status) return status.error();
    auto nodes = record::consistency_nodes(old_size, size);
    if (!nodes) return nodes.error();
    return Json{{"nodes", to_json(*nodes)}};
  });
}

char* motcua_log_consistency(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::uint64_t old_size = read_size(members, "old");
    const std::uint64_t size = read_size(members, "size");
    const StoredNodes nodes = read_nodes(members);
    if (auto status = members.finish(); !status) return status.error();
    auto proof = record::consistency_proof(old_size, size, finder(nodes));
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

char* motcua_proof_file(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::ProofFile proof;
    proof.index = read_size(members, "index");
    proof.hashes = read_hashes(members, "hashes", 53);
    const auto salt = members.hex<32>("salt");
    proof.extra = Bytes(salt.begin(), salt.end());
    proof.checkpoint = members.document("checkpoint", record::max_proof_file / 2);
    if (auto status = members.finish(); !status) return status.error();
    return Json{{"proof", record::proof_file_text(proof)}};
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
