#pragma once
// Days and moments in Vietnam, which has been UTC+7 without summer time since 1975. A moment is in
// seconds since 1970 (UTC), a day in days since 1970-01-01 (Vietnam), a clock in minutes of a day.

#include <cstdint>
#include <optional>
#include <string_view>

namespace motcua::deadline {

using Moment = std::int64_t;
using Day = int;

/// The last day that anything here is computed for: 2200-12-31.
inline constexpr Day last_day = 84370;

Day day_of(Moment moment);
/// Seconds since midnight in Vietnam.
int second_of(Moment moment);
Moment moment_at(Day day, int second);

/// 0 = Monday … 6 = Sunday.
int weekday(Day day);
bool is_weekend(Day day);
int year_of(Day day);

/// Minutes of "15:00" (00:00 to 23:59); nothing for any other form.
std::optional<int> read_clock(std::string_view text);

}  // namespace motcua::deadline
