#pragma once
// Times as all formats write them: "2026-11-22T05:00:00Z", always UTC, whole seconds.

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/result.h"

namespace motcua::record {

/// Seconds since 1970. Code::invalid for any other form, a day that does not exist, a leap second,
/// or a year before 1970.
Result<std::int64_t> parse_time(std::string_view text);

/// Seconds must be those of the years 1970 to 9999 (asserted).
std::string time_text(std::int64_t seconds);

}  // namespace motcua::record
