#include "wasm/app/standing.h"

#include "shared/record/state.h"
#include "wasm/app/axes.h"
#include "wasm/app/states.h"

namespace motcua::app {
namespace {

const RecordEvent* last_of(const Draft& draft) {
  return draft.events.empty() ? nullptr : &draft.events.back();
}

}  // namespace

std::string standing_words(const Words& w, const Draft& draft) {
  const auto* last = last_of(draft);
  if (!last) return std::string(w("state.sent"));
  if (const auto* mark = payment_settled(draft)) return std::string(w("settled." + mark->state));
  return state_words(w, last->state, last->status);
}

std::string turn_of(const Words& w, const Draft& draft, std::string_view unit) {
  const auto* last = last_of(draft);
  if (payment_open(draft)) {
    if (last && last->status == record::supplement_wanted)
      return turn_words(w, last, unit) + " " + std::string(w("axes.pay_too"));
    return std::string(w("turn.payment-wanted"));
  }
  if (payment_settled(draft)) return w("turn.received", {{"unit", unit}});
  if (const auto* mark = result_on_its_way(draft))
    return std::string(w("result_turn." + mark->state));
  return turn_words(w, last, unit);
}

const RecordEvent* standing_event(const Draft& draft) {
  return payment_settled(draft) || result_on_its_way(draft) ? nullptr : last_of(draft);
}

const RecordMark* standing_mark(const Draft& draft) {
  if (payment_open(draft)) return newest_mark(draft, "payment");
  const auto* settled = payment_settled(draft);
  return settled ? settled : result_on_its_way(draft);
}

bool also_pay(const Draft& draft) {
  const auto* last = last_of(draft);
  return payment_open(draft) && !(last && last->status == record::payment_wanted);
}

ui::Kind standing_kind(const Draft& draft) {
  const auto* last = last_of(draft);
  if (payment_open(draft)) return ui::Kind::warning;
  if (!last || payment_settled(draft)) return ui::Kind::info;
  return state_kind(last->status);
}

}  // namespace motcua::app
