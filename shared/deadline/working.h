#pragma once
// How a deadline was computed, step by step, as data: interfaces say it in words, auditors compare
// it. docs/deadlines.md explains each step.

#include <string_view>
#include <vector>

#include "shared/deadline/day.h"
#include "shared/text/local_text.h"

namespace motcua::deadline {

enum class Unit : std::uint8_t { hours, working_days, days, months, years };

/// Why the clock stood still.
enum class Why : std::uint8_t { supplement, payment, stopped, other };

struct Step {
  enum class Kind : std::uint8_t {
    limit,         // count, unit: what was asked for
    received,      // at
    cut_off,       // received too late: treated as received at `at`
    same_day,      // clock: received before it, so it is due that day
    receipt_day,   // first: not counted
    span,          // months and years: they end on `last`, `count` days after `first`
    counted,       // first..last are the days number..number_last; `free` days between do not count
    counted_days,  // the same where every day counts
    counted_time,  // first..last: `count` seconds of working time; `free` as above
    holiday,       // first..last, name
    moved,         // first is off for the holiday on `other`, name
    swapped,       // first is off, worked for on `other`, name
    make_up,       // first is worked for `other`, name
    closed,        // first..last: the agency is closed, name
    own,           // first: the agency works, name
    paused,        // at..until (open when 0): `count` of `unit` are not counted, why
    interrupted,   // first: the last day ended in a pause and is given again
    last_day_off,  // first, where it would have ended, is no working day: it is due on `last`
    again,         // first: the day that is given again
    year_computed,    // number..number_last: days off of these years are not published yet
    year_absent,      // number..number_last: nothing is known of their days off
    year_unverified,  // number..number_last: not compared with the text in force
    due,              // at
    standing,         // since `at` the clock stands; `count` of `unit` are left, why
  } kind = Kind::received;
  Moment at = 0, until = 0;
  Day first = 0, last = 0, other = 0;
  int number = 0, number_last = 0;
  std::int64_t count = 0;
  int free = 0;
  int clock = 0;                   // minutes
  Unit unit = Unit::working_days;  // hours: counts are in seconds, but for a limit's
  Why why = Why::other;
  LocalText name;
};

bool operator==(const Step& a, const Step& b);

using Working = std::vector<Step>;

/// The names of kinds, reasons and units in JSON: "receipt-day", "supplement", "working-days".
std::string_view step_name(Step::Kind kind);
std::string_view why_name(Why why);
std::string_view unit_name(Unit unit);

}  // namespace motcua::deadline
