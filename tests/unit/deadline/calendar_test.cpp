#include "shared/deadline/calendar.h"

#include "shared/deadline/calendar_lint.h"
#include "shared/deadline/timetable.h"
#include "tests/unit/deadline/country.h"

using namespace deadline_test;

namespace {

template <class Change>
Code calendar_code(Change change) {
  Json data = calendar_json();
  change(data);
  const auto read = read_calendar(data);
  return read ? Code::other : read.error().code;
}

template <class Change>
Code office_code(Change change) {
  Json data = office_json();
  change(data);
  const auto read = read_office(data);
  return read ? Code::other : read.error().code;
}

}  // namespace

TEST_CASE("days and moments of Vietnam", "[deadline]") {
  CHECK(day_of(0) == 0);
  CHECK(day_of(17 * 3600 - 1) == 0);
  CHECK(day_of(17 * 3600) == 1);
  CHECK(second_of(0) == 7 * 3600);
  CHECK(weekday(day("2026-08-24")) == 0);
  CHECK(weekday(day("2026-08-30")) == 6);
  CHECK(day("2200-12-31") == last_day);
  CHECK(at("2026-08-28 14:05") == 1787900700);
  for (const char* bad : {"", "7:30", "24:00", "12:60", "1x:00", "12-30", "12:300"}) {
    CHECK_FALSE(read_clock(bad));
  }
  CHECK(read_clock("23:59") == 1439);
}

TEST_CASE("the country's calendar is in order", "[deadline]") {
  const Country country;
  CHECK(lint::calendar(country.calendar) == lint::Findings{});
  CHECK(lint::office(country.office) == lint::Findings{});
  CHECK(lint::unverified(country.calendar) == 24);
  CHECK(lint::unverified(country.office) == 1);
  // Days off that are not on a weekend: what was announced, and what the law gives for 2027.
  const Timetable timetable(country.calendar, country.office);
  const auto off = [&](int year) {
    int count = 0;
    for (Day each = day(std::to_string(year) + "-01-01"); year_of(each) == year; ++each) {
      count += !is_weekend(each) && !timetable.working(each) ? 1 : 0;
    }
    return count;
  };
  CHECK(off(2025) == 12);
  CHECK(off(2026) == 13);
  CHECK(off(2027) == 11);
  CHECK(timetable.working(day("2026-08-22")));
  CHECK_FALSE(timetable.working(day("2026-08-23")));
}

TEST_CASE("a calendar with a slip is refused", "[deadline]") {
  CHECK(calendar_code([](Json&) {}) == Code::other);
  const auto& invalid = Code::invalid;
  CHECK(calendar_code([](Json& d) { d["format"] = "motcua.calendar/2"; }) == invalid);
  CHECK(calendar_code([](Json& d) { d["more"] = 1; }) == invalid);
  CHECK(calendar_code([](Json& d) { d["years"] = Json::array(); }) == invalid);
  CHECK(calendar_code([](Json& d) { std::swap(d["years"][0], d["years"][1]); }) == invalid);
  CHECK(calendar_code([](Json& d) { d["years"][1]["year"] = 2025; }) == invalid);
  CHECK(calendar_code([](Json& d) { d["years"][0]["state"] = "guessed"; }) == invalid);
  CHECK(calendar_code([](Json& d) { d["years"][0].erase("source"); }) == invalid);
  const auto off = [](auto change) {
    return calendar_code([&](Json& d) { change(d["years"][0]["days_off"][0]); });
  };
  CHECK(off([](Json& d) { d["date"] = "2026-01-02"; }) == invalid);
  CHECK(off([](Json& d) { d["date"] = "2025-02-30"; }) == invalid);
  CHECK(off([](Json& d) { d["until"] = "2025-01-01"; }) == invalid);
  CHECK(off([](Json& d) { d["until"] = "2026-01-03"; }) == invalid);
  CHECK(off([](Json& d) { d["date"] = "2025-01-28"; }) == Code::duplicate);
  CHECK(off([](Json& d) { d.erase("name"); }) == invalid);
  CHECK(off([](Json& d) { d["in_force"] = "no"; }) == invalid);
  const auto swap = [](auto change) {
    return calendar_code([&](Json& d) { change(d["years"][0]["swaps"][0]); });
  };
  CHECK(swap([](Json& d) { d["work"] = "2025-04-28"; }) == invalid);
  CHECK(swap([](Json& d) { d["off"] = "2025-05-03"; }) == invalid);
  CHECK(swap([](Json& d) { d["work"] = "2025-12-27"; }) == invalid);
  CHECK(swap([](Json& d) { d["off"] = "2025-05-01"; }) == Code::duplicate);
}

TEST_CASE("an office with a slip is refused", "[deadline]") {
  CHECK(office_code([](Json&) {}) == Code::other);
  const auto& invalid = Code::invalid;
  CHECK(office_code([](Json& d) { d["format"] = "motcua.office/2"; }) == invalid);
  CHECK(office_code([](Json& d) { d.erase("week"); }) == invalid);
  CHECK(office_code([](Json& d) { d["week"] = Json::object(); }) == invalid);
  CHECK(office_code([](Json& d) { d["week"]["someday"] = Json::array(); }) == invalid);
  CHECK(office_code([](Json& d) { d["due_at"] = "noon"; }) == invalid);
  CHECK(office_code([](Json& d) { d["cut_off"] = "25:00"; }) == invalid);
  CHECK(office_code([](Json& d) { d["reception_only"] = {"sunday"}; }) == invalid);
  CHECK(office_code([](Json& d) { d["reception_only"] = {"monday", "monday"}; }) == invalid);
  CHECK(office_code([](Json& d) {
          d["reception_only"] = {"monday", "tuesday", "wednesday", "thursday", "friday"};
        }) == invalid);
  for (const char* hours : {"07:30", "07:30-07:30", "08:00-07:00", "07:30-24:00", "7:30-11:30 "}) {
    INFO(hours);
    CHECK(office_code([&](Json& d) { d["week"]["monday"] = Json::array({hours}); }) == invalid);
  }
  CHECK(office_code([](Json& d) {
          d["week"]["monday"] = {"07:30-11:30", "11:30-12:00"};
        }) == invalid);
  const Json day{{"date", "2026-08-25"},
                 {"name", {{"vi", "Thử"}}},
                 {"source", {{"text", "Thử"}, {"date", "2026-08-01"}}}};
  CHECK(office_code([&](Json& d) { d["closed"] = Json::array({day, day}); }) == Code::duplicate);
  CHECK(office_code([&](Json& d) { d["open"] = Json::array({day}); }) == invalid);
}

TEST_CASE("lint finds what readers let pass", "[deadline]") {
  Json data = calendar_json();
  data["version"] = "new";
  data["years"][0]["days_off"][0]["name"].erase("en");
  data["years"][1]["state"] = "computed";
  data["years"][2]["state"] = "published";
  data["years"][2]["days_off"][0]["name"]["en"] = " x";
  CHECK(lint::calendar(read_calendar(data).value()) ==
        lint::Findings{"version: is not a day such as 2026-11-22",
                       "2025-01-01: “Tết Dương lịch” has no English",
                       "2027: is published, though the year before is only computed",
                       "2027-01-01: “ x” is not in normal form, or has stray spaces or marks"});
  data = calendar_json();
  data["years"].erase(1);
  CHECK(lint::calendar(read_calendar(data).value()) ==
        lint::Findings{"2027: a year before it is missing"});
}
