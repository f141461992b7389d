#include <algorithm>

#include "wasm/app/handlers.h"
#include "wasm/app/plan.h"
#include "wasm/app/steps.h"

namespace motcua::app {
namespace {

void fail_seal(Model& m, Effects& out, const Draft& draft, std::string code, std::string message,
               std::string hint) {
  m.jobs[draft.id] = {.phase = Job::Phase::seal_failed,
                      .code = std::move(code),
                      .message = std::move(message),
                      .hint = std::move(hint)};
  out.push_back(effect::Announce{std::string(words_of(m)("seal.failed"))});
}

Draft* by_hex(Model& m, std::string_view hex) {
  for (auto& [id, draft] : m.drafts)
    if (draft.hex == hex) return &draft;
  return nullptr;
}

Job* job_in(Model& m, const std::string& id, Job::Phase phase) {
  const auto found = m.jobs.find(id);
  return found != m.jobs.end() && found->second.phase == phase ? &found->second : nullptr;
}

}  // namespace

void on(Model& m, Effects& out, const msg::FinishReview&) {
  auto* draft = editable_here(m);
  if (!draft || !schema_of(m, *draft) || !procedure_of(m, *draft)) return;
  auto defects = all_defects(m, *draft);
  if (uploading(m, draft->id) || form::blocks(defects))
    return show_defects(m, out, *draft, review_place, std::move(defects));
  m.shown = {};
  go(m, out, seal_path(draft->id));
}

void on(Model& m, Effects&, const msg::Confirm& e) {
  m.confirmed = e.yes;
  if (e.yes) m.confirm_missing = false;
}

void on(Model& m, Effects& out, const msg::SealAndSend&) {
  const auto* here = current_draft(m);
  if (here && here->stage == Stage::sealed) {
    send(m, out, *here);
    return;
  }
  auto* draft = editable_here(m);
  if (!draft) return;
  if (form::blocks(all_defects(m, *draft)) || uploading(m, draft->id))
    return go(m, out, review_path(draft->id));
  m.confirm_missing = !m.confirmed;
  if (m.confirm_missing) {
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
    return;
  }
  m.jobs[draft->id] = {.phase = Job::Phase::preparing};
  const auto directory = m.wanted.find("directory");
  if (!m.directory && directory != m.wanted.end() && directory->second.failed)
    m.wanted.erase(directory);  // settle() asks again
  out.push_back(effect::Keys{draft->root, draft->hex});
}

void on(Model& m, Effects& out, const msg::DossierKeys& e) {
  auto* draft = by_hex(m, e.draft);
  if (!draft || draft->stage == Stage::sent) return;
  draft->capability = e.follow;
  proceed_to_seal(m, out, *draft);
}

void on(Model& m, Effects& out, const msg::KeysFailed& e) {
  const auto* draft = by_hex(m, e.draft);
  if (draft && job_in(m, draft->id, Job::Phase::preparing))
    fail_seal(m, out, *draft, e.code, e.message, e.hint);
}

void proceed_to_seal(Model& m, Effects& out, Draft& draft) {
  auto* job = job_in(m, draft.id, Job::Phase::preparing);
  if (!job || draft.capability.empty() || !m.directory || !m.places) return;
  auto plan = seal_plan(m, draft, m.now);
  if (!plan) {
    const bool unit = plan.error().code == Code::not_found;
    fail_seal(m, out, draft, unit ? "unit" : code_name(plan.error().code), plan.error().message,
              plan.error().hint);
    return;
  }
  job->phase = Job::Phase::sealing;
  draft.unit = units_of(m, draft).receiving->code;
  save(m, out, draft);
  out.push_back(effect::Announce{std::string(words_of(m)("seal.sealing"))});
  out.push_back(effect::Seal{draft.id, std::move(*plan)});
}

void on(Model& m, Effects&, const msg::SealProgress& e) {
  auto* job = job_in(m, e.draft, Job::Phase::sealing);
  if (!job) return;
  job->done = e.done;
  job->total = e.total;
  job->bytes_per_s = e.bytes_per_s;
}

void on(Model& m, Effects& out, const msg::Sealed& e) {
  const auto found = m.drafts.find(e.draft);
  if (found == m.drafts.end() || !job_in(m, e.draft, Job::Phase::sealing)) {
    out.push_back(effect::DropSealed{e.file.file});
    return;
  }
  auto& draft = found->second;
  draft.sealed = e.file;
  draft.case_id = case_of(m, draft);
  draft.stage = Stage::sealed;
  save(m, out, draft);
  send(m, out, draft);
  out.push_back(effect::Announce{std::string(words_of(m)("seal.sending"))});
}

void on(Model& m, Effects& out, const msg::SealFailed& e) {
  const auto found = m.drafts.find(e.draft);
  if (found == m.drafts.end() || !job_in(m, e.draft, Job::Phase::sealing)) return;
  fail_seal(m, out, found->second, e.code, e.message, e.hint);
  out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

}  // namespace motcua::app
