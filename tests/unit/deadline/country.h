#pragma once
// The project's own calendar and offices, and times as tests write them.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/codec/json.h"
#include "shared/deadline/deadline.h"
#include "shared/form/date.h"
#include "test_assets.h"

namespace deadline_test {

using namespace motcua;
using namespace motcua::deadline;
using codec::Json;

inline Json calendar_json() { return codec::json_parse(assets::calendar_vn_json).value(); }
inline Json office_json() { return codec::json_parse(assets::calendar_office_json).value(); }

inline Day day(std::string_view text) {
  const auto date = form::parse_date(text);
  REQUIRE(date);
  return form::first_day(*date);
}

/// "2026-08-28 14:05" in Vietnam.
inline Moment at(std::string_view text) {
  REQUIRE(text.size() == 16);
  return moment_at(day(text.substr(0, 10)), *read_clock(text.substr(11)) * 60);
}

inline std::string text_of(Moment moment) {
  const int minutes = second_of(moment) / 60;
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return form::to_text(form::from_day(day_of(moment))) + " " + two(minutes / 60) + ":" +
         two(minutes % 60);
}

/// "-" when the clock stands still.
inline std::string text_of(const Deadline& found) { return found.due ? text_of(*found.due) : "-"; }

struct Country {
  Calendar calendar;
  Office office;
  explicit Country(const Json& days = calendar_json(), const Json& hours = office_json())
      : calendar(read_calendar(days).value()), office(read_office(hours).value()) {}

  Deadline ask(const Asked& asked) const {
    auto found = deadline::deadline(Timetable(calendar, office), asked);
    REQUIRE(found);
    return std::move(found).value();
  }
  std::string due(std::string_view received, Limit limit, std::vector<Pause> pauses = {}) const {
    return text_of(ask({at(received), limit, std::move(pauses)}));
  }
};

inline Limit working_days(int value) { return {value, Unit::working_days, {}}; }

/// The kinds of a working, one after the other.
inline std::string kinds(const Working& working) {
  std::string all;
  for (const Step& step : working) {
    all += all.empty() ? "" : " ";
    all += step_name(step.kind);
  }
  return all;
}

}  // namespace deadline_test
