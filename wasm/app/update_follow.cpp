#include <algorithm>

#include "shared/record/time.h"
#include "wasm/app/handlers.h"
#include "wasm/app/states.h"

namespace motcua::app {
namespace {

constexpr std::string_view withheld = "withheld";          // the unit knows of more than came
constexpr std::string_view contradicted = "contradicted";  // the unit knows of less than was signed

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

/// The newest time that an entry of a unit bears; empty when there is none.
std::string_view last_time(const Draft& draft) {
  std::string_view last;
  const auto look = [&](const auto& entries) {
    for (const auto& each : entries) last = std::max<std::string_view>(last, each.time);
  };
  look(draft.events);
  look(draft.answers);
  look(draft.marks);
  return last;
}

/// The unit made its statement well after everything that came: the clocks of two desks differ, and
/// an entry may come while the statement is made.
bool stated_after_all(const Draft& draft) {
  constexpr std::int64_t clock_error = 10 * 60;
  const auto said = record::parse_time(draft.stated.time);
  const auto last = record::parse_time(last_time(draft));
  return said && last && *said > *last + clock_error;
}

}  // namespace

void settle_withheld(Draft& draft) {
  if (draft.alarm == withheld && entries_of(draft) >= draft.stated.entries) draft.alarm.clear();
}

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
  settle_withheld(*draft);
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
  if (e.stated.entries > entries_of(*draft)) {
    draft->alarm = withheld;
  } else if (e.stated.entries < entries_of(*draft) && stated_after_all(*draft)) {
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
