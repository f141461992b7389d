// By when units must answer, counted for many matters at once.

#include "shared/feedback/clocks.h"

#include "shared/abi/course_members.h"
#include "shared/deadline/working_json.h"
#include "shared/motcua.h"
#include "shared/record/time.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

constexpr std::size_t most_matters = 10'000, most_steps = 100;

deadline::Moment read_moment(Members& from, std::string_view name) {
  const auto moment = record::parse_time(from.text(name, 20));
  if (!moment) from.refuse(name);
  return moment ? *moment : 0;
}

Result<feedback::Matter> read_matter(const Json& json) {
  Members members(json, "a matter");
  feedback::Matter matter;
  matter.kind = read_kind(members);
  matter.said = read_moment(members, "time");
  for (const Json& item : members.array("steps", most_steps)) {
    Members one(item, "the steps");
    matter.steps.push_back({read_step(one), read_moment(one, "time")});
    if (auto status = one.finish(true); !status) members.refuse(status.error());
  }
  for (const Json& item : members.array("additions", most_steps)) {
    const auto* text = item.get_ptr<const std::string*>();
    const auto moment = record::parse_time(text == nullptr ? std::string_view() : *text);
    if (!moment) members.refuse("additions");
    matter.additions.push_back(moment ? *moment : 0);
  }
  if (auto status = members.finish(); !status) return status.error();
  return matter;
}

Json to_json(const feedback::Clock& clock) {
  Json json{{"duty", duty_name(clock.duty)},
            {"late", clock.late},
            {"may_change", clock.deadline.may_change},
            {"working", working_json(clock.deadline.working)}};
  if (clock.deadline.due) json["due"] = record::time_text(*clock.deadline.due);
  if (clock.met) json["met"] = record::time_text(*clock.met);
  return json;
}

}  // namespace

char* motcua_feedback_clocks(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const auto calendar = deadline::read_calendar(members.object("calendar"));
    const auto office = deadline::read_office(members.object("office"));
    const Json& matters = members.array("matters", most_matters);
    const deadline::Moment now = read_moment(members, "now");
    if (auto status = members.finish(); !status) return status.error();
    if (!calendar) return calendar.error();
    if (!office) return office.error();
    const deadline::Timetable timetable(*calendar, *office);
    Json all = Json::array();
    for (const Json& each : matters) {
      const auto matter = read_matter(each);
      if (!matter) return matter.error();
      const auto found = feedback::clocks(timetable, *matter, now);
      if (!found) return found.error();
      Json clocks = Json::array();
      for (const feedback::Clock& clock : *found) clocks.push_back(to_json(clock));
      all.push_back(std::move(clocks));
    }
    return Json{{"clocks", std::move(all)}};
  });
}
