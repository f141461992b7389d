#include "wasm/app/local_time.h"

#include <optional>

#include "shared/form/date_words.h"

namespace motcua::app {
namespace {

constexpr int vietnam_minutes = 7 * 60;
constexpr int day_minutes = 24 * 60;

struct Moment {
  form::Date day;
  int minute = 0;  // of the day
};

std::optional<int> two_digits(std::string_view text, std::size_t at, int limit) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -1;
  };
  const int tens = digit(at);
  const int ones = digit(at + 1);
  if (tens < 0 || ones < 0 || tens * 10 + ones >= limit) return std::nullopt;
  return tens * 10 + ones;
}

std::optional<Moment> vietnam(std::string_view time) {
  if (time.size() < 17 || time[10] != 'T' || time[13] != ':') return std::nullopt;
  const auto day = form::parse_date(time.substr(0, 10));
  const auto hour = two_digits(time, 11, 24);
  const auto minute = two_digits(time, 14, 60);
  if (!day || !day->whole() || !hour || !minute) return std::nullopt;
  const int shifted = *hour * 60 + *minute + vietnam_minutes;
  return Moment{form::from_day(form::first_day(*day) + shifted / day_minutes),
                shifted % day_minutes};
}

std::string two(int n) { return {char('0' + n / 10), char('0' + n % 10)}; }

}  // namespace

form::Date vietnam_day(std::string_view time) {
  const auto moment = vietnam(time);
  return moment ? moment->day : form::from_day(0);
}

std::string clock_text(std::string_view time) {
  const auto moment = vietnam(time);
  return moment ? two(moment->minute / 60) + ":" + two(moment->minute % 60) : std::string();
}

std::string day_text(const Words& words, const form::Date& day) {
  return form::date_words(words, day);
}

std::string moment_text(const Words& words, std::string_view time) {
  const auto moment = vietnam(time);
  if (!moment) return {};
  return words("locale.moment",
               {{"time", clock_text(time)}, {"day", day_text(words, moment->day)}});
}

}  // namespace motcua::app
