#include "shared/record/time.h"

#include <chrono>

namespace motcua::record {
namespace {

constexpr std::int64_t day = 24 * 60 * 60;

/// Decimal digits of `text` at [at, at + count), or -1.
int number(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string digits(std::int64_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

}  // namespace

Result<std::int64_t> parse_time(std::string_view text) {
  const Error bad = fail(Code::invalid, "a time is not written like 2026-11-22T05:00:00Z");
  if (text.size() != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
      text[16] != ':' || text[19] != 'Z') {
    return bad;
  }
  const int year = number(text, 0, 4);
  const int month = number(text, 5, 2);
  const int of_month = number(text, 8, 2);
  const int hour = number(text, 11, 2);
  const int minute = number(text, 14, 2);
  const int second = number(text, 17, 2);
  if (year < 1970 || month < 1 || of_month < 1 || hour < 0 || hour > 23 || minute < 0 ||
      minute > 59 || second < 0 || second > 59) {
    return bad;
  }
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(of_month)}};
  if (!date.ok()) return bad;
  const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
  return days * day + hour * 3600 + minute * 60 + second;
}

std::string time_text(std::int64_t seconds) {
  assert(seconds >= 0 && seconds < 253402300800);
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(seconds / day)}}};
  const std::int64_t rest = seconds % day;
  return digits(static_cast<int>(date.year()), 4) + "-" +
         digits(static_cast<unsigned>(date.month()), 2) + "-" +
         digits(static_cast<unsigned>(date.day()), 2) + "T" + digits(rest / 3600, 2) + ":" +
         digits(rest / 60 % 60, 2) + ":" + digits(rest % 60, 2) + "Z";
}

}  // namespace motcua::record
