#pragma once
// What an agency does on a day: its own week and days, over the country's calendar.

#include "shared/deadline/calendar.h"
#include "shared/deadline/office.h"

namespace motcua::deadline {

enum class DayKind : std::uint8_t {
  ordinary,  // a working day of the week
  free,      // no working day of the week; may be open all the same
  holiday,
  moved,
  swapped,
  make_up,
  closed,  // the agency's own
  own,     // the agency works
};

struct DayPlan {
  DayKind kind = DayKind::free;
  bool working = false;             // counts as a working day
  const Sessions* hours = nullptr;  // never null; empty when closed
  const LocalText* name = nullptr;  // of what makes it special; null for ordinary and free
  Day other = 0;                    // see Special; closed: its first day
};

class Timetable {
 public:
  /// Both must outlive this.
  Timetable(const Calendar& calendar, const Office& office);

  DayPlan plan(Day day) const;
  bool working(Day day) const { return plan(day).working; }
  const Calendar& calendar() const { return *calendar_; }
  const Office& office() const { return *office_; }

  /// Working time in [from, to), in seconds; 0 when `to` is not later.
  Moment working_seconds(Moment from, Moment to) const;
  /// Working days after `after` up to and including `last`.
  int working_days(Day after, Day last) const;

 private:
  const Calendar* calendar_;
  const Office* office_;
  const Sessions* usual_;  // of the first working day of the week
};

}  // namespace motcua::deadline
