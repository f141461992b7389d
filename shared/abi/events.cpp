// Events of units, and the requests of their desks.

#include "shared/abi/dossier_members.h"
#include "shared/abi/log_members.h"
#include "shared/abi/note_keys.h"
#include "shared/motcua.h"
#include "shared/record/desk_request.h"
#include "shared/record/state.h"
#include "shared/record/time.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

Json to_json(const record::Event& event) {
  return Json{{"submission", event.submission},
              {"sequence", event.sequence},
              {"status", event.status},
              {"state", event.state},
              {"time", event.time},
              {"unit", event.unit},
              {"body", event.body},
              {"message", event.message},
              {"code", event.code}};
}

Result<record::Event> read_event(const Json& json) {
  Members members(json, "the event");
  record::Event event;
  event.submission = members.text("submission", 12);
  event.sequence = static_cast<std::uint64_t>(members.integer("sequence", 1, 1'000'000));
  event.state = members.text("state", 40);
  auto status = record::state_status(event.state);
  if (!status) return status.error();
  event.status = *status;
  if (members.has("status")) members.require(members.integer("status", 2, 10) == *status, "status");
  event.time = members.text("time", 20);
  event.unit = members.text("unit", 32);
  event.body = members.text("body", 64);
  event.message = members.has("message") ? members.text("message", 64) : "-";
  event.code = members.has("code") ? members.text("code", 40) : "-";
  if (auto finished = members.finish(); !finished) return finished.error();
  return event;
}

}  // namespace

char* motcua_event_make(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Json& json = members.object("event");
    const sign::NoteSigner unit = read_signer(members, "key");
    if (auto status = members.finish(); !status) return status.error();
    auto event = read_event(json);
    if (!event) return event.error();
    auto note = record::make_event(*event, unit);
    if (!note) return note.error();
    return Json{{"note", *note}};
  });
}

char* motcua_event_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("note", 64 << 10);
    const record::UnitKeys units = read_unit_keys(members, "keys");
    const std::vector<record::Step> history = read_history(members);
    const AboutDossier about(members);
    const auto index = read_index(members);
    if (auto status = members.finish(); !status) return status.error();
    auto event = record::verify_event(note, units, index);
    if (!event) return event.error();
    if (auto status = about.check(*event); !status) return status.error();
    if (auto status = record::check_next(*event, history); !status) return status.error();
    Json json = to_json(*event);
    json["former"] = event->signature.former;
    return json;
  });
}

char* motcua_event_next(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string state = members.text("state", 40);
    if (auto status = members.finish(); !status) return status.error();
    int status = record::filed;
    if (state != "-") {
      auto known = record::state_status(state);
      if (!known) return known.error();
      status = *known;
    }
    Json next = Json::array();
    for (const int each : record::next_statuses(status)) next.push_back(record::state_name(each));
    const bool last = next.empty();
    return Json{{"status", status}, {"next", std::move(next)}, {"final", last}};
  });
}

char* motcua_request_make(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    record::DeskRequest of;
    of.unit = members.text("unit", 32);
    of.purpose = members.text("purpose", 16);
    of.subject = members.text("subject", 12);
    of.time = members.text("time", 20);
    of.nonce = members.text("nonce", 32);
    const sign::NoteSigner unit = read_signer(members, "key");
    if (auto status = members.finish(); !status) return status.error();
    auto note = record::make_desk_request(of, unit);
    if (!note) return note.error();
    return Json{{"note", *note}};
  });
}

char* motcua_request_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("note", 64 << 10);
    const record::UnitKeys units = read_unit_keys(members, "keys");
    const std::string purpose = members.text("purpose", 16);
    auto now = record::parse_time(members.text("now", 20));
    if (!now) members.refuse(now.error());
    const std::int64_t max_age =
        members.has("max_age") ? members.integer("max_age", 1, 24 * 60 * 60) : 300;
    if (auto status = members.finish(); !status) return status.error();
    auto of = record::verify_desk_request(note, units, purpose, *now, max_age);
    if (!of) return of.error();
    return Json{{"unit", of->unit},
                {"purpose", of->purpose},
                {"subject", of->subject},
                {"time", of->time},
                {"nonce", of->nonce}};
  });
}
