#include "shared/deadline/working_json.h"

#include <optional>

#include "shared/codec/members.h"
#include "shared/form/date.h"
#include "shared/record/time.h"

namespace motcua::deadline {
namespace {

using codec::Json;
using codec::Members;

constexpr std::size_t max_steps = 5000, max_name = 4000;
constexpr std::int64_t max_count = 10'000'000'000;

std::string day_text(Day day) { return form::to_text(form::from_day(day)); }

Day read_day(Members& members, std::string_view name) {
  if (!members.has(name)) return 0;
  const auto date = form::parse_date(members.text(name, 10));
  if (date && date->whole() && date->year >= 1970) return form::first_day(*date);
  members.refuse(name);
  return 0;
}

Moment read_moment(Members& members, std::string_view name) {
  if (!members.has(name)) return 0;
  const auto moment = record::parse_time(members.text(name, 20));
  if (moment) return *moment;
  members.refuse(name);
  return 0;
}

std::int64_t read_number(Members& members, std::string_view name, std::int64_t most) {
  return members.has(name) ? members.integer(name, 0, most) : 0;
}

LocalText read_name(Members& members) {
  LocalText name;
  if (!members.has("name")) return name;
  Members words(members.object("name"), "a name");
  name.vi = words.text("vi", max_name);
  if (words.has("en")) name.en = words.text("en", max_name);
  if (auto status = words.finish(); !status) members.refuse(status.error());
  return name;
}

/// The value whose name that is, up to the last one there is.
template <class Value>
std::optional<Value> named(std::string_view name, std::string_view (*name_of)(Value), Value last) {
  for (int each = 0; each <= static_cast<int>(last); ++each) {
    if (name_of(static_cast<Value>(each)) == name) return static_cast<Value>(each);
  }
  return std::nullopt;
}

bool has_why(Step::Kind kind) { return kind == Step::Kind::paused || kind == Step::Kind::standing; }

bool has_unit(Step::Kind kind) { return kind == Step::Kind::limit || has_why(kind); }

Json step_json(const Step& step) {
  Json json{{"kind", step_name(step.kind)}};
  if (step.at != 0) json["at"] = record::time_text(step.at);
  if (step.until != 0) json["until"] = record::time_text(step.until);
  if (step.first != 0) json["first"] = day_text(step.first);
  if (step.last != 0) json["last"] = day_text(step.last);
  if (step.other != 0) json["other"] = day_text(step.other);
  if (step.number != 0) json["number"] = step.number;
  if (step.number_last != 0) json["number_last"] = step.number_last;
  if (step.count != 0) json["count"] = step.count;
  if (step.free != 0) json["free"] = step.free;
  if (step.clock != 0) json["clock"] = step.clock;
  if (has_why(step.kind)) json["why"] = why_name(step.why);
  if (has_unit(step.kind)) json["unit"] = unit_name(step.unit);
  if (!step.name.vi.empty()) {
    json["name"] = Json{{"vi", step.name.vi}};
    if (!step.name.en.empty()) json["name"]["en"] = step.name.en;
  }
  return json;
}

Result<Step> read_step(const Json& data) {
  Members members(data, "a step");
  Step step;
  const auto kind = named(members.text("kind", 40), step_name, Step::Kind::standing);
  members.require(kind.has_value(), "kind");
  step.kind = kind.value_or(Step::Kind::received);
  step.at = read_moment(members, "at");
  step.until = read_moment(members, "until");
  step.first = read_day(members, "first");
  step.last = read_day(members, "last");
  step.other = read_day(members, "other");
  step.number = static_cast<int>(read_number(members, "number", last_day));
  step.number_last = static_cast<int>(read_number(members, "number_last", last_day));
  step.count = read_number(members, "count", max_count);
  step.free = static_cast<int>(read_number(members, "free", last_day));
  step.clock = static_cast<int>(read_number(members, "clock", 24 * 60));
  if (has_why(step.kind)) {
    const auto why = named(members.text("why", 40), why_name, Why::other);
    members.require(why.has_value(), "why");
    step.why = why.value_or(Why::other);
  }
  if (has_unit(step.kind)) {
    const auto unit = named(members.text("unit", 40), unit_name, Unit::years);
    members.require(unit.has_value(), "unit");
    step.unit = unit.value_or(Unit::days);
  }
  step.name = read_name(members);
  if (auto status = members.finish(); !status) return status.error();
  return step;
}

}  // namespace

Json working_json(const Working& working) {
  Json list = Json::array();
  for (const Step& step : working) list.push_back(step_json(step));
  return list;
}

Result<Working> read_working(const Json& data) {
  if (!data.is_array() || data.size() > max_steps) {
    return fail(Code::invalid, "the steps of a deadline are not a list");
  }
  Working working;
  for (const Json& each : data) {
    auto step = read_step(each);
    if (!step) return step.error();
    working.push_back(std::move(*step));
  }
  return working;
}

}  // namespace motcua::deadline
