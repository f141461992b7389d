// When dossiers are due, and whether they were handled in time.

#include <array>

#include "shared/abi/call.h"
#include "shared/deadline/lateness.h"
#include "shared/deadline/working_json.h"
#include "shared/motcua.h"
#include "shared/record/time.h"

using namespace motcua;
using namespace motcua::abi;
using namespace motcua::deadline;

namespace {

constexpr std::size_t max_dossiers = 1000;

Moment read_moment(Members& members, std::string_view name) {
  const auto moment = record::parse_time(members.text(name, 20));
  if (moment) return *moment;
  members.refuse(name);
  return 0;
}

/// The value whose name stands there.
template <class Value, std::size_t n>
Value named(Members& members, std::string_view name, std::string_view (*name_of)(Value),
            const std::array<Value, n>& values) {
  const std::string text = members.text(name, 40);
  for (const Value value : values) {
    if (name_of(value) == text) return value;
  }
  members.refuse(name);
  return values[0];
}

Result<Limit> read_limit(const Json& data) {
  Members members(data, "the limit");
  Limit limit;
  limit.value = static_cast<int>(members.integer("value", 1, 1000));
  limit.unit =
      named(members, "unit", unit_name,
            std::array{Unit::hours, Unit::working_days, Unit::days, Unit::months, Unit::years});
  if (members.has("same_day_before")) {
    limit.same_day_before = read_clock(members.text("same_day_before", 5));
    members.require(limit.same_day_before.has_value(), "same_day_before");
  }
  if (auto status = members.finish(); !status) return status.error();
  return limit;
}

Result<Pause> read_pause(const Json& data) {
  Members members(data, "a pause");
  Pause pause;
  pause.from = read_moment(members, "from");
  if (members.has("to")) pause.to = read_moment(members, "to");
  pause.why = members.has("why")
                  ? named(members, "why", why_name,
                          std::array{Why::supplement, Why::payment, Why::stopped, Why::other})
                  : Why::supplement;
  if (auto status = members.finish(); !status) return status.error();
  return pause;
}

Result<Change> read_change(const Json& data) {
  Members members(data, "a change");
  Change change;
  change.status = static_cast<int>(members.integer("status", 1, 10));
  change.at = read_moment(members, "time");
  if (auto status = members.finish(); !status) return status.error();
  return change;
}

Result<Appointment> read_appointment(const Json& data) {
  Members members(data, "the appointment");
  Appointment appointment;
  appointment.due = read_moment(members, "due");
  if (members.has("given")) appointment.given = read_moment(members, "given");
  if (auto status = members.finish(); !status) return status.error();
  return appointment;
}

template <class T>
std::vector<T> read_all(Members& members, std::string_view name, std::size_t most,
                        Result<T> (*read)(const Json&)) {
  std::vector<T> list;
  for (const Json& each : members.array(name, most)) {
    auto one = read(each);
    if (one) {
      list.push_back(*one);
    } else {
      members.refuse(one.error());
    }
  }
  return list;
}

Json deadline_json(const Deadline& found) {
  Json json{{"may_change", found.may_change}, {"working", working_json(found.working)}};
  if (found.due) json["due"] = record::time_text(*found.due);
  return json;
}

Json lateness_json(const Lateness& found) {
  Json reasons = Json::array();
  for (const auto reason : found.reasons) reasons.push_back(reason_name(reason));
  Json json = found.received ? deadline_json(found.deadline) : Json::object();
  json["outcome"] = outcome_name(found.outcome);
  json["reasons"] = std::move(reasons);
  if (!found.received) return json;
  json["received"] = record::time_text(*found.received);
  json["compared"] = record::time_text(found.compared);
  json["days"] = found.days;
  json["seconds"] = found.seconds;
  json["requests"] = found.requests;
  if (found.appointed && found.due) json["appointment"] = record::time_text(*found.due);
  return json;
}

Result<Json> answer_one(const Timetable& timetable, const Json& data) {
  Members members(data, "a dossier");
  const auto limit = read_limit(members.any("limit"));
  if (!limit) members.refuse(limit.error());
  if (members.has("history")) {
    const auto history = read_all(members, "history", max_history, read_change);
    const Moment now = read_moment(members, "now");
    std::optional<Appointment> appointment;
    if (members.has("appointment")) {
      auto given = read_appointment(members.object("appointment"));
      if (given) {
        appointment = *given;
      } else {
        members.refuse(given.error());
      }
    }
    if (auto status = members.finish(); !status) return status.error();
    const auto found = lateness(timetable, std::optional(*limit), history, now, appointment);
    return found ? Result<Json>(lateness_json(*found)) : found.error();
  }
  Asked asked;
  asked.received = read_moment(members, "received");
  if (members.has("pauses")) asked.pauses = read_all(members, "pauses", max_pauses, read_pause);
  if (auto status = members.finish(); !status) return status.error();
  asked.limit = *limit;
  const auto found = deadline::deadline(timetable, asked);
  return found ? Result<Json>(deadline_json(*found)) : found.error();
}

}  // namespace

char* motcua_deadline(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const auto calendar = read_calendar(members.object("calendar"));
    const auto office = read_office(members.object("office"));
    const Json& dossiers = members.array("dossiers", max_dossiers);
    if (auto status = members.finish(); !status) return status.error();
    if (!calendar) return calendar.error();
    if (!office) return office.error();
    const Timetable timetable(*calendar, *office);
    Json answers = Json::array();
    for (const Json& each : dossiers) {
      auto one = answer_one(timetable, each);
      if (!one) return one.error();
      answers.push_back(std::move(*one));
    }
    return Json{{"answers", std::move(answers)}};
  });
}
