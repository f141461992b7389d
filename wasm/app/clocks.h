#pragma once
// By when a unit has to do what about a feedback, in people's words.

#include <string>
#include <vector>

#include "wasm/app/model.h"

namespace motcua::app {

struct ClockShown {
  std::string duty;  // "take-up", "ask", "resolve", "publish"
  std::string due;   // "17:00 thứ Tư 25/11/2026"; empty while the clock stands still
  std::string met;   // when it was done; empty = not yet
  bool late = false;
  bool may_change = false;
  std::vector<std::string> steps;  // how it was counted, a sentence each
};

/// Of a complaint or a suggestion with what came of it; none of anything else, and none while the
/// calendar is not loaded.
std::vector<ClockShown> clocks_of(const Model& model, const Draft& draft, const RecordSaid& said);

}  // namespace motcua::app
