#include <algorithm>
#include <utility>

#include "shared/catalogue/outlook.h"
#include "shared/form/normalise.h"
#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

constexpr std::string_view new_draft = "draft:";
constexpr std::string_view again = "again:";
// Hex digits of a new draft's secrets: local id 8 bytes, root 32, dossier id 16, idempotency
// key 16.
constexpr std::size_t id_digits = 16, root_digits = 64, hex_digits = 32, key_digits = 32;
constexpr int new_draft_bytes = (id_digits + root_digits + hex_digits + key_digits) / 2;
/// Until the form is there, settle() leads from this step to the first one.
constexpr std::string_view first_step = "bat-dau";

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// The answers a new dossier begins with: the form's own, and over them those of the procedure's
/// page.
form::Values first_answers(const Model& m, const catalogue::Procedure& procedure,
                           const form::Schema& schema) {
  auto values = form::initial_values(schema);
  if (m.ahead.procedure != procedure.code) return values;
  auto told = catalogue::outlook(procedure, schema, m.ahead.answers, today(m)).answers;
  for (auto& [id, value] : told) values.insert_or_assign(id, std::move(value));
  return values;
}

void open_draft(Model& m, Effects& out, std::string_view code, std::string_view hex) {
  const auto procedure = m.procedures.find(code);
  if (procedure == m.procedures.end()) return;
  Draft draft;
  take_secrets(draft, hex);
  draft.procedure = procedure->second.code;
  draft.version = procedure->second.version;
  draft.form = procedure->second.form;
  if (const auto* schema = schema_of(m, draft))
    draft.values = first_answers(m, procedure->second, *schema);
  const auto id = draft.id;
  m.holds[id] = Hold::here;  // nobody else knows of it
  out.push_back(effect::HoldDraft{id});
  auto& stored = m.drafts[id] = std::move(draft);
  save(m, out, stored);
  go(m, out, step_path(id, first_step));
}

/// The sealed file was refused for good: the same answers under a new dossier id.
void reopen(Model& m, Effects& out, std::string_view id, std::string_view hex) {
  const auto found = m.drafts.find(id);
  if (found == m.drafts.end() || found->second.stage != Stage::sealed) return;
  auto& draft = found->second;
  out.push_back(effect::DropSealed{draft.sealed.file});
  draft.hex = hex.substr(0, hex_digits);
  draft.key = hex.substr(hex_digits, key_digits);
  draft.sealed = {};
  draft.capability.clear();
  draft.stage = Stage::editing;
  m.jobs.erase(draft.id);
  save(m, out, draft);
  go(m, out, review_path(draft.id), true);
}

}  // namespace

void ask_secrets(Effects& out, std::string as) {
  out.push_back(effect::Random{new_draft_bytes, std::move(as)});
}

void take_secrets(Draft& draft, std::string_view hex) {
  const auto take = [&](std::size_t digits) {
    const auto part = hex.substr(0, digits);
    hex.remove_prefix(digits);
    return std::string(part);
  };
  draft.id = take(id_digits);
  draft.root = take(root_digits);
  draft.hex = take(hex_digits);
  draft.key = take(key_digits);
}

void remove_traces(Model& m, const std::string& id) {
  m.drafts.erase(id);
  m.jobs.erase(id);
  m.saves.erase(id);
  m.holds.erase(id);
  m.leaving.erase(id);
  if (m.addresses_of == id) m.addresses.clear();
  std::erase_if(m.uploads, [&](const Upload& upload) { return upload.draft == id; });
  std::erase_if(m.refused, [&](const RefusedFile& file) { return file.draft == id; });
}

Draft* unsealed(Model& m, std::string_view id) {
  const auto found = m.drafts.find(id);
  if (found == m.drafts.end() || found->second.stage != Stage::editing) return nullptr;
  const auto job = m.jobs.find(id);
  return job == m.jobs.end() || job->second.failed() ? &found->second : nullptr;
}

Draft* editable(Model& m, std::string_view id) { return holds(m, id) ? unsealed(m, id) : nullptr; }

Draft* editable_here(Model& m) {
  return m.route.draft.empty() ? nullptr : editable(m, m.route.draft);
}

void store(Model&, Effects& out, const Draft& draft) {
  out.push_back(effect::SaveDraft{draft.id, draft_json(draft)});
}

void save(Model& m, Effects& out, Draft& draft) {
  draft.changed = m.now;
  store(m, out, draft);
}

void on(Model& m, Effects& out, const msg::Drafts& e) {
  m.drafts_known = true;
  m.drafts_damaged = e.damaged;
  m.drafts_reason = e.reason;
  for (const auto& text : e.texts) {
    if (take_saying(m, text)) continue;
    auto draft = read_draft(text);
    if (!draft) {
      ++m.drafts_damaged;
      continue;
    }
    const auto id = draft->id;
    m.drafts.try_emplace(id, std::move(*draft));
  }
  for (const auto& [id, draft] : m.drafts)
    if (draft.stage == Stage::sealed) send(m, out, draft);
  resume_feedback(m, out);
}

void on(Model& m, Effects& out, const msg::StartDraft& e) {
  if (m.starting) return;
  m.starting = true;
  m.start_failed = false;
  ask_secrets(out, std::string(new_draft) + e.procedure);
}

void on(Model& m, Effects& out, const msg::RandomBytes& e) {
  m.starting = false;
  const std::string_view as = e.as;
  const bool opens = as.substr(0, new_draft.size()) == new_draft;
  const bool adopts = as == adoption;
  const std::size_t digits = opens || adopts ? 2 * new_draft_bytes : hex_digits + key_digits;
  if (e.hex.size() != digits || !is_hex(e.hex)) {
    m.start_failed = true;
  } else if (opens) {
    open_draft(m, out, as.substr(new_draft.size()), e.hex);
  } else if (adopts) {
    adopt(m, out, e.hex);
  } else if (as.substr(0, again.size()) == again) {
    reopen(m, out, as.substr(again.size()), e.hex);
  }
}

void on(Model& m, Effects&, const msg::RandomFailed&) {
  m.starting = false;
  m.start_failed = true;
}

void on(Model& m, Effects& out, const msg::EditAgain&) {
  const auto* draft = current_draft(m);
  if (!draft || draft->stage != Stage::sealed) return;
  out.push_back(effect::Random{(hex_digits + key_digits) / 2, std::string(again) + draft->id});
}

void on(Model& m, Effects& out, const msg::AskDelete& e) {
  const auto asked = std::exchange(m.asking_delete, e.draft);
  if (!e.draft.empty())
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});  // the question
  else if (!asked.empty())
    out.push_back(effect::Focus{.node = ui::field_id(std::string(delete_anchor) + asked)});
}

void on(Model& m, Effects& out, const msg::DeleteDraft& e) {
  m.asking_delete.clear();
  const auto* draft = unsealed(m, e.draft);
  if (!draft) return;
  const auto id = draft->id;
  for (const auto& file : draft->files) out.push_back(effect::DropFile{id, file.key});
  out.push_back(effect::DeleteDraft{id});
  remove_traces(m, id);
  out.push_back(effect::Announce{std::string(words_of(m)("home.deleted"))});
  out.push_back(effect::Focus{.target = effect::Focus::Target::title});
}

void on(Model& m, Effects&, const msg::Saved& e) { m.saves[e.id] = {.saved = m.now}; }

void on(Model& m, Effects&, const msg::SaveFailed& e) {
  auto& state = m.saves[e.id];
  state.failed = true;
  state.reason = e.reason;
}

}  // namespace motcua::app
