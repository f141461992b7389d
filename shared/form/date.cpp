#include "shared/form/date.h"

namespace motcua::form {

namespace {

constexpr int first_year = 1800, last_year = 2200;

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/// Exactly `text.size()` digits as a number, or -1. At most 9 of them.
int digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return text.empty() ? -1 : number;
}

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

/// Days since 1970-01-01 (Howard Hinnant's days_from_civil).
int day_number(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = y / 400;  // years are positive
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Date date;
  if (text.size() != 4 && text.size() != 10) return std::nullopt;
  date.year = digits(text.substr(0, 4));
  if (date.year < first_year || date.year > last_year) return std::nullopt;
  if (text.size() == 4) return date;
  if (text[4] != '-' || text[7] != '-') return std::nullopt;
  date.month = digits(text.substr(5, 2));
  date.day = digits(text.substr(8, 2));
  if (date.month < 1 || date.month > 12) return std::nullopt;
  if (date.day < 1 || date.day > days_in(date.year, date.month)) return std::nullopt;
  return date;
}

std::optional<Date> day_of(std::string_view time) {
  const std::optional<Date> date = parse_date(time.substr(0, 10));
  if (!date || !date->whole() || time.size() == 10)
    return date && date->whole() ? date : std::nullopt;
  constexpr int hours_ahead = 7;
  const bool formed =
      time.size() == 20 && time[10] == 'T' && time[13] == ':' && time[16] == ':' && time[19] == 'Z';
  const int hour = formed ? digits(time.substr(11, 2)) : -1;
  const int minute = formed ? digits(time.substr(14, 2)) : -1;
  const int second = formed ? digits(time.substr(17, 2)) : -1;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
    return std::nullopt;
  }
  return hour + hours_ahead >= 24 ? shifted(*date, 0, 1) : *date;
}

std::string to_text(const Date& date) {
  std::string text = padded(date.year, 4);
  if (date.whole()) text += "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
  return text;
}

std::string to_people(const Date& date) {
  if (!date.whole()) return padded(date.year, 4);
  return padded(date.day, 2) + "/" + padded(date.month, 2) + "/" + padded(date.year, 4);
}

std::string join_date(std::string_view day, std::string_view month, std::string_view year) {
  const auto part = [](std::string_view typed) {
    std::string out;
    for (const char c : typed) {
      if (c != '-' && c != ' ') out.push_back(c);
    }
    return out;
  };
  const std::string d = part(day), m = part(month), y = part(year);
  return d.empty() && m.empty() ? y : y + "-" + m + "-" + d;
}

DateParts split_date(std::string_view stored) {
  DateParts parts;
  const std::size_t first = stored.find('-');
  parts.year = std::string(stored.substr(0, first));
  if (first == std::string_view::npos) return parts;
  const std::string_view rest = stored.substr(first + 1);
  const std::size_t second = rest.find('-');
  parts.month = std::string(rest.substr(0, second));
  if (second != std::string_view::npos) parts.day = std::string(rest.substr(second + 1));
  return parts;
}

int first_day(const Date& date) {
  return date.whole() ? day_number(date.year, date.month, date.day) : day_number(date.year, 1, 1);
}

int last_day(const Date& date) {
  return date.whole() ? first_day(date) : day_number(date.year, 12, 31);
}

Date from_day(int days) {
  const int z = days + 719468;
  const int era = z / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  date.month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

Date shifted(const Date& date, int years, int days) {
  Date moved = date;
  moved.year += years;
  if (!moved.whole()) return moved;  // a year alone moves by years only
  if (moved.day > days_in(moved.year, moved.month)) moved.day = days_in(moved.year, moved.month);
  return days == 0 ? moved : from_day(first_day(moved) + days);
}

std::optional<bool> before(const Date& a, const Date& b) {
  if (last_day(a) < first_day(b)) return true;
  if (first_day(a) >= last_day(b)) return false;
  return std::nullopt;
}

std::optional<int> age(const Date& birth, const Date& at) {
  const auto completed = [](const Date& from, const Date& to) {
    const bool reached = to.month > from.month || (to.month == from.month && to.day >= from.day);
    return to.year - from.year - (reached ? 0 : 1);
  };
  const int least = completed(from_day(last_day(birth)), from_day(first_day(at)));
  const int most = completed(from_day(first_day(birth)), from_day(last_day(at)));
  if (least != most) return std::nullopt;
  return least;
}

}  // namespace motcua::form
