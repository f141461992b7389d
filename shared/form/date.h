#pragma once
// Calendar dates of forms (proleptic Gregorian, years 1800..2200). A date may be only a year: old
// papers often show no more. Such a date stands for any day of its year.

#include <optional>
#include <string>
#include <string_view>

namespace motcua::form {

struct Date {
  int year = 0;
  int month = 0;  // 0 = only the year is known, then day is 0 too
  int day = 0;

  bool whole() const { return month != 0; }
};

inline bool operator==(const Date& a, const Date& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

/// "2026-11-22", or "1961" for a year alone. Nothing else, and only days that exist.
std::optional<Date> parse_date(std::string_view text);

/// The day it is in Vietnam (UTC+7) at "2026-11-22T05:00:00Z"; a plain date is that day.
std::optional<Date> day_of(std::string_view time);

/// "2026-11-22" or "1961", the stored form.
std::string to_text(const Date& date);

/// "22/11/2026" or "1961", the form people read.
std::string to_people(const Date& date);

/// Three typed parts ("5", "10", "2026") as one value: "2026-10-5"; normalise() adds the zeros. Day
/// and month empty = a year alone; all empty gives "". The parts are not judged: what cannot be a
/// date is joined as typed, so that judge() names it.
std::string join_date(std::string_view day, std::string_view month, std::string_view year);

/// The three parts back as they were typed, for filling the date field.
struct DateParts {
  std::string day, month, year;
};
DateParts split_date(std::string_view stored);

/// Days since 1970-01-01 of the first and the last day the date may stand for.
int first_day(const Date& date);
int last_day(const Date& date);

/// The date of a day number.
Date from_day(int days);

/// Moved by whole years and days; 29 February becomes 28 February when there is none.
Date shifted(const Date& date, int years, int days);

/// a < b: true, false, or nothing when a year alone leaves it open.
std::optional<bool> before(const Date& a, const Date& b);

/// Completed years from `birth` to `at`; nothing when a year alone leaves it open.
std::optional<int> age(const Date& birth, const Date& at);

}  // namespace motcua::form
