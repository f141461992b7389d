#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

Job::Phase phase_of(std::string_view state) {
  if (state == "waiting") return Job::Phase::waiting;
  return state == "committing" ? Job::Phase::committing : Job::Phase::sending;
}

/// After acceptance the device keeps what following and proving need, and nothing of what was
/// filled in.
void reduce_to_record(Draft& draft) {
  draft.values.clear();
  draft.files.clear();
  draft.step.clear();
  draft.sealed.file.clear();
  draft.sealed.size = 0;
}

}  // namespace

void send(Model& m, Effects& out, const Draft& draft) {
  m.jobs[draft.id] = {.phase = Job::Phase::sending, .total = draft.sealed.size};
  out.push_back(effect::Send{draft.id, draft.sealed.envelope, draft.sealed.signature,
                             draft.sealed.file, draft.sealed.size});
}

void on(Model& m, Effects& out, const msg::SendProgress& e) {
  const auto found = m.jobs.find(e.draft);
  if (found == m.jobs.end() || found->second.failed()) return;
  auto& job = found->second;
  const auto phase = phase_of(e.state);
  if (phase != job.phase && phase == Job::Phase::waiting)
    out.push_back(effect::Announce{std::string(words_of(m)("seal.waiting"))});
  if (phase != job.phase && job.phase == Job::Phase::waiting)
    out.push_back(effect::Announce{std::string(words_of(m)("seal.resumed"))});
  job.phase = phase;
  if (e.total > 0) {
    job.done = e.done;
    job.total = e.total;
  }
}

void on(Model& m, Effects& out, const msg::SendFailed& e) {
  const auto draft = m.drafts.find(e.draft);
  if (draft == m.drafts.end() || draft->second.stage != Stage::sealed) return;
  m.jobs[e.draft] = {
      .phase = Job::Phase::send_failed, .code = e.code, .message = e.message, .hint = e.hint};
  out.push_back(effect::Announce{std::string(words_of(m)("seal.refused"))});
  if (m.route.draft == e.draft)
    out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

void on(Model& m, Effects& out, const msg::Accepted& e) {
  const auto found = m.drafts.find(e.draft);
  if (found == m.drafts.end() || found->second.stage == Stage::sent) return;
  auto& draft = found->second;
  draft.stage = Stage::sent;
  draft.receipt = e.receipt;
  for (const auto& file : draft.files) out.push_back(effect::DropFile{draft.id, file.key});
  out.push_back(effect::DropSealed{draft.sealed.file});
  reduce_to_record(draft);
  m.jobs.erase(draft.id);
  save(m, out, draft);
  const bool here = m.route.draft == draft.id;
  if (here) go(m, out, receipt_path(draft.receipt.number), true);
  if (!here) out.push_back(effect::Announce{std::string(words_of(m)("receipt.title"))});
}

void on(Model& m, Effects& out, const msg::SaveProof& e) {
  const auto* draft = find_filed(m, e.number);
  if (draft && !draft->receipt.proof.empty())
    out.push_back(effect::Download{e.number + ".tlog-proof", draft->receipt.proof});
}

}  // namespace motcua::app
