#include "wasm/app/states.h"

namespace motcua::app {
namespace {

/// The words' name of a state: its own, else its status', else "unknown".
std::string known_state(const Words& w, std::string_view state, std::int64_t status) {
  if (w.has("state." + std::string(state))) return std::string(state);
  switch (status) {
    case 1: return "sent";
    case 2: return "received";
    case 3: return "refused";
    case 4: return "in-process";
    case 5: return "supplement-wanted";
    case 6: return "payment-wanted";
    case 7: return "withdrawn";
    case 8: return "stopped";
    case 9: return "done";
    case 10: return "returned";
    default: return "unknown";
  }
}

}  // namespace

std::string state_words(const Words& w, std::string_view state, std::int64_t status) {
  return std::string(w("state." + known_state(w, state, status)));
}

std::string turn_words(const Words& w, const RecordEvent* last, std::string_view unit) {
  const auto state = last ? known_state(w, last->state, last->status) : std::string("sent");
  return w("turn." + state, {{"unit", unit}});
}

ui::Kind state_kind(std::int64_t status) {
  switch (status) {
    case 3:
    case 8: return ui::Kind::bad;
    case 5:
    case 6: return ui::Kind::warning;
    case 9:
    case 10: return ui::Kind::good;
    default: return ui::Kind::info;
  }
}

bool is_final(std::int64_t status) {
  return status == 3 || status == 7 || status == 8 || status == 10;
}

}  // namespace motcua::app
