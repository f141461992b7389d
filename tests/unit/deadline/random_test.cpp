// The engine against the slow one, over thousands of countries made of chance.

#include "shared/deadline/working_json.h"
#include "shared/record/state.h"
#include "tests/unit/deadline/slow_country.h"

using namespace deadline_test;

namespace {

constexpr Unit units[] = {Unit::working_days, Unit::days, Unit::months, Unit::years, Unit::hours};

Asked random_asked(std::mt19937& chance, Unit unit) {
  const auto up_to = [&](int n) {
    return static_cast<Moment>(chance() % static_cast<unsigned>(n));
  };
  Asked asked;
  // A few days before the end of a year as often as anywhere.
  const Day start =
      day("2026-01-02") + static_cast<Day>(up_to(2) == 0 ? up_to(1400) : 350 + up_to(40));
  asked.received = moment_at(start, static_cast<int>(up_to(1440)) * 60);
  asked.limit.unit = unit;
  const int most = unit == Unit::years ? 2 : unit == Unit::months ? 30 : up_to(4) == 0 ? 60 : 8;
  asked.limit.value = 1 + static_cast<int>(up_to(most));
  if (unit != Unit::hours && up_to(4) == 0)
    asked.limit.same_day_before = static_cast<int>(up_to(1440));
  for (Moment i = up_to(5); i > 0; --i) {
    Pause pause;
    pause.from = asked.received + (up_to(60 * 24 * 20) - 60 * 24) * 60;
    const int length = up_to(2) == 0 ? 60 * 10 : 60 * 24 * 9;
    if (up_to(9) != 0) pause.to = pause.from + up_to(length) * 60;
    asked.pauses.push_back(pause);
  }
  return asked;
}

/// Mostly as a dossier goes, now and then as none can.
std::vector<Change> random_history(std::mt19937& chance, Moment start) {
  const auto up_to = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
  std::vector<Change> history;
  Moment at = start - up_to(3 * 1440) * 60;
  int status = up_to(20) == 0 ? 2 : record::filed;
  for (int i = up_to(9); i >= 0; --i) {
    history.push_back({status, at});
    at += (up_to(8) == 0 ? 0 : up_to(2) == 0 ? up_to(300) : up_to(6 * 1440)) * 60;
    const auto next = record::next_statuses(status);
    const bool odd = next.empty() || up_to(12) == 0;
    if (next.empty() && up_to(3) != 0) break;
    status = odd ? 1 + up_to(10) : next[chance() % next.size()];
    if (!odd && status == record::refused && up_to(3) != 0) status = record::received;
  }
  return history;
}

Case random_case(std::mt19937& chance) {
  const auto up_to = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
  const Asked asked = random_asked(chance, units[chance() % 4]);
  Case one;
  one.limit = asked.limit;
  one.limit.value = 1 + up_to(one.limit.unit == Unit::years ? 1 : 6);
  one.history = random_history(chance, asked.received);
  const auto start = asked.received, last = one.history.back().at;
  one.now = up_to(3) == 0 ? start + up_to(20 * 1440) * 60 : last + up_to(9 * 1440) * 60;
  one.rules = {up_to(3) != 0, 1 + up_to(2)};
  if (up_to(3) == 0) return one;
  Appointment appointment;
  const Moment ends[] = {last, one.history[chance() % one.history.size()].at, one.now};
  // At the very moment of something, a minute beside it, or anywhere.
  appointment.due =
      up_to(2) == 0 ? ends[up_to(3)] + (up_to(3) - 1) * 60 : start + (up_to(14 * 1440) - 1440) * 60;
  if (up_to(2) == 0) appointment.given = one.history[chance() % one.history.size()].at;
  if (up_to(8) == 0) appointment.given += up_to(1440) * 60;
  one.appointment = appointment;
  return one;
}

std::string told(const Case& one) {
  std::string text = std::to_string(one.limit.value) + " " + std::string(unit_name(one.limit.unit));
  for (const Change& each : one.history)
    text += ", " + std::to_string(each.status) + "@" + text_of(each.at);
  text += ", now " + text_of(one.now);
  if (one.appointment)
    text += ", appointed " + text_of(one.appointment->due) + " at " +
            (one.appointment->given == 0 ? "-" : text_of(one.appointment->given));
  return text;
}

std::set<std::string> names(const std::vector<Lateness::Reason>& reasons) {
  std::set<std::string> all;
  for (const auto each : reasons) all.insert(std::string(reason_name(each)));
  return all;
}

/// The steps tell the same story as the due moment.
void check_story(const Deadline& found, const Asked& asked, const SlowCountry& slow) {
  std::int64_t seconds = 0;
  int number = 0;
  bool ended = false;
  for (const Step& step : found.working) {
    using Kind = Step::Kind;
    if (step.kind == Kind::counted || step.kind == Kind::counted_days) {
      REQUIRE(step.number == number + 1);
      number = step.number_last;
    }
    if (step.kind == Kind::counted) {
      int working = 0;
      for (Day day = step.first; day <= step.last; ++day) working += slow.working(day) ? 1 : 0;
      REQUIRE(working == step.number_last - step.number + 1);
      REQUIRE(working + step.free == step.last - step.first + 1);
    }
    if (step.kind == Kind::counted_time) seconds += step.count;
    if (step.kind == Kind::due) {
      ended = true;
      REQUIRE(step.at == found.due);
      if (asked.limit.unit == Unit::hours) REQUIRE(seconds == asked.limit.value * 3600);
    }
    if (step.kind == Kind::standing) {
      ended = true;
      REQUIRE_FALSE(found.due);
      if (asked.limit.unit == Unit::hours)
        REQUIRE(seconds + step.count == asked.limit.value * 3600);
    }
  }
  REQUIRE(ended);
  if (found.due && asked.limit.unit == Unit::working_days && number != 0) {
    REQUIRE(number == asked.limit.value);
  }
  const auto again = read_working(working_json(found.working));
  REQUIRE(again);
  REQUIRE(*again == found.working);
}

}  // namespace

TEST_CASE("the engine says what walking day by day says", "[deadline]") {
  constexpr unsigned seed = 20261122;
  std::mt19937 chance(seed);
  int standing = 0, cases = 0, unsure = 0;
  for (int round = 0; round < 400; ++round) {
    const Facts facts = random_facts(chance);
    const Country country(calendar_of(facts), office_of(facts));
    const SlowCountry slow(facts);
    for (int i = 0; i < 12; ++i) {
      // Minute by minute is slow: fewer of these.
      const Unit unit = i == 0 ? Unit::hours : units[chance() % 4];
      const Asked asked = random_asked(chance, unit);
      const Deadline found = country.ask(asked);
      const auto expected = slow.due(asked);
      INFO("seed " << seed << ", round " << round << "." << i << ", received "
                   << text_of(asked.received) << ", " << asked.limit.value << " "
                   << unit_name(unit));
      REQUIRE(text_of(found) == (expected ? text_of(*expected) : "-"));
      REQUIRE(found.due == expected);
      REQUIRE(found.may_change == slow.may_change(asked));
      unsure += found.may_change ? 1 : 0;
      check_story(found, asked, slow);
      standing += found.due ? 0 : 1;
      ++cases;
    }
  }
  CHECK(cases == 4800);
  CHECK(unsure > 1000);
  CHECK(unsure < 4000);
  CHECK(standing > 200);
  CHECK(standing < 2400);
}

TEST_CASE("late is what the slow one calls late", "[deadline]") {
  constexpr unsigned seed = 20261123;
  std::mt19937 chance(seed);
  std::map<std::string, int> outcomes, reasons;
  for (int round = 0; round < 300; ++round) {
    const Facts facts = random_facts(chance);
    const Country country(calendar_of(facts), office_of(facts));
    const Timetable timetable(country.calendar, country.office);
    const SlowCountry slow(facts);
    for (int i = 0; i < 20; ++i) {
      const Case one = random_case(chance);
      INFO("seed " << seed << ", round " << round << "." << i << ": " << told(one));
      const auto found =
          lateness(timetable, one.limit, one.history, one.now, one.appointment, one.rules);
      REQUIRE(found);
      const Judged expected = slow.judge(one);
      REQUIRE(std::string(outcome_name(found->outcome)) == expected.outcome);
      REQUIRE(names(found->reasons) == expected.reasons);
      REQUIRE(found->reasons.size() == expected.reasons.size());
      REQUIRE(found->due == expected.due);
      REQUIRE(found->compared == expected.compared);
      REQUIRE(found->days == expected.days);
      REQUIRE(found->seconds == expected.seconds);
      ++outcomes[expected.outcome];
      for (const auto& each : expected.reasons) ++reasons[each];
    }
  }
  // Chance has been everywhere.
  CHECK(outcomes.size() == 7);
  for (const auto& [name, times] : outcomes) {
    INFO(name << " " << times);
    CHECK(times > 50);
  }
  CHECK(reasons.size() == static_cast<std::size_t>(Lateness::Reason::after_due) + 1);
  for (const auto& [name, times] : reasons) {
    INFO(name << " " << times);
    CHECK(times > 50);
  }
}
