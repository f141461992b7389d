#include "shared/deadline/timetable.h"

#include <algorithm>

namespace motcua::deadline {
namespace {

const Sessions none;

const Closure* closure_on(const Office& office, Day day) {
  auto after =
      std::upper_bound(office.closed.begin(), office.closed.end(), day,
                       [](Day wanted, const Closure& each) { return wanted < each.first; });
  if (after == office.closed.begin()) return nullptr;
  --after;
  return day <= after->last ? &*after : nullptr;
}

const OwnDay* own_day(const Office& office, Day day) {
  const auto found =
      std::lower_bound(office.open.begin(), office.open.end(), day,
                       [](const OwnDay& each, Day wanted) { return each.day < wanted; });
  return found != office.open.end() && found->day == day ? &*found : nullptr;
}

DayKind kind_of(Special::Kind kind) {
  switch (kind) {
    case Special::Kind::moved: return DayKind::moved;
    case Special::Kind::swapped: return DayKind::swapped;
    case Special::Kind::make_up: return DayKind::make_up;
    case Special::Kind::holiday: break;
  }
  return DayKind::holiday;
}

}  // namespace

Timetable::Timetable(const Calendar& calendar, const Office& office)
    : calendar_(&calendar), office_(&office), usual_(&none) {
  for (std::size_t day = 7; day-- > 0;) {
    if (office.working[day]) usual_ = &office.week[day];
  }
}

DayPlan Timetable::plan(Day day) const {
  if (const OwnDay* own = own_day(*office_, day)) {
    return {DayKind::own, true, &own->sessions, &own->name, day};
  }
  if (const Closure* closure = closure_on(*office_, day)) {
    return {DayKind::closed, false, &none, &closure->name, closure->first};
  }
  if (const Special* special = calendar_->special(day)) {
    const DayKind kind = kind_of(special->kind);
    if (kind != DayKind::make_up) return {kind, false, &none, special->name, special->other};
    // It is worked as the day that it stands for would have been.
    const Sessions& hours = office_->week[static_cast<std::size_t>(weekday(special->other))];
    return {kind, true, hours.empty() ? usual_ : &hours, special->name, special->other};
  }
  const auto at = static_cast<std::size_t>(weekday(day));
  const bool working = office_->working[at];
  return {working ? DayKind::ordinary : DayKind::free, working, &office_->week[at], nullptr, 0};
}

Moment Timetable::working_seconds(Moment from, Moment to) const {
  Moment sum = 0;
  if (to <= from) return sum;
  for (Day day = day_of(from); day <= day_of(to); ++day) {
    const DayPlan today = plan(day);
    if (!today.working) continue;
    for (const Session& each : *today.hours) {
      const Moment opens = std::max(from, moment_at(day, each.opens * 60));
      const Moment closes = std::min(to, moment_at(day, each.closes * 60));
      sum += std::max<Moment>(0, closes - opens);
    }
  }
  return sum;
}

int Timetable::working_days(Day after, Day last) const {
  int count = 0;
  for (Day day = after + 1; day <= last; ++day) count += working(day) ? 1 : 0;
  return count;
}

}  // namespace motcua::deadline
