#pragma once
// The pauses of a dossier in order, and what they do to days.

#include <limits>
#include <vector>

#include "shared/deadline/deadline.h"

namespace motcua::deadline {

class Pauses {
 public:
  struct One {
    Moment from = 0, to = 0;  // `forever` for one without an end
    Why why = Why::other;

    bool open() const { return to == forever; }
    Day first() const { return day_of(from); }
    Day last() const { return open() ? last_day + 1 : day_of(to); }
    /// A day is not counted after the day on which the clock stopped, up to the one on which it
    /// goes on: that one is like the day of a receipt.
    bool holds(Day day) const { return first() < day && day <= last(); }
    bool holds_moment(Moment moment) const { return from <= moment && moment < to; }
  };
  static constexpr Moment forever = std::numeric_limits<Moment>::max();

  /// Sorted and joined; what lies before `received` is left out.
  Pauses(const std::vector<Pause>& given, Moment received);

  const std::vector<One>& all() const { return all_; }
  /// Those asked for must not lie before those asked for earlier: it walks along.
  const One* on_day(Day day);
  const One* at(Moment moment) const;

 private:
  std::vector<One> all_;
  std::size_t next_ = 0;
};

}  // namespace motcua::deadline
