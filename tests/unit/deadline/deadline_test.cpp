#include "shared/deadline/deadline.h"

#include "tests/unit/deadline/country.h"

using namespace deadline_test;

TEST_CASE("working days of 2026, worked by hand", "[deadline]") {
  const Country country;
  // 31/8 is swapped away, 1/9 and 2/9 are holidays: Thu 3/9, Fri 4/9, Mon 7/9.
  CHECK(country.due("2026-08-28 14:00", working_days(3)) == "2026-09-07 17:00");
  // Sat 22/8 is worked for 31/8.
  CHECK(country.due("2026-08-21 14:05", working_days(3)) == "2026-08-25 17:00");
  CHECK(country.due("2026-08-21 14:05", working_days(1)) == "2026-08-22 17:00");
  // Five days of Tết with a weekend on both sides.
  CHECK(country.due("2026-02-13 08:00", working_days(1)) == "2026-02-23 17:00");
  // Received on a day off: the next working day is the first.
  CHECK(country.due("2026-09-02 09:00", working_days(1)) == "2026-09-03 17:00");
  CHECK(country.due("2026-08-16 23:59", working_days(1)) == "2026-08-17 17:00");
  // The swapped day of last year's May.
  CHECK(country.due("2025-04-25 08:00", working_days(3)) == "2025-04-29 17:00");
}

TEST_CASE("an announced day off counts when the operator says so", "[deadline]") {
  CHECK(Country().due("2026-11-23 09:00", working_days(1)) == "2026-11-24 17:00");
  Json days = calendar_json();
  for (Json& off : days["years"][1]["days_off"]) {
    if (off["date"] == "2026-11-24") off["in_force"] = true;
  }
  CHECK(Country(days).due("2026-11-23 09:00", working_days(1)) == "2026-11-25 17:00");
}

TEST_CASE("a year that is only computed moves holidays off weekends and says so", "[deadline]") {
  const Country country;
  // Tết from Fri 5/2 to Tue 9/2/2027; Saturday and Sunday of it are given on Wed and Thu.
  CHECK(country.due("2027-02-04 09:00", working_days(1)) == "2027-02-12 17:00");
  // 1/5/2027 is a Saturday.
  CHECK(country.due("2027-04-29 09:00", working_days(1)) == "2027-05-04 17:00");
  const Deadline reaches = country.ask({at("2026-12-31 10:00"), working_days(1), {}});
  CHECK(text_of(reaches) == "2027-01-04 17:00");
  CHECK(reaches.may_change);
  CHECK(kinds(reaches.working) ==
        "limit received receipt-day holiday counted due year-unverified year-computed");
  const Deadline unknown = country.ask({at("2027-12-30 10:00"), working_days(600), {}});
  CHECK(unknown.may_change);
  const Step& last = unknown.working.back();
  CHECK(step_name(last.kind) == "year-absent");
  CHECK(last.number == 2028);
  CHECK(last.number_last == 2030);
  CHECK_FALSE(country.ask({at("2026-08-28 14:00"), working_days(3), {}}).may_change);
}

TEST_CASE("the rule of the same day", "[deadline]") {
  const Country country;
  const Limit one{1, Unit::working_days, 15 * 60};
  CHECK(country.due("2026-08-24 14:59", one) == "2026-08-24 17:00");
  CHECK(country.due("2026-08-24 15:00", one) == "2026-08-25 17:00");
  CHECK(country.due("2026-08-24 06:00", one) == "2026-08-24 17:00");
  CHECK(country.due("2026-08-28 15:01", one) == "2026-09-03 17:00");
  CHECK(country.due("2026-08-23 10:00", one) == "2026-08-24 17:00");  // a Sunday
  CHECK(country.due("2026-08-24 18:00", {2, Unit::days, 23 * 60}) == "2026-08-26 17:00");
  const Deadline same = country.ask({at("2026-08-24 14:59"), one, {}});
  CHECK(kinds(same.working) == "limit received same-day due year-unverified");
}

TEST_CASE("hours are office time", "[deadline]") {
  const Country country;
  const auto hours = [](int value) { return Limit{value, Unit::hours, {}}; };
  // An hour on Monday, four on Tuesday morning, three after lunch.
  CHECK(country.due("2026-08-24 16:00", hours(8)) == "2026-08-25 16:30");
  CHECK(country.due("2026-08-24 07:30", hours(4)) == "2026-08-24 11:30");
  CHECK(country.due("2026-08-24 12:00", hours(1)) == "2026-08-24 14:30");
  CHECK(country.due("2026-08-24 20:00", hours(1)) == "2026-08-25 08:30");
  CHECK(country.due("2026-08-28 16:00", hours(2)) == "2026-09-03 08:30");
  const Moment seconds = *country.ask({at("2026-08-24 16:00") + 7, hours(1), {}}).due;
  CHECK(seconds == at("2026-08-25 07:30") + 7);
  // Stopped from Monday 16:30 to Tuesday 10:30.
  const std::vector<Pause> pause{{at("2026-08-24 16:30"), at("2026-08-25 10:30")}};
  const Deadline paused = country.ask({at("2026-08-24 16:00"), hours(2), pause});
  CHECK(text_of(paused) == "2026-08-25 14:00");
  CHECK(kinds(paused.working) ==
        "limit received counted-time paused counted-time due year-unverified");
  CHECK(paused.working[3].count == (30 + 180) * 60);
}

TEST_CASE("days, months and years are calendar days that end on a working day", "[deadline]") {
  const Country country;
  CHECK(country.due("2026-08-24 09:00", {5, Unit::days, {}}) == "2026-09-03 17:00");  // Sat 29/8
  CHECK(country.due("2026-08-24 09:00", {3, Unit::days, {}}) == "2026-08-27 17:00");
  CHECK(country.due("2027-01-31 09:00", {1, Unit::months, {}}) == "2027-03-01 17:00");  // Sun 28/2
  CHECK(country.due("2028-01-31 09:00", {1, Unit::months, {}}) == "2028-02-29 17:00");
  CHECK(country.due("2028-02-29 09:00", {1, Unit::years, {}}) == "2029-02-28 17:00");
  CHECK(country.due("2026-12-15 09:00", {13, Unit::months, {}}) == "2028-01-17 17:00");  // a Sat
  CHECK(country.due("2028-02-29 09:00", {100, Unit::years, {}}) == "2128-03-01 17:00");  // a Sun
  const Deadline moved = country.ask({at("2026-08-24 09:00"), {5, Unit::days, {}}, {}});
  CHECK(kinds(moved.working) ==
        "limit received receipt-day counted-days swapped holiday last-day-off due "
        "year-unverified");
  // A pause puts a month off by as many days.
  const std::vector<Pause> pause{{at("2026-06-10 09:00"), at("2026-06-15 09:00")}};
  CHECK(country.due("2026-06-01 09:00", {1, Unit::months, {}}, pause) == "2026-07-06 17:00");
}

TEST_CASE("a pause leaves out the days after it began up to its end", "[deadline]") {
  const Country country;
  const auto due = [&](const char* from, const char* to) {
    std::vector<Pause> pauses{{at(from), std::nullopt}};
    if (*to != 0) pauses[0].to = at(to);
    return country.due("2026-08-17 09:00", working_days(5), pauses);
  };
  CHECK(country.due("2026-08-17 09:00", working_days(5)) == "2026-08-22 17:00");
  CHECK(due("2026-08-19 10:00", "2026-08-21 15:00") == "2026-08-25 17:00");
  CHECK(due("2026-08-19 10:00", "2026-08-19 15:00") == "2026-08-22 17:00");  // the same day
  CHECK(due("2026-08-22 18:00", "2026-08-25 15:00") == "2026-08-22 17:00");  // after it was due
  CHECK(due("2026-08-22 10:00", "2026-08-25 15:00") == "2026-08-26 17:00");  // the last day again
  CHECK(due("2026-08-22 10:00", "2026-08-22 16:59") == "2026-08-22 17:00");
  CHECK(due("2026-08-22 17:00", "2026-08-22 17:01") == "2026-08-24 17:00");
  CHECK(due("2026-08-01 10:00", "2026-08-17 08:00") == "2026-08-22 17:00");  // before the receipt
  CHECK(due("2026-08-19 10:00", "") == "-");
  CHECK(due("2026-08-22 10:00", "") == "-");
  CHECK(due("2026-08-22 17:01", "") == "2026-08-22 17:00");

  const Deadline stands =
      country.ask({at("2026-08-17 09:00"), working_days(5), {{at("2026-08-19 10:00"), {}}}});
  const Step& last = stands.working[stands.working.size() - 2];
  CHECK(step_name(last.kind) == "standing");
  CHECK(last.count == 3);
  CHECK(last.at == at("2026-08-19 10:00"));
  const Deadline again = country.ask({at("2026-08-17 09:00"),
                                      working_days(5),
                                      {{at("2026-08-22 10:00"), at("2026-08-25 15:00")}}});
  CHECK(kinds(again.working) ==
        "limit received receipt-day counted make-up counted paused interrupted again due "
        "year-unverified");
}

TEST_CASE("pauses in any order count once", "[deadline]") {
  const Country country;
  const std::vector<Pause> whole{{at("2026-08-18 10:00"), at("2026-08-21 15:00")}};
  const std::vector<Pause> pieces{{at("2026-08-20 10:00"), at("2026-08-21 15:00")},
                                  {at("2026-08-18 10:00"), at("2026-08-19 10:00")},
                                  {at("2026-08-19 09:00"), at("2026-08-20 10:00")},
                                  {at("2026-08-19 11:00"), at("2026-08-19 11:00")}};
  const Deadline one = country.ask({at("2026-08-17 09:00"), working_days(5), whole});
  const Deadline other = country.ask({at("2026-08-17 09:00"), working_days(5), pieces});
  CHECK(one.due == other.due);
  CHECK(one.working == other.working);
  CHECK(text_of(one) == "2026-08-26 17:00");
}

TEST_CASE("the clock of the receipt, within the hours", "[deadline]") {
  Json hours = office_json();
  hours["due_at"] = "clock-time";
  const Country country(calendar_json(), hours);
  CHECK(country.due("2026-08-24 09:15", working_days(1)) == "2026-08-25 09:15");
  CHECK(country.due("2026-08-24 12:15", working_days(1)) == "2026-08-25 13:30");
  CHECK(country.due("2026-08-24 17:00", working_days(1)) == "2026-08-25 17:00");
  CHECK(country.due("2026-08-24 22:00", working_days(1)) == "2026-08-25 17:00");
  CHECK(country.due("2026-08-24 05:00", working_days(1)) == "2026-08-25 07:30");
  CHECK(country.due("2026-08-24 09:15", {1, Unit::working_days, 15 * 60}) == "2026-08-24 17:00");
}

TEST_CASE("after the cut-off it is of the next open day", "[deadline]") {
  Json hours = office_json();
  hours["cut_off"] = "15:00";
  const Country country(calendar_json(), hours);
  CHECK(country.due("2026-08-24 14:59", working_days(1)) == "2026-08-25 17:00");
  CHECK(country.due("2026-08-24 15:00", working_days(1)) == "2026-08-26 17:00");
  CHECK(country.due("2026-08-23 10:00", working_days(1)) == "2026-08-25 17:00");
  const Deadline late = country.ask({at("2026-08-28 15:00"), working_days(1), {}});
  CHECK(text_of(late) == "2026-09-04 17:00");
  CHECK(late.working[2].at == at("2026-09-03 07:30"));
}

TEST_CASE("an office has its own days", "[deadline]") {
  Json hours = office_json();
  const Json source{{"text", "Thông báo thử"}, {"date", "2026-08-01"}};
  const Json name{{"vi", "Thử"}, {"en", "Trial"}};
  hours["closed"] = Json::array(
      {{{"date", "2026-08-25"}, {"until", "2026-08-26"}, {"name", name}, {"source", source}}});
  hours["open"] = Json::array(
      {{{"date", "2026-08-30"}, {"hours", {"08:00-10:00"}}, {"name", name}, {"source", source}}});
  const Country country(calendar_json(), hours);
  CHECK(country.due("2026-08-24 09:00", working_days(1)) == "2026-08-27 17:00");
  CHECK(country.due("2026-08-28 09:00", working_days(1)) == "2026-08-30 10:00");
  const Deadline both = country.ask({at("2026-08-24 09:00"), working_days(3), {}});
  CHECK(text_of(both) == "2026-08-30 10:00");
  CHECK(kinds(both.working) ==
        "limit received receipt-day closed counted own counted due year-unverified");
  CHECK(both.working[3].last == day("2026-08-26"));
}

TEST_CASE("a morning of reception is no working day", "[deadline]") {
  const auto hours = codec::json_parse(assets::calendar_office_commune_police_json).value();
  const Country police(calendar_json(), hours);
  CHECK(police.due("2026-08-08 09:00", working_days(1)) == "2026-08-10 17:00");
  CHECK(police.due("2026-08-07 09:00", {5, Unit::hours, {}}) == "2026-08-07 16:00");
  CHECK(police.due("2026-08-07 16:00", {2, Unit::hours, {}}) == "2026-08-10 08:30");
  // The make-up Saturday is worked as the Monday it stands for.
  CHECK(police.due("2026-08-21 09:00", working_days(1)) == "2026-08-22 17:00");
  const Timetable timetable(police.calendar, police.office);
  CHECK_FALSE(timetable.plan(day("2026-08-08")).hours->empty());
  CHECK_FALSE(timetable.plan(day("2026-08-08")).working);
}

TEST_CASE("long runs are one step", "[deadline]") {
  const Country country;
  const Deadline found = country.ask({at("2026-06-01 09:00"), working_days(30), {}});
  CHECK(kinds(found.working) == "limit received receipt-day counted due year-unverified");
  const Step& run = found.working[3];
  CHECK(run.first == day("2026-06-02"));
  CHECK(run.last == day("2026-07-13"));
  CHECK(run.number == 1);
  CHECK(run.number_last == 30);
  CHECK(run.free == 12);
  CHECK(country.ask({at("2026-01-05 09:00"), working_days(1000), {}}).working.size() < 60);
}

TEST_CASE("what cannot be is refused", "[deadline]") {
  const Country country;
  const Timetable timetable(country.calendar, country.office);
  const auto code = [&](const Asked& asked) {
    const auto found = deadline::deadline(timetable, asked);
    return found ? Code::other : found.error().code;
  };
  const Moment received = at("2026-08-24 09:00");
  CHECK(code({received, working_days(0), {}}) == Code::invalid);
  CHECK(code({received, working_days(1001), {}}) == Code::invalid);
  CHECK(code({-1, working_days(1), {}}) == Code::invalid);
  CHECK(code({received, {1, Unit::hours, 900}, {}}) == Code::invalid);
  CHECK(code({received, working_days(1), {{received, received - 1}}}) == Code::invalid);
  CHECK(code({received, working_days(1), std::vector<Pause>(201)}) == Code::too_large);
  CHECK(code({received, {1000, Unit::years, {}}, {}}) == Code::too_large);
  CHECK(code({at("2200-12-30 09:00"), working_days(10), {}}) == Code::too_large);
  CHECK(code({at("2200-12-30 09:00"), {900, Unit::hours, {}}, {}}) == Code::too_large);
}
