// The engine against the slow one, over thousands of countries made of chance.

#include "shared/deadline/working_json.h"
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
  std::mt19937 chance(20261122);
  int standing = 0, cases = 0;
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
      INFO("round " << round << "." << i << ", received " << text_of(asked.received) << ", "
                    << asked.limit.value << " " << unit_name(unit));
      REQUIRE(text_of(found) == (expected ? text_of(*expected) : "-"));
      REQUIRE(found.due == expected);
      check_story(found, asked, slow);
      standing += found.due ? 0 : 1;
      ++cases;
    }
  }
  CHECK(cases == 4800);
  CHECK(standing > 200);
  CHECK(standing < 2400);
}
