#include <algorithm>

#include "wasm/app/handlers.h"
#include "wasm/app/states.h"

namespace motcua::app {
namespace {

constexpr std::string_view withheld = "withheld";          // the unit has more events than came
constexpr std::string_view contradicted = "contradicted";  // the unit has fewer than it signed

bool shows_records(Page page) {
  return page == Page::dossiers || page == Page::follow || page == Page::receipt ||
         page == Page::slip || page == Page::feedback;
}

/// An alarm about the log as a whole: it weighs more than one about a dossier, and may be its
/// cause.
bool of_the_log(std::string_view alarm) { return alarm == "fork" || alarm == "rollback"; }

std::int64_t last_sequence(const Draft& draft) {
  return draft.events.empty() ? 0 : draft.events.back().sequence;
}

}  // namespace

void follow(Model& m, Effects& out) {
  if (m.followed.empty() && !shows_records(m.route.page)) return;
  effect::Follow wish;
  std::vector<std::string> numbers;
  for (const auto& [id, draft] : m.drafts) {
    if (draft.stage != Stage::sent || draft.capability.empty()) continue;
    numbers.push_back(draft.receipt.number);
    wish.dossiers.push_back({.capability = draft.capability,
                             .number = draft.receipt.number,
                             .body = draft.sealed.body,
                             .root = draft.root,
                             .draft = draft.hex,
                             .proof = draft.receipt.proof,
                             .last = last_sequence(draft)});
  }
  if (numbers == m.followed) return;
  m.followed = std::move(numbers);
  m.follow_state.clear();
  out.push_back(std::move(wish));
  if (m.notices.empty()) out.push_back(effect::Notices{});
}

void on(Model& m, Effects& out, const msg::EventSeen& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft || e.event.sequence <= last_sequence(*draft)) return;
  draft->events.push_back(e.event);
  if (draft->alarm == withheld && e.event.sequence >= draft->stated.sequence) draft->alarm.clear();
  store(m, out, *draft);
  const auto& w = words_of(m);
  const auto state = state_words(w, e.event.state, e.event.status);
  out.push_back(effect::Announce{
      w("follow.news", {{"name", procedure_name(m, draft->procedure)}, {"state", state}})});
  notify(m, out, state);
}

void on(Model& m, Effects& out, const msg::EventRefused& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft) return;
  if (!of_the_log(draft->alarm)) draft->alarm = e.code.empty() ? "other" : e.code;
  store(m, out, *draft);
  out.push_back(effect::Announce{std::string(words_of(m)("follow.alarm_title"))});
}

void on(Model& m, Effects&, const msg::FollowState& e) {
  m.follow_state = e.state;
  m.follow_as_of = e.as_of.empty() ? m.now : e.as_of;
}

void on(Model& m, Effects& out, const msg::LogAlarm& e) {
  for (auto& [id, draft] : m.drafts) {
    if (draft.stage != Stage::sent) continue;
    // Of a log that is forked, what it says of itself later counts for nothing.
    if (draft.alarm != "fork") draft.alarm = e.code.empty() ? "other" : e.code;
    if (!e.evidence.empty()) draft.evidence = e.evidence;
    store(m, out, draft);
  }
  out.push_back(effect::Announce{std::string(words_of(m)("follow.alarm_title"))});
}

void on(Model& m, Effects&, const msg::Witnessed& e) {
  m.witnessed = std::max(m.witnessed, e.size);
}

void on(Model& m, Effects& out, const msg::StatedNow& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft || e.stated.time < draft->stated.time) return;
  const auto news = draft->alarm;
  draft->stated = e.stated;
  if (of_the_log(draft->alarm)) return store(m, out, *draft);
  if (e.stated.sequence > last_sequence(*draft)) {
    draft->alarm = withheld;
  } else if (e.stated.sequence < last_sequence(*draft) &&
             e.stated.time > draft->events.back().time) {
    draft->alarm = contradicted;
  } else if (draft->alarm == withheld) {
    draft->alarm.clear();
  }
  store(m, out, *draft);
  if (draft->alarm != news && !draft->alarm.empty())
    out.push_back(effect::Announce{std::string(words_of(m)("follow.alarm_title"))});
}

void on(Model& m, Effects&, const msg::OpenWorking& e) { m.working_open = e.open; }

void on(Model& m, Effects& out, const msg::SaveEvidence& e) {
  const auto* draft = find_filed(m, e.number);
  if (!draft || draft->evidence.empty()) return;
  out.push_back(effect::Download{"motcua-" + e.number + "-evidence.txt", draft->evidence});
}

}  // namespace motcua::app
