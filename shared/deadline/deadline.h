#pragma once
// When something is due, and how that comes about (docs/deadlines.md).
//
//   days     the day of receipt is not counted; each working day (or day) after it is one, unless
//            the clock stood still; the last one must be a working day;
//   hours    working time from the moment of receipt on;
//   months   as many calendar days as there are to the same day of a later month, or its last one.

#include <optional>
#include <vector>

#include "shared/deadline/timetable.h"
#include "shared/deadline/working.h"

namespace motcua::deadline {

struct Limit {
  int value = 1;  // 1..1000
  Unit unit = Unit::working_days;
  std::optional<int> same_day_before;  // minutes of the day; not with hours
};

/// The clock stands still in [from, to); without an end it still does.
struct Pause {
  Moment from = 0;
  std::optional<Moment> to;
  Why why = Why::supplement;
};

struct Asked {
  Moment received = 0;
  Limit limit;
  std::vector<Pause> pauses;  // in any order; what overlaps is one
};

struct Deadline {
  /// Nothing: the clock stands still, and nobody knows until when.
  std::optional<Moment> due;
  /// Days off of a year that it reaches into are not published: it may change.
  bool may_change = false;
  Working working;
};

inline constexpr std::size_t max_pauses = 200;

/// Errors: invalid (a value, a time or a pause out of bounds), too_large (later than 2200).
Result<Deadline> deadline(const Timetable& timetable, const Asked& asked);

}  // namespace motcua::deadline
