#include "shared/form/date.h"

#include <array>

#include <catch2/catch_test_macros.hpp>

using namespace motcua::form;

namespace {

Date date(const char* text) { return parse_date(text).value_or(Date{}); }

}  // namespace

TEST_CASE("only days that exist are dates", "[form]") {
  for (const char* good : {"2026-11-22", "2024-02-29", "1800-01-01", "2200-12-31", "1961"}) {
    INFO(good);
    REQUIRE(parse_date(good));
    CHECK(to_text(*parse_date(good)) == good);
  }
  for (const char* bad :
       {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-1-2", "22/11/2026",
        "1799-12-31", "2201-01-01", "26", "2026-11-22T", "2026-11", "-026-11-22", "２０２６"}) {
    INFO(bad);
    CHECK_FALSE(parse_date(bad));
  }
}

TEST_CASE("the day in Vietnam is seven hours ahead", "[form]") {
  CHECK(day_of("2026-11-22T05:00:00Z") == date("2026-11-22"));
  CHECK(day_of("2026-11-22T16:59:59Z") == date("2026-11-22"));
  CHECK(day_of("2026-11-22T17:00:00Z") == date("2026-11-23"));
  CHECK(day_of("2026-12-31T20:00:00Z") == date("2027-01-01"));
  CHECK(day_of("2026-11-22") == date("2026-11-22"));
  for (const char* bad : {"", "2026", "2026-11-22T05:00", "2026-11-22 05:00:00Z",
                          "2026-11-22T25:00:00Z", "2026-11-22T05:00:00+07:00"}) {
    INFO(bad);
    CHECK_FALSE(day_of(bad));
  }
}

TEST_CASE("day numbers go both ways", "[form]") {
  CHECK(first_day(date("1970-01-01")) == 0);
  CHECK(first_day(date("2000-03-01")) == 11017);
  CHECK(first_day(date("2026-11-22")) == 20779);
  for (int day = -60000; day < 80000; day += 37) CHECK(first_day(from_day(day)) == day);
  CHECK(last_day(date("1961")) - first_day(date("1961")) == 364);
}

TEST_CASE("typed parts become a value and come back", "[form]") {
  CHECK(join_date("5", "10", "2026") == "2026-10-5");
  CHECK(join_date("", "", "1961") == "1961");
  CHECK(join_date("", "", "").empty());
  CHECK(join_date("5", "", "2026") == "2026--5");
  CHECK(join_date(" 5-", "1 0", "2026") == "2026-10-5");
  for (const auto& [day, month, year] :
       {std::array{"5", "10", "2026"}, std::array{"", "", "1961"}, std::array{"5", "", ""},
        std::array{"", "7", "2026"}, std::array{"x", "y", "z"}}) {
    const DateParts parts = split_date(join_date(day, month, year));
    CHECK(parts.day == day);
    CHECK(parts.month == month);
    CHECK(parts.year == year);
  }
}

TEST_CASE("a year alone leaves open what it leaves open", "[form]") {
  CHECK(before(date("1961"), date("1962-01-01")) == true);
  CHECK(before(date("1961"), date("1961-01-01")) == false);
  CHECK_FALSE(before(date("1961"), date("1961-06-01")));
  CHECK_FALSE(before(date("1961"), date("1961")));
  CHECK(before(date("2026-11-22"), date("2026-11-22")) == false);
  CHECK(before(date("2026-11-21"), date("2026-11-22")) == true);

  CHECK(age(date("1996-11-23"), date("2026-11-22")) == 29);
  CHECK(age(date("1996-11-22"), date("2026-11-22")) == 30);
  CHECK_FALSE(age(date("1996"), date("2026-11-22")));
  CHECK(age(date("1996"), date("2026-12-31")) == 30);
}

TEST_CASE("dates move by years and days", "[form]") {
  CHECK(to_text(shifted(date("2024-02-29"), 1, 0)) == "2025-02-28");
  CHECK(to_text(shifted(date("2026-12-31"), 0, 1)) == "2027-01-01");
  CHECK(to_text(shifted(date("2026-03-01"), 0, -1)) == "2026-02-28");
  CHECK(to_text(shifted(date("1961"), 10, 3)) == "1971");
}

TEST_CASE("people read day before month", "[form]") {
  CHECK(to_people(date("2026-10-05")) == "05/10/2026");
  CHECK(to_people(date("1961")) == "1961");
}
