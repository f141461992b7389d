#include <algorithm>
#include <iterator>
#include <tuple>

#include "wasm/app/handlers.h"
#include "wasm/app/json_read.h"
#include "wasm/app/states.h"

namespace motcua::app {
namespace {

constexpr std::size_t most_followed = 64;                  // as many as one stream takes
constexpr std::string_view withheld = "withheld";          // units know of more than came
constexpr std::string_view contradicted = "contradicted";  // a unit leaves out what was signed

bool shows_records(Page page) {
  return page == Page::dossiers || page == Page::follow || page == Page::receipt ||
         page == Page::slip || page == Page::feedback;
}

/// An alarm about the log as a whole: it weighs more than one about a dossier, and may be its
/// cause.
bool of_the_log(std::string_view alarm) {
  return alarm == "fork" || alarm == "log-key" || alarm == "rollback";
}

std::int64_t last_sequence(const Draft& draft) {
  return draft.events.empty() ? 0 : draft.events.back().sequence;
}

/// Those of the first that are not among the second; both rise.
std::vector<std::int64_t> without(const std::vector<std::int64_t>& all,
                                  const std::vector<std::int64_t>& known) {
  std::vector<std::int64_t> rest;
  std::set_difference(all.begin(), all.end(), known.begin(), known.end(), std::back_inserter(rest));
  return rest;
}

/// Whether what one unit says agrees with what came. Entries beyond the size of the log that it
/// speaks of, and other units' entries, of which it need not have been told, are none of its
/// business. Empty, or the alarm.
std::string_view doubt(const Draft& draft, const std::vector<std::int64_t>& came,
                       const Stated& stated) {
  auto own = entries_of(draft, stated.unit);
  own.erase(std::lower_bound(own.begin(), own.end(), stated.size), own.end());
  if (!without(own, stated.entries).empty()) return contradicted;
  return without(stated.entries, came).empty() ? std::string_view() : withheld;
}

/// Of all units' last statements.
std::string_view doubt(const Draft& draft) {
  const auto came = entries_of(draft);
  // Nothing is concluded where this device did not keep the places of what came, as it once did.
  if (!came.empty() && came.front() <= 0) return {};
  std::string_view found;
  for (const auto& stated : draft.stated) {
    const auto one = doubt(draft, came, stated);
    if (one == withheld) return one;
    if (!one.empty()) found = one;
  }
  return found;
}

}  // namespace

void weigh_statements(Draft& draft) {
  const bool theirs = draft.alarm == withheld || draft.alarm == contradicted;
  if (theirs || draft.alarm.empty()) draft.alarm = doubt(draft);
}

namespace {

/// As many as one stream takes: the one on the screen, those where something may still come, the
/// newest; in an order that stays.
std::vector<const Draft*> worth_following(const Model& m) {
  std::vector<const Draft*> all;
  for (const auto& [id, draft] : m.drafts)
    if (draft.stage == Stage::sent && !draft.capability.empty()) all.push_back(&draft);
  if (all.size() <= most_followed) return all;
  const auto rank = [&](const Draft* draft) {
    const bool over = !draft->events.empty() && is_final(draft->events.back().status);
    return std::tuple(draft->receipt.number != m.route.number, over);
  };
  std::stable_sort(all.begin(), all.end(), [&](const Draft* one, const Draft* other) {
    if (rank(one) != rank(other)) return rank(one) < rank(other);
    return one->changed > other->changed;
  });
  all.resize(most_followed);
  std::sort(all.begin(), all.end(), [](const Draft* one, const Draft* other) {
    return one->receipt.number < other->receipt.number;
  });
  return all;
}

}  // namespace

void follow(Model& m, Effects& out) {
  if (m.followed.empty() && !shows_records(m.route.page)) return;
  effect::Follow wish;
  std::vector<std::string> numbers;
  for (const auto* draft : worth_following(m)) {
    numbers.push_back(draft->receipt.number);
    wish.dossiers.push_back({.capability = draft->capability,
                             .number = draft->receipt.number,
                             .body = draft->sealed.body,
                             .root = draft->root,
                             .draft = draft->hex,
                             .envelope = draft->sealed.envelope,
                             .signature = draft->sealed.signature,
                             .proof = draft->receipt.proof,
                             .last = last_sequence(*draft)});
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
  weigh_statements(*draft);
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
  if (!e.as_of.empty()) m.follow_as_of = e.as_of;
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

void on(Model& m, Effects& out, const msg::Filed& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft || !draft->sealed.envelope.empty()) return;
  draft->sealed.envelope = e.envelope;
  draft->sealed.signature = e.signature;
  draft->receipt.proof = e.proof;
  draft->receipt.ack = e.ack;
  draft->receipt.time = e.time;
  const auto envelope = codec::json_parse(e.envelope);
  if (envelope && envelope->is_object()) draft->unit = text_at(*envelope, "receiving");
  store(m, out, *draft);
}

void on(Model& m, Effects&, const msg::Witnessed& e) {
  m.witnessed = std::max(m.witnessed, e.size);
}

void on(Model& m, Effects& out, const msg::StatedNow& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft) return;
  const auto& unit = e.stated.unit;
  const auto same = [&](const Stated& each) { return each.unit == unit; };
  const auto before = std::find_if(draft->stated.begin(), draft->stated.end(), same);
  if (before != draft->stated.end()) {
    if (e.stated.time < before->time) return;
    draft->stated.erase(before);
  }
  const auto later = [](const Stated& a, const Stated& b) { return a.time < b.time; };
  const auto place = std::upper_bound(draft->stated.begin(), draft->stated.end(), e.stated, later);
  draft->stated.insert(place, e.stated);
  const auto news = draft->alarm;
  weigh_statements(*draft);
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
