#include "shared/deadline/calendar.h"

#include <algorithm>
#include <map>

namespace motcua::deadline {

bool Year::verified() const {
  const auto is = [](const auto& each) { return each.source.verified; };
  return source.verified && std::all_of(days_off.begin(), days_off.end(), is) &&
         std::all_of(swaps.begin(), swaps.end(), is);
}

Calendar::Calendar(std::string version, std::vector<Year> years)
    : version_(std::move(version)), years_(std::move(years)) {
  std::map<Day, Special> days;
  for (const Year& year : years_) {
    for (const DayOff& off : year.days_off) {
      if (!off.in_force) continue;
      for (Day day = off.first; day <= off.last; ++day) {
        days[day] = {day, Special::Kind::holiday, off.first, &off.name};
      }
    }
    for (const Swap& swap : year.swaps) {
      days[swap.off] = {swap.off, Special::Kind::swapped, swap.work, &swap.name};
      days[swap.work] = {swap.work, Special::Kind::make_up, swap.off, &swap.name};
    }
  }
  std::vector<Special> on_weekends;
  for (const auto& [day, each] : days) {
    const Year* of = year(year_of(day));
    if (each.kind == Special::Kind::holiday && is_weekend(day) && of &&
        of->state == Year::State::computed) {
      on_weekends.push_back(each);
    }
  }
  for (const Special& holiday : on_weekends) {
    Day next = holiday.day + 1;
    while (is_weekend(next) || days.count(next) != 0) ++next;
    days[next] = {next, Special::Kind::moved, holiday.day, holiday.name};
  }
  specials_.reserve(days.size());
  for (const auto& [day, each] : days) specials_.push_back(each);
}

const Year* Calendar::year(int number) const {
  const auto found =
      std::lower_bound(years_.begin(), years_.end(), number,
                       [](const Year& each, int wanted) { return each.year < wanted; });
  return found != years_.end() && found->year == number ? &*found : nullptr;
}

const Special* Calendar::special(Day day) const {
  const auto found =
      std::lower_bound(specials_.begin(), specials_.end(), day,
                       [](const Special& each, Day wanted) { return each.day < wanted; });
  return found != specials_.end() && found->day == day ? &*found : nullptr;
}

}  // namespace motcua::deadline
