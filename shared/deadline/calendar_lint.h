#pragma once
// What `motcua lint assets` finds fault with in calendars and offices beyond what the readers
// refuse. Pure.

#include <string>
#include <vector>

#include "shared/deadline/calendar.h"
#include "shared/deadline/office.h"

namespace motcua::deadline::lint {

/// Sentences such as "2027: Tết has no English".
using Findings = std::vector<std::string>;

/// Words in both languages, in normal form; a version that is a day; years without a gap.
Findings calendar(const Calendar& calendar);
Findings office(const Office& office);

/// Statements that nobody has compared with the text in force.
std::size_t unverified(const Calendar& calendar);
std::size_t unverified(const Office& office);

}  // namespace motcua::deadline::lint
