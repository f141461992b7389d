#pragma once
// Writes the steps of a working while days go by, long runs as one step.

#include "shared/deadline/pauses.h"
#include "shared/deadline/timetable.h"
#include "shared/deadline/working.h"

namespace motcua::deadline {

class Teller {
 public:
  explicit Teller(Working& working) : working_(working) {}

  /// Anything that happens once.
  void tell(Step step);
  /// A day that counts, as number `number`.
  void counted(Day day, const DayPlan& plan, int number);
  /// The same where every day counts.
  void every_day(Day day, int number);
  /// Working time of a day, of which there may be several pieces.
  void counted_time(Day day, const DayPlan& plan, Moment seconds);
  /// A day that does not count since nobody works.
  void off(Day day, const DayPlan& plan);
  /// The step of a pause, in which `count` would have counted.
  void paused(const Pauses::One& pause, std::int64_t count, Unit unit);

 private:
  Step& run(Step::Kind kind, Day day);
  void working_day(Day day, const DayPlan& plan);
  void special(Day day, const DayPlan& plan);

  Working& working_;
  bool running_ = false;  // the last step is a run of counted days that may go on
  int free_ = 0;          // free days since its last day
  Day named_ = 0;         // the last working day whose special reason was told
};

}  // namespace motcua::deadline
