#include "wasm/app/states.h"

#include "shared/record/state.h"

namespace motcua::app {
namespace {

/// The words' name of a state: its own, else its status', else "unknown".
std::string known_state(const Words& w, std::string_view state, std::int64_t status) {
  if (w.has("state." + std::string(state))) return std::string(state);
  if (status == record::filed) return "sent";
  if (status < record::received || status > record::returned) return "unknown";
  return std::string(record::state_name(static_cast<int>(status)));
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
    case record::refused:
    case record::stopped: return ui::Kind::bad;
    case record::supplement_wanted:
    case record::payment_wanted: return ui::Kind::warning;
    case record::done:
    case record::returned: return ui::Kind::good;
    default: return ui::Kind::info;
  }
}

bool is_final(std::int64_t status) {
  return record::ended(static_cast<int>(status)) && status != record::done;
}

}  // namespace motcua::app
