// Several tabs with the same drafts: one at a time may change a draft, the others follow.

#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

/// Keys are being made or the dossier is being sealed: this cannot move to another tab.
bool sealing(const Model& m, std::string_view id) {
  const auto job = m.jobs.find(id);
  return job != m.jobs.end() &&
         (job->second.phase == Job::Phase::preparing || job->second.phase == Job::Phase::sealing);
}

/// What came of the log, from its person and from units.
std::size_t came(const Draft& draft) {
  return draft.events.size() + draft.said.size() + draft.answers.size() + draft.marks.size();
}

/// The draft as the device has it takes the place of ours, and the fields show it.
bool put_stored(Model& m, const std::string& id, std::string_view json) {
  auto stored = read_draft(json);
  if (!stored || stored->id != id) return false;
  m.drafts[id] = std::move(*stored);
  ++m.revision_base;
  return true;
}

}  // namespace

void want_hold(Model& m, Effects& out, const Draft& draft) {
  if (m.holds.count(draft.id)) return;
  m.holds[draft.id] = Hold::asked;
  out.push_back(effect::HoldDraft{draft.id});
}

void let_go(Model& m, Effects& out) {
  std::erase_if(m.leaving, [&](const std::string& id) {
    if (uploading(m, id) || sealing(m, id)) return false;
    m.holds[id] = Hold::elsewhere;
    if (m.route.draft == id) m.arriving = true;
    out.push_back(effect::LetGoDraft{id});
    return true;
  });
}

void on(Model& m, Effects& out, const msg::TakeDraft&) {
  const auto hold = m.holds.find(m.route.draft);
  if (hold == m.holds.end() || hold->second != Hold::elsewhere) return;
  hold->second = Hold::coming;
  out.push_back(effect::Announce{std::string(words_of(m)("elsewhere.coming"))});
  out.push_back(effect::TakeDraft{m.route.draft});
}

void on(Model& m, Effects&, const msg::Held& e) {
  if (!m.drafts.count(e.draft) || holds(m, e.draft)) return;
  if (!e.json.empty()) put_stored(m, e.draft, e.json);
  auto& hold = m.holds[e.draft];
  if (m.route.draft == e.draft && hold != Hold::asked) m.arriving = true;
  hold = Hold::here;
  if (m.shown.draft == e.draft) m.shown = {};
}

void on(Model& m, Effects&, const msg::HeldElsewhere& e) {
  if (!m.drafts.count(e.draft)) return;
  auto& hold = m.holds[e.draft];
  if (m.route.draft == e.draft && hold != Hold::elsewhere) m.arriving = true;
  if (hold != Hold::coming) hold = Hold::elsewhere;
  m.leaving.erase(e.draft);
}

void on(Model& m, Effects&, const msg::AskedFor& e) {
  if (holds(m, e.draft) && (e.force || m.route.draft != e.draft)) m.leaving.insert(e.draft);
}

void on(Model& m, Effects& out, const msg::DraftChanged& e) {
  if (e.json.empty() && drop_saying(m, out, e.draft)) return;
  if (e.json.empty()) return remove_traces(m, e.draft);
  if (holds(m, e.draft) || take_saying(m, e.json)) return;
  const auto known = m.drafts.find(e.draft);
  const auto before = known == m.drafts.end() ? 0 : came(known->second);
  const auto stored = read_draft(e.json);
  if (!stored || came(*stored) < before || !put_stored(m, e.draft, e.json)) return;
  const auto& draft = m.drafts[e.draft];
  if (draft.stage == Stage::sealed && !m.jobs.count(e.draft)) send(m, out, draft);
}

}  // namespace motcua::app
