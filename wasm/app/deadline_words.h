#pragma once
// A deadline and whether it was kept, in the words of the interface.

#include <string>
#include <string_view>
#include <vector>

#include "shared/deadline/lateness.h"
#include "wasm/app/words.h"

namespace motcua::app {

struct DeadlineWords {
  std::string due;      // "17:00 thứ Tư 02/09/2026"; empty while the clock stands still
  std::string outcome;  // "Quá hạn 2 ngày làm việc."
  std::vector<std::string> reasons;  // of the outcome, a sentence each
  std::vector<std::string> steps;    // how it was computed, a sentence each
  bool may_change = false;
};

/// `language`: of the names of days off.
DeadlineWords deadline_words(const Words& words, std::string_view language,
                             const deadline::Lateness& found);

}  // namespace motcua::app
