#pragma once
// Times as people read them. Stored times are UTC ("2026-11-22T05:00:00Z"); shown times are
// Vietnam's, which has been UTC+7 without summer time since 1975.

#include <string>
#include <string_view>

#include "shared/form/date.h"
#include "wasm/app/words.h"

namespace motcua::app {

/// The day in Vietnam; 1970-01-01 for a text that is not such a time.
form::Date vietnam_day(std::string_view time);

/// "12:00"; empty for a text that is not such a time.
std::string clock_text(std::string_view time);
/// "22/11/2026", in English "22 November 2026"; a year alone as it is.
std::string day_text(const Words& words, const form::Date& day);
/// "12:00, 22/11/2026"; empty for a text that is not such a time.
std::string moment_text(const Words& words, std::string_view time);

}  // namespace motcua::app
