#include "shared/codec/json.h"
#include "shared/deadline/calendar.h"
#include "shared/deadline/read.h"

namespace motcua::deadline {
namespace {

using form::Presence;
using form::Reader;

constexpr std::size_t max_years = 200, max_days_off = 100, max_swaps = 50;
constexpr int first_year = 1971, last_year = 2199;
/// Between a day off and the day that is worked for it.
constexpr int max_apart = 90;

form::Source own_source(Reader& reader, const form::Source& of_year) {
  const form::Source own = reader.source("source");
  return own.text.empty() ? of_year : own;
}

void keep_to_year(Reader& reader, std::string_view key, Day day, int year) {
  if (year_of(day) != year) reader.fail(key, "must be in the year that it stands in");
}

DayOff read_day_off(Reader& reader, const Year& year, std::set<Day>& taken) {
  DayOff off;
  const Stretch days = read_stretch(reader);
  off.first = days.first;
  off.last = days.last;
  off.name = reader.words("name");
  off.in_force = reader.flag("in_force", true);
  off.source = own_source(reader, year.source);
  keep_to_year(reader, "date", off.first, year.year);
  keep_to_year(reader, "until", off.last, year.year);
  add_days(reader, "date", days, taken);
  reader.done();
  return off;
}

Swap read_swap(Reader& reader, const Year& year, std::set<Day>& taken) {
  Swap swap;
  swap.off = read_day(reader, "off");
  swap.work = read_day(reader, "work");
  swap.name = reader.words("name");
  swap.source = own_source(reader, year.source);
  keep_to_year(reader, "off", swap.off, year.year);
  if (is_weekend(swap.off)) reader.fail("off", "must not be on a weekend");
  if (!is_weekend(swap.work)) reader.fail("work", "must be on a weekend");
  if (swap.work - swap.off > max_apart || swap.off - swap.work > max_apart) {
    reader.fail("work", "is too far from the day that is off");
  }
  add_days(reader, "off", {swap.off, swap.off}, taken);
  add_days(reader, "work", {swap.work, swap.work}, taken);
  reader.done();
  return swap;
}

Year read_year(Reader& reader, std::set<Day>& taken) {
  Year year;
  year.year = static_cast<int>(reader.integer("year", 0, first_year, last_year));
  if (year.year == 0) reader.fail("year", "is missing");
  const std::string state = reader.text("state");
  year.state = state == "computed" ? Year::State::computed : Year::State::published;
  if (state != "computed" && state != "published") {
    reader.fail("state", "must be published or computed");
  }
  year.source = reader.source("source", Presence::needed);
  for (Reader& item : reader.objects("days_off", max_days_off)) {
    year.days_off.push_back(read_day_off(item, year, taken));
  }
  for (Reader& item : reader.objects("swaps", max_swaps, Presence::optional)) {
    year.swaps.push_back(read_swap(item, year, taken));
  }
  reader.done();
  return year;
}

}  // namespace

Result<Calendar> read_calendar(const nlohmann::json& data) {
  std::optional<Error> error;
  Reader reader(data, "", error);
  if (reader.text("format") != "motcua.calendar/1") {
    reader.fail("format", "must be motcua.calendar/1");
  }
  std::string version = reader.text("version");
  std::vector<Year> years;
  std::set<Day> taken;
  for (Reader& item : reader.objects("years", max_years)) {
    years.push_back(read_year(item, taken));
    if (error) return *error;
    if (years.size() > 1 && years.back().year <= years[years.size() - 2].year) {
      item.fail("year", "must be later than the one before");
    }
  }
  reader.done();
  if (error) return *error;
  return Calendar(std::move(version), std::move(years));
}

Result<Calendar> parse_calendar(std::string_view json_text) {
  const auto data = codec::json_parse(json_text);
  if (!data) return data.error();
  return read_calendar(*data);
}

}  // namespace motcua::deadline
