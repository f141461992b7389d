#include "shared/deadline/office.h"

#include <algorithm>

#include "shared/codec/json.h"
#include "shared/deadline/read.h"

namespace motcua::deadline {
namespace {

using codec::Json;
using form::Presence;
using form::Reader;

constexpr std::size_t max_sessions = 4, max_own_days = 400;
constexpr std::string_view weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday"};

/// "07:30-11:30"
std::optional<Session> read_session(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  const auto opens = read_clock(text.substr(0, 5)), closes = read_clock(text.substr(6));
  if (!opens || !closes || *opens >= *closes) return std::nullopt;
  return Session{*opens, *closes};
}

Sessions read_sessions(Reader& reader, std::string_view key) {
  Sessions sessions;
  for (const std::string& text : reader.texts(key, max_sessions)) {
    const auto session = read_session(text);
    if (!session || (!sessions.empty() && session->opens <= sessions.back().closes)) {
      reader.fail(key, "must be hours such as 07:30-11:30, one after the other");
      return {};
    }
    sessions.push_back(*session);
  }
  return sessions;
}

void read_week(Reader& reader, Office& office, std::optional<Error>& error) {
  const Json* data = reader.member("week");
  if (!data) return reader.fail("week", "is missing");
  Reader week(*data, "week", error);
  for (std::size_t day = 0; day < 7; ++day) {
    office.week[day] = read_sessions(week, weekdays[day]);
    office.working[day] = !office.week[day].empty();
  }
  week.done();
  for (const std::string& name : reader.texts("reception_only", 7)) {
    const auto* day = std::find(std::begin(weekdays), std::end(weekdays), name);
    const auto at = static_cast<std::size_t>(day - std::begin(weekdays));
    if (at == 7 || !office.working[at]) {
      reader.fail("reception_only", "must name days of the week that have hours, each once");
      return;
    }
    office.working[at] = false;
  }
  if (std::find(office.working.begin(), office.working.end(), true) == office.working.end()) {
    reader.fail("week", "has no working day");
  }
}

void read_own_days(Reader& reader, Office& office) {
  std::set<Day> taken;
  for (Reader& item : reader.objects("closed", max_own_days, Presence::optional)) {
    const Stretch days = read_stretch(item);
    office.closed.push_back(
        {days.first, days.last, item.words("name"), item.source("source", Presence::needed)});
    add_days(item, "date", days, taken);
    item.done();
  }
  for (Reader& item : reader.objects("open", max_own_days, Presence::optional)) {
    OwnDay own;
    own.day = read_day(item, "date");
    own.sessions = read_sessions(item, "hours");
    own.name = item.words("name");
    own.source = item.source("source", Presence::needed);
    if (own.sessions.empty()) item.fail("hours", "are missing");
    add_days(item, "date", {own.day, own.day}, taken);
    item.done();
    office.open.push_back(std::move(own));
  }
  std::sort(office.closed.begin(), office.closed.end(),
            [](const Closure& a, const Closure& b) { return a.first < b.first; });
  std::sort(office.open.begin(), office.open.end(),
            [](const OwnDay& a, const OwnDay& b) { return a.day < b.day; });
}

}  // namespace

Result<Office> read_office(const Json& data) {
  std::optional<Error> error;
  Reader reader(data, "", error);
  Office office;
  if (reader.text("format") != "motcua.office/1") reader.fail("format", "must be motcua.office/1");
  office.name = reader.words("name");
  office.source = reader.source("source", Presence::needed);
  read_week(reader, office, error);
  if (reader.member("cut_off")) {
    office.cut_off = read_clock(reader.text("cut_off"));
    if (!office.cut_off) reader.fail("cut_off", "must be a time of the day, 15:00");
  }
  const std::string due_at = reader.text("due_at");
  office.due_at = due_at == "clock-time" ? DueAt::clock_time : DueAt::end_of_day;
  if (due_at != "clock-time" && due_at != "end-of-day") {
    reader.fail("due_at", "must be end-of-day or clock-time");
  }
  read_own_days(reader, office);
  reader.done();
  if (error) return *error;
  return office;
}

Result<Office> parse_office(std::string_view json_text) {
  const auto data = codec::json_parse(json_text);
  if (!data) return data.error();
  return read_office(*data);
}

}  // namespace motcua::deadline
