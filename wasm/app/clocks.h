#pragma once
// By when a unit has to do what about a feedback, as the worker counted it, in people's words.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/codec/json.h"
#include "shared/result.h"
#include "wasm/app/words.h"

namespace motcua::app {

struct Draft;

struct ClockShown {
  std::string duty;  // "take-up", "ask", "resolve", "publish"
  std::string due;   // "17:00 thứ Tư 25/11/2026"; empty while the clock stands still
  std::string met;   // when it was done, UTC; empty = not yet
  bool late = false;
  bool may_change = false;
  std::vector<std::string> steps;  // how it was counted, a sentence each
};

/// What is asked of the worker about a dossier: one matter for each complaint and suggestion.
codec::Json clock_matters(const Draft& draft);

/// `answer` is the worker's: for each matter a list of clocks. Code::invalid.
Result<std::vector<std::vector<ClockShown>>> read_clocks(const Words& words,
                                                         std::string_view language,
                                                         std::string_view answer);

/// The clocks on the screen; gone with the page.
struct ClocksShown {
  std::string of;                                // what they were asked for by; empty = not yet
  std::vector<std::vector<ClockShown>> matters;  // as in clock_matters()
  std::set<std::int64_t> open;                   // numbers whose working is open
};

}  // namespace motcua::app
