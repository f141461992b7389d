#include "wasm/app/axes.h"

#include <algorithm>

#include "shared/record/state.h"
#include "wasm/app/draft.h"
#include "wasm/app/json_read.h"
#include "wasm/app/local_time.h"
#include "wasm/app/states.h"

namespace motcua::app {
namespace {

bool ended_without_result(const Draft& draft) {
  const auto status =
      static_cast<int>(draft.events.empty() ? record::filed : draft.events.back().status);
  return record::ended(status) && !record::has_result(status);
}

std::string state_at(const Words& w, const Draft& draft, std::int64_t sequence) {
  const auto found =
      std::find_if(draft.events.begin(), draft.events.end(),
                   [&](const RecordEvent& each) { return each.sequence == sequence; });
  if (found == draft.events.end()) return std::string(w("state.sent"));
  return state_words(w, found->state, found->status);
}

}  // namespace

codec::Json json_of(const RecordMark& m) {
  return {{"axis", m.axis}, {"sequence", m.sequence}, {"state", m.state}, {"event", m.event},
          {"time", m.time}, {"unit", m.unit},         {"text", m.text},   {"entry", m.entry}};
}

RecordMark record_mark(const codec::Json& json) {
  return {.axis = text_at(json, "axis"),
          .sequence = number_at(json, "sequence"),
          .state = text_at(json, "state"),
          .event = number_at(json, "event"),
          .time = text_at(json, "time"),
          .unit = text_at(json, "unit"),
          .text = text_at(json, "text"),
          .entry = number_at(json, "entry")};
}

const RecordMark* newest_mark(const Draft& draft, std::string_view axis) {
  const auto found = std::find_if(draft.marks.rbegin(), draft.marks.rend(),
                                  [&](const RecordMark& each) { return each.axis == axis; });
  return found == draft.marks.rend() ? nullptr : &*found;
}

std::string standing_of(const Words& w, const Draft& draft, const RecordMark& newest) {
  // Nobody has waived it: the dossier's end did, at another time.
  if (newest.state == "wanted" && !payment_open(draft))
    return std::string(w("axes.payment_waived"));
  return w("axes.at",
           {{"state", mark_words(w, draft, newest)}, {"time", moment_text(w, newest.time)}});
}

std::string axis_words(const Words& w, const Draft& draft, std::string_view axis) {
  const bool papers_only = axis == "delivery" && ended_without_result(draft);
  return std::string(w(papers_only ? "axes.delivery_papers" : "axes." + std::string(axis)));
}

std::string mark_words(const Words& w, const Draft& draft, const RecordMark& mark) {
  return w("axes." + mark.axis + "_" + mark.state, {{"state", state_at(w, draft, mark.event)}});
}

ui::Kind mark_kind(const RecordMark& mark) {
  if (mark.state == "wanted" || mark.state == "failed" || mark.state == "came-back" ||
      mark.state == "ready")
    return ui::Kind::warning;
  return mark.state == "sent" ? ui::Kind::info : ui::Kind::good;
}

bool payment_open(const Draft& draft) {
  const auto* mark = newest_mark(draft, "payment");
  return mark && mark->state == "wanted" && !ended_without_result(draft);
}

const RecordMark* payment_settled(const Draft& draft) {
  const auto* mark = newest_mark(draft, "payment");
  if (!mark || draft.events.empty() || draft.events.back().status != record::payment_wanted)
    return nullptr;
  const bool stands = mark->event >= draft.events.back().sequence;
  return stands && mark->state != "wanted" ? mark : nullptr;
}

const RecordMark* result_on_its_way(const Draft& draft) {
  const auto* mark = newest_mark(draft, "delivery");
  if (!mark || draft.events.empty() || draft.events.back().status != record::done) return nullptr;
  return mark->event >= draft.events.back().sequence ? mark : nullptr;
}

}  // namespace motcua::app
