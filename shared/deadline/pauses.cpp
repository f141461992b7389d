#include "shared/deadline/pauses.h"

#include <algorithm>

namespace motcua::deadline {

Pauses::Pauses(const std::vector<Pause>& given, Moment received) {
  std::vector<One> sorted;
  for (const Pause& pause : given) {
    const One one{std::max(pause.from, received), pause.to.value_or(forever), pause.why};
    if (one.to > one.from) sorted.push_back(one);
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const One& a, const One& b) { return a.from < b.from; });
  for (const One& one : sorted) {
    if (!all_.empty() && one.from <= all_.back().to) {
      all_.back().to = std::max(all_.back().to, one.to);
    } else {
      all_.push_back(one);
    }
  }
}

const Pauses::One* Pauses::on_day(Day day) {
  while (next_ < all_.size() && all_[next_].last() < day) ++next_;
  return next_ < all_.size() && all_[next_].holds(day) ? &all_[next_] : nullptr;
}

const Pauses::One* Pauses::at(Moment moment) const {
  const auto after =
      std::upper_bound(all_.begin(), all_.end(), moment,
                       [](Moment wanted, const One& each) { return wanted < each.from; });
  if (after == all_.begin()) return nullptr;
  const One& one = *(after - 1);
  return one.holds_moment(moment) ? &one : nullptr;
}

}  // namespace motcua::deadline
