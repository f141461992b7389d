#pragma once
// A working in plain words: the interface's words under "deadline" (assets/words).

#include <string>
#include <string_view>
#include <vector>

#include "shared/deadline/working.h"
#include "shared/text/words.h"

namespace motcua::deadline {

/// Words in a language; names of days off stand in both languages in the steps themselves.
struct Voice {
  const text::Words& words;
  std::string_view language;  // a BCP 47 tag
};

/// One sentence a step, in order.
std::vector<std::string> sentences(const Voice& voice, const Working& working);
std::string sentence(const Voice& voice, const Step& step);

/// "thứ Sáu 28/08/2026", and with the time "14:05 thứ Sáu 28/08/2026".
std::string day_words(const text::Words& words, Day day);
std::string moment_words(const text::Words& words, Moment moment);
/// "3 giờ 30 phút", to the minute.
std::string time_words(const text::Words& words, std::int64_t seconds);
/// "3 ngày làm việc"; of hours seconds, as in the steps of a pause.
std::string amount_words(const text::Words& words, std::int64_t count, Unit unit);

}  // namespace motcua::deadline
