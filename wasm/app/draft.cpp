#include "wasm/app/draft.h"

#include <algorithm>

#include "wasm/app/json_read.h"
#include "wasm/app/slip_form.h"

namespace motcua::app {
namespace {

using codec::Json;

constexpr std::string_view format = "motcua.draft/1";

constexpr const char* stage_name(Stage stage) {
  switch (stage) {
    case Stage::editing: return "editing";
    case Stage::sealed: return "sealed";
    case Stage::sent: return "sent";
  }
  return "editing";
}

Json json_of(const KeptFile& f) {
  return {{"component", f.component}, {"key", f.key},  {"title", f.title},
          {"type", f.type},           {"ext", f.ext},  {"hash", f.hash},
          {"secret", f.secret},       {"size", f.size}};
}

KeptFile kept_file(const Json& json) {
  return {.component = text_at(json, "component"),
          .key = text_at(json, "key"),
          .title = text_at(json, "title"),
          .type = text_at(json, "type"),
          .ext = text_at(json, "ext"),
          .hash = text_at(json, "hash"),
          .secret = text_at(json, "secret"),
          .size = number_at(json, "size")};
}

Json json_of(const SealedFile& s) {
  return {{"envelope", s.envelope},
          {"signature", s.signature},
          {"file", s.file},
          {"body", s.body},
          {"size", s.size}};
}

Json json_of(const Receipt& r) {
  return {
      {"number", r.number}, {"proof", r.proof}, {"ack", r.ack}, {"salt", r.salt}, {"time", r.time}};
}

Json json_of(const RecordEvent& e) {
  return {{"sequence", e.sequence}, {"status", e.status}, {"state", e.state},
          {"time", e.time},         {"unit", e.unit},     {"code", e.code},
          {"text", e.text},         {"entry", e.entry},   {"proof_code", e.proof_code}};
}

RecordEvent record_event(const Json& json) {
  return {.sequence = number_at(json, "sequence"),
          .status = number_at(json, "status"),
          .state = text_at(json, "state"),
          .time = text_at(json, "time"),
          .unit = text_at(json, "unit"),
          .code = text_at(json, "code"),
          .text = text_at(json, "text"),
          .entry = json.contains("entry") ? number_at(json, "entry") : -1,
          .proof_code = text_at(json, "proof_code"),
          .slip = slip_form(text_at(json, "text"))};
}

Json json_of(const Stated& s) {
  return {{"size", s.size}, {"entries", s.entries}, {"unit", s.unit}, {"time", s.time}};
}

}  // namespace

Stated stated_of(const Json& json) {
  Stated stated{.size = number_at(json, "size"),
                .entries = {},
                .unit = text_at(json, "unit"),
                .time = text_at(json, "time")};
  for (const auto& each : array_at(json, "entries"))
    if (each.is_number_integer()) stated.entries.push_back(each.get<std::int64_t>());
  std::sort(stated.entries.begin(), stated.entries.end());
  return stated;
}

std::vector<std::int64_t> entries_of(const Draft& draft) { return entries_of(draft, {}); }

std::vector<std::int64_t> entries_of(const Draft& draft, std::string_view unit) {
  std::vector<std::int64_t> places;
  const auto add = [&](const auto& entries) {
    for (const auto& each : entries)
      if (unit.empty() || each.unit == unit) places.push_back(each.entry);
  };
  add(draft.events);
  add(draft.answers);
  add(draft.marks);
  std::sort(places.begin(), places.end());
  return places;
}

const Stated* nothing_newer(const Draft& draft) {
  if (!draft.alarm.empty() || draft.stated.empty()) return nullptr;
  const auto& newest = draft.stated.back();
  return newest.entries == entries_of(draft) ? &newest : nullptr;
}

std::string draft_json(const Draft& d) {
  Json files = Json::array();
  for (const auto& file : d.files) files.push_back(json_of(file));
  Json events = Json::array();
  for (const auto& event : d.events) events.push_back(json_of(event));
  Json said = Json::array(), answers = Json::array(), marks = Json::array();
  for (const auto& each : d.said) said.push_back(json_of(each));
  for (const auto& each : d.answers) answers.push_back(json_of(each));
  for (const auto& each : d.marks) marks.push_back(json_of(each));
  Json stated = Json::array();
  for (const auto& each : d.stated) stated.push_back(json_of(each));
  const Json json = {{"format", format},
                     {"id", d.id},
                     {"root", d.root},
                     {"draft", d.hex},
                     {"from", d.from},
                     {"key", d.key},
                     {"procedure", d.procedure},
                     {"version", d.version},
                     {"form", d.form},
                     {"older", d.older},
                     {"given", d.given},
                     {"values", form::to_json(d.values)},
                     {"files", files},
                     {"case", d.case_id},
                     {"unit", d.unit},
                     {"step", d.step},
                     {"reviewed", d.reviewed},
                     {"notice_shown", d.notice_shown},
                     {"changed", d.changed},
                     {"stage", stage_name(d.stage)},
                     {"sealed", json_of(d.sealed)},
                     {"capability", d.capability},
                     {"receipt", json_of(d.receipt)},
                     {"events", events},
                     {"said", said},
                     {"answers", answers},
                     {"marks", marks},
                     {"stated", stated},
                     {"alarm", d.alarm},
                     {"evidence", d.evidence}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Draft> read_draft(std::string_view text) {
  const auto parsed = codec::json_parse(text);
  if (!parsed) return parsed.error();
  const Json& json = *parsed;
  Draft d;
  if (json.is_object()) {
    d.id = text_at(json, "id");
    d.root = text_at(json, "root");
    d.hex = text_at(json, "draft");
  }
  if (d.id.empty() || d.root.empty() || d.hex.empty() || text_at(json, "format") != format)
    return fail(Code::invalid, "this is not a saved draft", "it was left as it is");
  d.from = text_at(json, "from");
  d.key = text_at(json, "key");
  d.procedure = text_at(json, "procedure");
  d.version = text_at(json, "version");
  d.form = text_at(json, "form");
  d.older = text_at(json, "older");
  for (const auto& [field, unit] : object_at(json, "given").items())
    if (unit.is_string()) d.given[field] = unit.get<std::string>();
  d.values = form::read_values(object_at(json, "values"));
  for (const auto& file : array_at(json, "files"))
    if (file.is_object()) d.files.push_back(kept_file(file));
  d.case_id = text_at(json, "case");
  d.unit = text_at(json, "unit");
  d.step = text_at(json, "step");
  d.reviewed = flag_at(json, "reviewed");
  d.notice_shown = text_at(json, "notice_shown");
  d.changed = text_at(json, "changed");
  const auto stage = text_at(json, "stage");
  d.stage = stage == "sent" ? Stage::sent : stage == "sealed" ? Stage::sealed : Stage::editing;
  const Json& sealed = object_at(json, "sealed");
  d.sealed = {.envelope = text_at(sealed, "envelope"),
              .signature = text_at(sealed, "signature"),
              .file = text_at(sealed, "file"),
              .body = text_at(sealed, "body"),
              .size = number_at(sealed, "size")};
  d.capability = text_at(json, "capability");
  const Json& receipt = object_at(json, "receipt");
  d.receipt = {.number = text_at(receipt, "number"),
               .proof = text_at(receipt, "proof"),
               .ack = text_at(receipt, "ack"),
               .salt = text_at(receipt, "salt"),
               .time = text_at(receipt, "time")};
  for (const auto& event : array_at(json, "events"))
    if (event.is_object()) d.events.push_back(record_event(event));
  for (const auto& each : array_at(json, "said"))
    if (each.is_object()) d.said.push_back(record_said(each));
  for (const auto& each : array_at(json, "answers"))
    if (each.is_object()) d.answers.push_back(record_answer(each));
  for (const auto& each : array_at(json, "marks"))
    if (each.is_object()) d.marks.push_back(record_mark(each));
  for (const auto& each : array_at(json, "stated"))
    if (each.is_object()) d.stated.push_back(stated_of(each));
  d.alarm = text_at(json, "alarm");
  d.evidence = text_at(json, "evidence");
  return d;
}

std::int64_t size_of_files(const Draft& draft) {
  std::int64_t sum = 0;
  for (const auto& file : draft.files) sum += file.size;
  return sum;
}

std::vector<std::string> attached_components(const Draft& draft) {
  std::vector<std::string> out;
  for (const auto& file : draft.files) out.push_back(file.component);
  return out;
}

}  // namespace motcua::app
