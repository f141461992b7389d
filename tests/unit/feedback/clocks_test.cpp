#include "shared/feedback/clocks.h"

#include "tests/unit/deadline/country.h"

using namespace deadline_test;
using feedback::Clock;
using feedback::Duty;
using feedback::Kind;
using feedback::Matter;

namespace {

/// "take-up 2026-11-25 17:00 late, resolve …": by when, and "done" or "late".
std::string told(const Matter& matter, const char* now) {
  const Country country;
  auto found = feedback::clocks(Timetable(country.calendar, country.office), matter, at(now));
  REQUIRE(found);
  std::string all;
  for (const Clock& clock : *found) {
    all += all.empty() ? "" : ", ";
    all += std::string(feedback::duty_name(clock.duty)) + " " + text_of(clock.deadline);
    if (clock.met) all += " done";
    if (clock.late) all += " late";
    CHECK_FALSE(clock.deadline.working.empty());
  }
  return all;
}

}  // namespace

// 23 November 2026 is a Monday; until the end of the year only weekends are free.
TEST_CASE("2 days to take up, 15 to resolve", "[feedback]") {
  Matter matter{Kind::complaint, at("2026-11-23 09:00"), {}, {}};
  CHECK(told(matter, "2026-11-25 16:59") == "take-up 2026-11-25 17:00, resolve 2026-12-14 17:00");
  CHECK(told(matter, "2026-11-25 17:01") ==
        "take-up 2026-11-25 17:00 late, resolve 2026-12-14 17:00");
  CHECK(told(matter, "2026-12-15 08:00") ==
        "take-up 2026-11-25 17:00 late, resolve 2026-12-14 17:00 late");
  matter.steps = {{feedback::Step::refused, at("2026-11-24 10:00")}};
  CHECK(told(matter, "2026-12-15 08:00") == "take-up 2026-11-25 17:00 done");
  matter.steps = {{feedback::Step::refused, at("2026-11-26 10:00")}};
  CHECK(told(matter, "2026-12-15 08:00") == "take-up 2026-11-25 17:00 done late");
}

TEST_CASE("waiting for the applicant is not the unit's time", "[feedback]") {
  Matter matter{Kind::suggestion, at("2026-11-23 09:00"), {}, {}};
  matter.steps = {{feedback::Step::more_wanted, at("2026-11-24 10:00")}};
  CHECK(told(matter, "2026-12-30 08:00") ==
        "take-up 2026-11-25 17:00 done, ask 2026-11-30 17:00 done, resolve -");
  matter.additions = {at("2026-12-01 10:00")};  // a week: five working days later
  CHECK(told(matter, "2026-12-15 08:00") ==
        "take-up 2026-11-25 17:00 done, ask 2026-11-30 17:00 done, resolve 2026-12-21 17:00");
  matter.steps.push_back({feedback::Step::resolved, at("2026-12-22 08:00")});
  CHECK(told(matter, "2026-12-22 09:00") ==
        "take-up 2026-11-25 17:00 done, ask 2026-11-30 17:00 done, "
        "resolve 2026-12-21 17:00 done late, publish 2026-12-24 17:00");
  matter.steps.push_back({feedback::Step::published, at("2026-12-24 08:00")});
  CHECK(told(matter, "2027-01-22 09:00") ==
        "take-up 2026-11-25 17:00 done, ask 2026-11-30 17:00 done, "
        "resolve 2026-12-21 17:00 done late, publish 2026-12-24 17:00 done");
}

TEST_CASE("asked too late, and clocks that differ", "[feedback]") {
  Matter matter{Kind::complaint, at("2026-11-23 09:00"), {}, {}};
  matter.steps = {{feedback::Step::forwarded, at("2026-11-23 08:55")},
                  {feedback::Step::more_wanted, at("2026-12-01 08:00")}};
  CHECK(told(matter, "2026-12-01 09:00") ==
        "take-up 2026-11-25 17:00 done, ask 2026-11-30 17:00 done late, resolve -");
  matter.additions = {at("2026-12-01 07:59")};
  CHECK(told(matter, "2026-12-01 09:00") ==
        "take-up 2026-11-25 17:00 done, ask 2026-11-30 17:00 done late, resolve 2026-12-14 17:00");
}

TEST_CASE("votes and withdrawals have no clocks", "[feedback]") {
  for (const Kind kind : {Kind::vote, Kind::withdrawal, Kind::addition}) {
    CHECK(told({kind, at("2026-11-23 09:00"), {}, {}}, "2027-02-01 08:00").empty());
  }
}
