#pragma once
// What calendars and offices are both made of.

#include <set>

#include "shared/deadline/day.h"
#include "shared/form/reader.h"

namespace motcua::deadline {

/// The longest stretch of days that one entry may name.
inline constexpr int longest_entry = 366;

/// A day such as "2026-11-22" from 1970 on; 0 and a failure otherwise.
Day read_day(form::Reader& reader, std::string_view key);

/// "date" and, when it is more than a day, "until".
struct Stretch {
  Day first = 0, last = 0;
};
Stretch read_stretch(form::Reader& reader);

/// Remembers the days of a stretch; a day that is there already is a failure (duplicate).
void add_days(form::Reader& reader, std::string_view key, Stretch stretch, std::set<Day>& taken);

}  // namespace motcua::deadline
