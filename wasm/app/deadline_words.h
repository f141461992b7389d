#pragma once
// What the worker computed of a dossier's deadline, in the words of the interface. The engine
// itself is not part of the application: the first screen would have to carry it.

#include <string>
#include <string_view>
#include <vector>

#include "shared/result.h"
#include "wasm/app/words.h"

namespace motcua::app {

struct DeadlineWords {
  std::string due;      // "17:00 thứ Tư 02/09/2026"; empty while the clock stands still
  std::string outcome;  // "Quá hạn 2 ngày làm việc."; empty without a history
  std::vector<std::string> reasons;  // of the outcome, a sentence each
  std::vector<std::string> steps;    // how it was computed, a sentence each
  bool may_change = false;
};

/// `answer` is one of the answers of motcua_deadline. Code::invalid when it is none.
Result<DeadlineWords> deadline_words(const Words& words, std::string_view language,
                                     std::string_view answer);

}  // namespace motcua::app
