#include "shared/deadline/day.h"

#include "shared/form/date.h"

namespace motcua::deadline {
namespace {

constexpr Moment ahead = 7 * 3600, day_seconds = 24 * 3600;

}  // namespace

Day day_of(Moment moment) { return static_cast<Day>((moment + ahead) / day_seconds); }

int second_of(Moment moment) { return static_cast<int>((moment + ahead) % day_seconds); }

Moment moment_at(Day day, int second) { return day * day_seconds + second - ahead; }

int weekday(Day day) { return (day + 3) % 7; }  // 1970-01-01 was a Thursday

bool is_weekend(Day day) { return weekday(day) >= 5; }

int year_of(Day day) { return form::from_day(day).year; }

std::optional<int> read_clock(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
    return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

}  // namespace motcua::deadline
