// Signed notes, the key directory, acknowledgements.

#include "shared/abi/note_keys.h"
#include "shared/motcua.h"
#include "shared/record/acknowledgement.h"
#include "shared/record/directory.h"
#include "shared/record/time.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

Result<Json> add_signature(const std::string& text, const sign::NoteSigner& signer) {
  auto note = sign::parse_note(text);
  if (!note) return note.error();
  auto signature = sign::note_signature(note->text, signer);
  if (!signature) return signature.error();
  note->signatures.push_back(std::move(*signature));
  return Json{{"note", sign::note_text(*note)}};
}

/// How many different public keys signed; one key under two names counts once.
std::size_t different_keys(const sign::VerifiedNote& note,
                           const std::vector<sign::NoteVerifier>& known) {
  std::set<ByteArray<32>> keys;
  for (const std::size_t index : note.signers) keys.insert(known[index].key);
  return keys.size();
}

}  // namespace

char* motcua_note_sign(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const bool add = members.has("note");
    const std::string text = members.document(add ? "note" : "text", sign::max_note_size);
    const sign::NoteSigner signer = read_signer(members, "key");
    if (auto status = members.finish(); !status) return status.error();
    if (add) return add_signature(text, signer);
    auto note = sign::sign_note(text, {&signer, 1});
    if (!note) return note.error();
    return Json{{"note", *note}};
  });
}

char* motcua_note_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string text = members.document("note", sign::max_note_size);
    const auto keys = read_vkeys(members, "keys");
    const std::int64_t threshold =
        members.has("threshold") ? members.integer("threshold", 1, 64) : 1;
    if (auto status = members.finish(); !status) return status.error();
    auto note = sign::verify_note(text, keys);
    if (!note) return note.error();
    if (different_keys(*note, keys) < static_cast<std::size_t>(threshold)) {
      return fail(Code::signature, "the note has too few valid signatures");
    }
    Json signers = Json::array();
    for (const std::size_t index : note->signers) signers.push_back(keys[index].name);
    return Json{{"text", note->text}, {"signers", signers}};
  });
}

char* motcua_directory_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("note", 8 << 20);
    record::DirectoryTrust trust;
    trust.roots = read_vkeys(members, "roots");
    auto now = record::parse_time(members.text("now", 20));
    if (!now) members.refuse(now.error());
    if (members.has("last_version")) {
      trust.last_version = members.integer("last_version", 0, codec::json_max_integer);
    }
    if (members.has("grace_days")) {
      trust.grace_days = static_cast<int>(members.integer("grace_days", 0, 30));
    }
    if (auto status = members.finish(); !status) return status.error();
    trust.now = *now;
    auto directory = record::verify_directory(note, trust);
    if (!directory) return directory.error();
    return std::move(directory->json);
  });
}

char* motcua_ack_make(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::Acknowledgement of;
    of.number = members.text("number", 12);
    of.body = members.text("body", 64);
    of.time = members.text("time", 20);
    const sign::NoteSigner log = read_signer(members, "key");
    if (auto status = members.finish(); !status) return status.error();
    auto note = record::make_acknowledgement(of, log);
    if (!note) return note.error();
    return Json{{"ack", *note}};
  });
}

char* motcua_ack_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("ack", 1000);
    const sign::NoteVerifier log = read_vkey(members, "log");
    const std::string number = members.has("number") ? members.text("number", 12) : std::string();
    const std::string body = members.has("body") ? members.text("body", 64) : std::string();
    if (auto status = members.finish(); !status) return status.error();
    auto of = record::verify_acknowledgement(note, log);
    if (!of) return of.error();
    if ((!number.empty() && number != of->number) || (!body.empty() && body != of->body)) {
      return fail(Code::mismatch, "the acknowledgement is for another submission");
    }
    return Json{{"number", of->number}, {"body", of->body}, {"time", of->time}};
  });
}
