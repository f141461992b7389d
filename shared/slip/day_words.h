#pragma once
// Times on sheets: Vietnam's, which has been UTC+7 without summer time since 1975.

#include <string>
#include <string_view>

#include "shared/slip/slip_words.h"

namespace motcua::slip {

/// "12:00, 22/11/2026"; empty for an empty text. `time` is one that parse_slip() accepts.
std::string moment_words(const Words& words, std::string_view time);
/// "22/11/2026" of a time, or of a day "2026-11-22".
std::string day_words(const Words& words, std::string_view time);
/// "Xã Mây Trắng, ngày 22 tháng 11 năm 2026"; without a place only the day.
std::string date_line(const Words& words, std::string_view place, std::string_view time);

}  // namespace motcua::slip
