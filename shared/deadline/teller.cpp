#include "shared/deadline/teller.h"

namespace motcua::deadline {

using Kind = Step::Kind;

void Teller::tell(Step step) {
  running_ = false;
  free_ = 0;
  working_.push_back(std::move(step));
}

/// The run that the day belongs to: the last step, or a new one.
Step& Teller::run(Kind kind, Day day) {
  if (!running_ || working_.back().kind != kind) {
    Step step;
    step.kind = kind;
    step.first = day;
    tell(std::move(step));
    running_ = true;
  }
  Step& last = working_.back();
  last.last = day;
  last.free += free_;
  free_ = 0;
  return last;
}

void Teller::special(Day day, const DayPlan& plan) {
  Step step;
  step.first = step.last = day;
  step.other = plan.other;
  if (plan.name != nullptr) step.name = *plan.name;
  switch (plan.kind) {
    case DayKind::ordinary:
    case DayKind::free: return;
    case DayKind::holiday: step.kind = Kind::holiday; break;
    case DayKind::moved: step.kind = Kind::moved; break;
    case DayKind::swapped: step.kind = Kind::swapped; break;
    case DayKind::make_up: step.kind = Kind::make_up; break;
    case DayKind::closed: step.kind = Kind::closed; break;
    case DayKind::own: step.kind = Kind::own; break;
  }
  // The days of one entry are one step.
  const bool entry = step.kind == Kind::holiday || step.kind == Kind::closed;
  if (entry && !working_.empty() && working_.back().kind == step.kind &&
      working_.back().other == step.other && working_.back().last == day - 1) {
    working_.back().last = day;
    return;
  }
  tell(std::move(step));
}

void Teller::working_day(Day day, const DayPlan& plan) {
  if (named_ != day) special(day, plan);
  named_ = day;
}

void Teller::counted(Day day, const DayPlan& plan, int number) {
  working_day(day, plan);
  Step& last = run(Kind::counted, day);
  if (last.number == 0) last.number = number;
  last.number_last = number;
}

void Teller::every_day(Day day, int number) {
  Step& last = run(Kind::counted_days, day);
  if (last.number == 0) last.number = number;
  last.number_last = number;
}

void Teller::counted_time(Day day, const DayPlan& plan, Moment seconds) {
  working_day(day, plan);
  run(Kind::counted_time, day).count += seconds;
}

void Teller::off(Day day, const DayPlan& plan) {
  if (plan.kind == DayKind::free) {
    ++free_;
  } else {
    special(day, plan);
  }
}

void Teller::paused(const Pauses::One& pause, std::int64_t count, Unit unit) {
  Step step;
  step.kind = Kind::paused;
  step.at = pause.from;
  step.until = pause.open() ? 0 : pause.to;
  step.first = pause.first();
  step.last = pause.open() ? 0 : pause.last();
  step.count = count;
  step.unit = unit;
  step.why = pause.why;
  tell(std::move(step));
}

}  // namespace motcua::deadline
