#pragma once
// By when a unit has to do what about a feedback, in working days, and whether it did
// (docs/formats/feedback.md).

#include <vector>

#include "shared/deadline/deadline.h"
#include "shared/feedback/kind.h"

namespace motcua::feedback {

enum class Duty : std::uint8_t {
  take_up,  // any first step: forward, refuse, ask or resolve within 2 days
  ask,      // what is asked for must be asked within 5
  resolve,  // within 15; waiting for the applicant does not count
  publish,  // within 2 after resolving
};

struct Taken {
  Step step = Step::resolved;
  deadline::Moment at = 0;
};

struct Clock {
  Duty duty = Duty::take_up;
  std::optional<deadline::Moment> met;  // when it was done
  bool late = false;                    // done too late, or not done and the time is over
  deadline::Deadline deadline;
};

/// A complaint or a suggestion with its steps and the additions to it, each in order. Clocks that
/// run or have run; none for other kinds.
struct Matter {
  Kind kind = Kind::complaint;
  deadline::Moment said = 0;
  std::vector<Taken> steps;
  std::vector<deadline::Moment> additions;
};

/// Errors: those of deadline().
Result<std::vector<Clock>> clocks(const deadline::Timetable& timetable, const Matter& matter,
                                  deadline::Moment now);

/// "take-up", "ask", "resolve", "publish".
std::string_view duty_name(Duty duty);

}  // namespace motcua::feedback
