// Slips: read, compared with their event, laid out as sheets; and the codes on paper.

#include "shared/abi/log_members.h"
#include "shared/abi/note_keys.h"
#include "shared/motcua.h"
#include "shared/record/acknowledgement.h"
#include "shared/record/event_code.h"
#include "shared/record/number.h"
#include "shared/slip/fit.h"
#include "shared/slip/layout.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::size_t max_code = 4096;

std::string optional_text(Members& from, std::string_view name, std::size_t most) {
  return from.has(name) ? from.text(name, most) : std::string();
}

/// The slip of the member "text", once it fits what else the request names.
Result<slip::Slip> read_slip(Members& from) {
  const std::string& text = from.document("text", slip::max_bytes);
  const auto submission = optional_text(from, "submission", 12);
  const auto unit = optional_text(from, "unit", 32);
  const auto body = optional_text(from, "body", 64);
  const auto state = optional_text(from, "state", 40);
  if (!from.ok()) return from.finish().error();
  auto slip = slip::parse_slip(text);
  if (!slip) return slip;
  if (auto fits = slip::check_fit(*slip, submission, unit, body, state); !fits) return fits.error();
  return slip;
}

Json to_json(const record::CodedEvent& coded) {
  const record::Event& event = coded.event;
  return {{"kind", "event"},
          {"submission", event.submission},
          {"sequence", event.sequence},
          {"status", event.status},
          {"state", event.state},
          {"time", event.time},
          {"unit", event.unit},
          {"body", event.body},
          {"message", event.message},
          {"code", event.code},
          {"note", coded.note},
          {"former", coded.event.signature.former}};
}

/// As a note is written, though it was pasted: lines end with a newline, none is empty at an end.
std::string as_note(std::string_view typed) {
  std::string text;
  for (const char c : typed)
    if (c != '\r') text += c;
  const auto first = text.find_first_not_of(" \n\t"), last = text.find_last_not_of(" \n\t");
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1) + "\n";
}

Result<Json> check_acknowledgement(std::string_view text, const sign::NoteVerifier& log) {
  auto ack = record::verify_acknowledgement(as_note(text), log);
  if (!ack) return ack.error();
  return Json{{"kind", "acknowledgement"},
              {"submission", ack->number},
              {"body", ack->body},
              {"time", ack->time}};
}

}  // namespace

char* motcua_slip_check(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    auto slip = read_slip(members);
    if (!slip) return slip.error();
    if (auto status = members.finish(); !status) return status.error();
    auto text = slip::slip_text(*slip);
    if (!text) return text.error();
    return Json{{"text", *text},
                {"form", slip::form_name(slip->form())},
                {"state", slip::state_of(slip->form())}};
  });
}

char* motcua_slip_sheet(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string language = members.text("language", 16);
    const Json& given = members.object("words");
    const std::string code = optional_text(members, "code", record::max_event_code);
    auto slip = read_slip(members);
    if (!slip) return slip.error();
    if (auto status = members.finish(); !status) return status.error();
    auto words = slip::Words::read(given);
    if (!words) return words.error();
    return slip::sheet_json(slip::layout(*slip, language, *words, code));
  });
}

char* motcua_event_code(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("note", 64 << 10);
    const record::UnitKeys units = read_unit_keys(members, "keys");
    const auto index = read_index(members);
    if (auto status = members.finish(); !status) return status.error();
    auto code = record::make_event_code(note, units, index);
    if (!code) return code.error();
    return Json{{"code", *code}};
  });
}

char* motcua_code_check(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string text = members.document("text", max_code);
    const record::UnitKeys units = read_unit_keys(members, "keys");
    const sign::NoteVerifier log = read_vkey(members, "log");
    if (auto status = members.finish(); !status) return status.error();
    if (!record::event_code_like(text)) return check_acknowledgement(text, log);
    auto coded = record::verify_event_code(text, units);
    if (!coded) return coded.error();
    return to_json(*coded);
  });
}
