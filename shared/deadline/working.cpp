#include "shared/deadline/working.h"

#include <tuple>

namespace motcua::deadline {

bool operator==(const Step& a, const Step& b) {
  const auto all = [](const Step& s) {
    return std::tie(s.kind, s.at, s.until, s.first, s.last, s.other, s.number, s.number_last,
                    s.count, s.free, s.clock, s.unit, s.why);
  };
  return all(a) == all(b) && a.name == b.name;
}

std::string_view step_name(Step::Kind kind) {
  using Kind = Step::Kind;
  switch (kind) {
    case Kind::limit: return "limit";
    case Kind::received: return "received";
    case Kind::cut_off: return "cut-off";
    case Kind::same_day: return "same-day";
    case Kind::receipt_day: return "receipt-day";
    case Kind::span: return "span";
    case Kind::counted: return "counted";
    case Kind::counted_days: return "counted-days";
    case Kind::counted_time: return "counted-time";
    case Kind::holiday: return "holiday";
    case Kind::moved: return "moved";
    case Kind::swapped: return "swapped";
    case Kind::make_up: return "make-up";
    case Kind::closed: return "closed";
    case Kind::own: return "own";
    case Kind::paused: return "paused";
    case Kind::interrupted: return "interrupted";
    case Kind::last_day_off: return "last-day-off";
    case Kind::again: return "again";
    case Kind::year_computed: return "year-computed";
    case Kind::year_absent: return "year-absent";
    case Kind::year_unverified: return "year-unverified";
    case Kind::due: return "due";
    case Kind::standing: return "standing";
  }
  return {};
}

std::string_view why_name(Why why) {
  switch (why) {
    case Why::supplement: return "supplement";
    case Why::payment: return "payment";
    case Why::stopped: return "stopped";
    case Why::other: break;
  }
  return "other";
}

std::string_view unit_name(Unit unit) {
  switch (unit) {
    case Unit::hours: return "hours";
    case Unit::days: return "days";
    case Unit::months: return "months";
    case Unit::years: return "years";
    case Unit::working_days: break;
  }
  return "working-days";
}

}  // namespace motcua::deadline
