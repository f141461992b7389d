#include "wasm/app/plan.h"
#include "wasm/app/quantity.h"
#include "wasm/app/steps.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

/// What a modest phone manages; the progress bar then tells the real speed.
constexpr std::int64_t cautious_bytes_per_s = 20'000'000;

void who_reads(Frame& f, const Draft& draft) {
  auto card = f.b.card("readers");
  f.b.heading("heading", 2, f.w("seal.readers"));
  const auto units = units_of(f.m, draft);
  auto list = f.b.list("list");
  if (units.receiving) {
    auto item = f.b.item("receiving");
    f.b.text("text", units.receiving->name.in(f.m.lang), ui::Variant::strong);
  }
  if (units.competent && units.competent != units.receiving) {
    auto item = f.b.item("competent");
    f.b.text("text", units.competent->name.in(f.m.lang), ui::Variant::strong);
  }
  {
    auto item = f.b.item("you");
    f.b.text("text", f.w("seal.you"));
  }
}

void what_goes(Frame& f, const Draft& draft) {
  const auto size = size_of_files(draft);
  std::vector<ui::SummaryRow> rows;
  rows.push_back({std::string(f.w("seal.what")), procedure_name(f.m, draft.procedure)});
  rows.push_back({std::string(f.w("seal.files")),
                  f.w.count("seal.files_value", static_cast<std::int64_t>(draft.files.size()),
                            {{"size", size_text(f.w, size)}})});
  rows.push_back(
      {std::string(f.w("seal.time")),
       f.w("seal.time_value", {{"time", duration_text(f.w, 2 + size / cautious_bytes_per_s)}})});
  f.b.summary_list("what", rows);
}

void privacy(Frame& f) {
  auto card = f.b.card("privacy");
  f.b.heading("heading", 2, f.w("privacy.title"));
  for (const char* key : {"what", "purpose", "who", "keep", "rights"})
    f.b.text(key, f.w(std::string("privacy.") + key));
}

void progress(Frame& f, const Draft& draft, const Job& job) {
  using Phase = Job::Phase;
  const bool sealing = job.phase == Phase::sealing || job.phase == Phase::preparing;
  auto status = f.b.section("progress");
  f.b.heading("heading", 2, f.w(sealing ? "seal.phase1" : "seal.phase2"));
  const auto amount =
      f.w("papers.of", {{"done", size_text(f.w, job.done)}, {"total", size_text(f.w, job.total)}});
  if (job.phase == Phase::preparing) {
    f.b.progress("bar", f.w("seal.preparing"), -1);
  } else if (sealing) {
    const auto left = job.bytes_per_s > 0 ? (job.total - job.done) / job.bytes_per_s : -1;
    f.b.progress("bar", f.w("seal.sealing"), percent_of(job.done, job.total),
                 left < 0
                     ? std::string()
                     : f.w("seal.left", {{"amount", amount}, {"time", duration_text(f.w, left)}}));
    f.b.text("stay", f.w("seal.stay"), ui::Variant::muted);
  } else if (job.phase == Phase::waiting) {
    auto notice = f.b.notice("waiting", ui::Kind::warning, f.w("seal.waiting"));
    f.b.text("text", f.w("seal.waiting_text"));
    f.b.progress("bar", f.w("seal.waiting_bar"), percent_of(job.done, job.total), amount);
  } else if (job.phase == Phase::committing) {
    f.b.progress("bar", f.w("seal.committing"), -1);
  } else {
    f.b.progress("bar", f.w("seal.sending"), percent_of(job.done, job.total), amount);
    f.b.text("leave", f.w("seal.may_leave"), ui::Variant::muted);
  }
  if (draft.stage == Stage::sealed) f.b.text("locked", f.w("seal.locked"), ui::Variant::muted);
}

void failure(Frame& f, const Draft& draft, const Job& job) {
  const bool sent = job.phase == Job::Phase::send_failed;
  auto notice = f.b.notice("failed", ui::Kind::bad);
  f.b.heading("heading", 2, f.w(sent ? "seal.refused" : "seal.failed"));
  f.b.text("why",
           failure_words(f, sent ? "send_error" : "seal_error", job.code, job.message, job.hint));
  f.b.text("safe", f.w("seal.safe"));
  if (!sent) return;
  auto row = f.b.row("actions");
  f.b.button("again", f.w("seal.send_again"), f.on(Message(msg::SealAndSend{})),
             ui::Variant::primary);
  if (draft.stage == Stage::sealed)
    f.b.button("edit", f.w("seal.edit"), f.on(Message(msg::EditAgain{})));
}

void confirm(Frame& f, const Draft& draft) {
  if (f.m.confirm_missing) {
    const std::vector<ui::FieldError> errors = {
        {"confirm", std::string(f.w("seal.confirm_missing"))}};
    f.b.error_summary("errors", f.w("form.errors"), errors);
  }
  title(f);
  f.b.text("lead", f.w("seal.lead"), ui::Variant::lead);
  what_goes(f, draft);
  who_reads(f, draft);
  privacy(f);
  f.b.checkbox("confirm",
               {.label = f.w("seal.confirm"),
                .error = f.m.confirm_missing ? f.w("seal.confirm_missing") : std::string_view(),
                .checked = f.m.confirmed,
                .required = true},
               f.on([](std::string_view text) -> Message { return msg::Confirm{text == "1"}; }));
  f.b.button("seal", f.w("seal.title"), f.on(Message(msg::SealAndSend{})), ui::Variant::primary);
  f.b.text("after", f.w("seal.after"), ui::Variant::muted);
}

}  // namespace

void seal(Frame& f) {
  const auto* draft = draft_here(f);
  if (!draft || !ready(f, {"directory", "places/demo"})) return;
  const auto found = f.m.jobs.find(draft->id);
  const bool running = found != f.m.jobs.end() && !found->second.failed();
  if (running || draft->stage == Stage::sealed) {
    if (found != f.m.jobs.end() && found->second.failed()) failure(f, *draft, found->second);
    title(f);
    if (running) progress(f, *draft, found->second);
    return;
  }
  draft_head(f, *draft);
  if (found != f.m.jobs.end()) failure(f, *draft, found->second);
  confirm(f, *draft);
}

}  // namespace motcua::screens
