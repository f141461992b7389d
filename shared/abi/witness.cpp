// Witnesses of the log, and units' statements of how far their dossiers are.

#include <array>

#include "shared/abi/log_members.h"
#include "shared/abi/note_keys.h"
#include "shared/codec/hkdf.h"
#include "shared/motcua.h"
#include "shared/record/edge.h"
#include "shared/record/state_note.h"
#include "shared/record/time.h"
#include "shared/record/verify.h"
#include "shared/record/witness.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::size_t max_checkpoint = 64 << 10;
constexpr std::size_t max_dossiers = 200'000;
constexpr std::size_t max_entries = 10'000;  // of one dossier

std::int64_t read_time(Members& from, std::string_view name) {
  auto time = record::parse_time(from.text(name, 20));
  if (!time) from.refuse(time.error());
  return time ? *time : 0;
}

struct StatedDossier {
  std::string number;
  record::Salt salt{};
  std::vector<std::uint64_t> entries;
};

/// The places in the log of what units signed about one dossier.
std::vector<std::uint64_t> read_entries(Members& from, std::uint64_t size) {
  std::vector<std::uint64_t> entries;
  for (const Json& item : from.array("entries", max_entries)) {
    const bool whole = item.is_number_integer() && item.get<std::int64_t>() >= 0;
    from.require(whole, "entries");
    entries.push_back(whole ? item.get<std::uint64_t>() : 0);
  }
  from.require(record::stated_entries_ok(entries, size), "entries");
  return entries;
}

StatedDossier read_stated(const Json& json, std::uint64_t size, Members& from) {
  Members members(json, "a stated dossier");
  StatedDossier of;
  of.number = members.text("number", 12);
  of.salt = members.hex<32>("salt");
  of.entries = read_entries(members, size);
  if (auto status = members.finish(); !status) from.refuse(status.error());
  return of;
}

/// The root over the dossiers' leaves; their hashes are added to `leaves`.
record::Hash root_of(const Json& dossiers, std::uint64_t size, Members& from,
                     std::vector<record::Hash>& leaves) {
  record::Edge edge;
  std::vector<record::Node> complete;
  for (const Json& item : dossiers) {
    const StatedDossier of = read_stated(item, size, from);
    leaves.push_back(record::state_leaf(of.salt, of.number, of.entries));
    complete.clear();
    if (auto status = record::append(edge, leaves.back(), complete); !status) {
      from.refuse(status.error());
    }
  }
  return record::root(edge);
}

Json to_json(const record::StateNote& note) {
  return Json{{"unit", note.unit},         {"time", note.time},
              {"size", note.size},         {"log_root", codec::hex_encode(note.log)},
              {"dossiers", note.dossiers}, {"root", codec::hex_encode(note.root)},
              {"former", note.former}};
}

}  // namespace

char* motcua_witness_keygen(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string name = members.text("name", 255);
    Bytes random = members.hex_bytes("random", 32, 256);
    if (auto status = members.finish(); !status) return status.error();
    const auto seed = codec::hkdf_secret<32>(random, {}, "motcua/v1/witness/sign");
    codec::wipe(random);
    auto signer = sign::note_signer(name, seed, sign::NoteKey::cosigner);
    if (!signer) return signer.error();
    return Json{{"sign", sign::signer_text(*signer).view()},
                {"vkey", sign::vkey_text(sign::note_verifier(*signer))}};
  });
}

char* motcua_witness_request(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::WitnessRequest of;
    of.old_size = read_size(members, "old");
    of.proof = read_hashes(members, "hashes", 64);
    of.checkpoint = members.document("checkpoint", max_checkpoint);
    if (auto status = members.finish(); !status) return status.error();
    return Json{{"body", record::witness_request_text(of)}};
  });
}

char* motcua_witness_origin(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string body = members.document("body", max_checkpoint);
    if (auto status = members.finish(); !status) return status.error();
    auto of = record::parse_witness_request(body);
    if (!of) return of.error();
    auto origin = record::witness_request_origin(*of);
    if (!origin) return origin.error();
    return Json{{"origin", *origin}};
  });
}

char* motcua_witness_sign(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string body = members.document("body", max_checkpoint);
    record::Witnessed kept;
    kept.size = read_size(members, "size");
    if (kept.size > 0) kept.root = members.hex<32>("root");
    const sign::NoteVerifier log = read_vkey(members, "log");
    const sign::NoteSigner key = read_signer(members, "key", sign::NoteKey::cosigner);
    const std::int64_t now = read_time(members, "now");
    if (auto status = members.finish(); !status) return status.error();
    auto of = record::parse_witness_request(body);
    if (!of) return of.error();
    auto next = record::check_witness_request(*of, kept, log);
    if (!next) return next.error();
    auto note = sign::parse_note(of->checkpoint);
    if (!note) return note.error();
    auto signature = sign::cosignature(note->text, now, key);
    if (!signature) return signature.error();
    return Json{{"size", next->size},
                {"root", codec::hex_encode(next->root)},
                {"line", sign::signature_line(*signature) + "\n"}};
  });
}

char* motcua_checkpoint_cosign(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string checkpoint = members.document("checkpoint", max_checkpoint);
    const std::string lines = members.document("lines", max_checkpoint);
    const sign::NoteVerifier witness = read_vkey(members, "witness", sign::NoteKey::cosigner);
    if (auto status = members.finish(); !status) return status.error();
    auto note = record::add_cosignatures(checkpoint, lines, witness);
    if (!note) return note.error();
    return Json{{"checkpoint", *note}};
  });
}

char* motcua_checkpoint_witnessed(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("checkpoint", max_checkpoint);
    const sign::NoteVerifier log = read_vkey(members, "log");
    record::WitnessPolicy policy;
    policy.witnesses = read_vkeys(members, "witnesses", sign::NoteKey::cosigner);
    policy.threshold = static_cast<std::size_t>(members.integer("threshold", 1, 64));
    if (auto status = members.finish(); !status) return status.error();
    auto of = record::verify_witnessed(note, log, policy);
    if (!of) return of.error();
    return Json{{"size", of->checkpoint.size},
                {"root", codec::hex_encode(of->checkpoint.root)},
                {"witnesses", of->witnesses},
                {"time", of->enough_at ? Json(record::time_text(*of->enough_at)) : Json()}};
  });
}

char* motcua_state_make(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::StateNote of;
    of.unit = members.text("unit", 32);
    of.time = members.text("time", 20);
    of.size = read_size(members, "size");
    of.log = members.hex<32>("log_root");
    const Json& dossiers = members.array("dossiers", max_dossiers, 1);
    const sign::NoteSigner key = read_signer(members, "key");
    std::vector<record::Hash> leaves;
    of.dossiers = dossiers.size();
    of.root = root_of(dossiers, of.size, members, leaves);
    if (auto status = members.finish(); !status) return status.error();
    auto note = record::make_state_note(of, key);
    if (!note) return note.error();
    return Json{{"note", *note}};
  });
}

char* motcua_state_check(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string text = members.document("note", max_checkpoint);
    const record::UnitKeys units = read_unit_keys(members, "keys");
    const Json& dossiers = members.array("dossiers", max_dossiers, 1);
    auto note = record::verify_state_note(text, units);
    if (!note) return note.error();
    std::vector<record::Hash> leaves;
    const record::Hash root = root_of(dossiers, note->size, members, leaves);
    if (auto status = members.finish(); !status) return status.error();
    if (note->dossiers != leaves.size() || note->root != root) {
      return fail(Code::mismatch, "the state note is not about these dossiers",
                  "list the dossiers again, then state anew");
    }
    Json json = to_json(*note);
    Json hashes = Json::array();
    for (const record::Hash& leaf : leaves) hashes.push_back(codec::hex_encode(leaf));
    json["leaves"] = std::move(hashes);
    return json;
  });
}

char* motcua_state_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string text = members.document("note", max_checkpoint);
    const record::UnitKeys units = read_unit_keys(members, "keys");
    const auto note = record::verify_state_note(text, units);
    if (!note) return note.error();
    const std::string number = members.text("number", 12);
    const auto salt = members.hex<32>("salt");
    const auto entries = read_entries(members, note->size);
    const std::uint64_t index = read_size(members, "index");
    const auto hashes = read_hashes(members, "hashes", 64);
    const std::string checkpoint = members.document("checkpoint", max_checkpoint);
    const sign::NoteVerifier log = read_vkey(members, "log");
    if (auto status = members.finish(); !status) return status.error();
    const auto of = record::verify_checkpoint(checkpoint, log);
    if (!of) return of.error();
    if (of->size != note->size || of->root != note->log) {
      return fail(Code::mismatch, "the unit's statement speaks of another log than the checkpoint",
                  "keep both and report the log");
    }
    const record::Hash leaf = record::state_leaf(salt, number, entries);
    if (auto status = record::verify_inclusion(index, note->dossiers, leaf, hashes, note->root);
        !status) {
      return status.error();
    }
    return to_json(*note);
  });
}
