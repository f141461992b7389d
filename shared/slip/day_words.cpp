#include "shared/slip/day_words.h"

#include "shared/form/date.h"
#include "shared/record/time.h"

namespace motcua::slip {
namespace {

constexpr std::int64_t vietnam_seconds = 7 * 3600;
constexpr std::int64_t day_seconds = 24 * 3600;

std::string two(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string with_day(const Words& words, std::string_view key, const form::Date& day,
                     std::string_view place = {}) {
  const auto month = words("month." + std::to_string(day.month));
  return words(key, {{"d", std::to_string(day.day)},
                     {"dd", two(day.day)},
                     {"mm", two(day.month)},
                     {"month", month},
                     {"y", std::to_string(day.year)},
                     {"place", place}});
}

form::Date day_here(std::string_view time) {
  return form::day_of(time).value_or(form::from_day(0));
}

}  // namespace

std::string moment_words(const Words& words, std::string_view time) {
  const auto seconds = record::parse_time(time);
  if (!seconds) return {};
  const auto here = (*seconds + vietnam_seconds) % day_seconds;
  return words("moment", {{"time", two(here / 3600) + ":" + two(here / 60 % 60)},
                          {"day", day_words(words, time)}});
}

std::string day_words(const Words& words, std::string_view time) {
  return time.empty() ? std::string() : with_day(words, "day", day_here(time));
}

std::string date_line(const Words& words, std::string_view place, std::string_view time) {
  return with_day(words, place.empty() ? "date_line" : "date_line_at", day_here(time), place);
}

}  // namespace motcua::slip
