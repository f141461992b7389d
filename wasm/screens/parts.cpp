#include "wasm/screens/parts.h"

#include <algorithm>

#include "shared/codec/qr.h"
#include "wasm/app/local_time.h"
#include "wasm/app/steps.h"

namespace motcua::screens {

using namespace app;

void title(Frame& f) { f.b.heading("title", 1, page_title(f.m)); }

void visit(Frame& f, std::string_view key, std::string_view label, const std::string& path,
           ui::Variant variant) {
  f.b.link(key, label, path, f.on(Message(msg::Visit{path})), variant);
}

namespace {

/// The key of the sentence for a directory that the core refused; empty for all other failures.
std::string directory_words(Frame& f, std::string_view name, const std::string& code) {
  if (name != "directory") return {};
  if (f.w.has("directory_error." + code)) return "directory_error." + code;
  const bool malformed =
      code == "invalid" || code == "mismatch" || code == "duplicate" || code == "too_large";
  return malformed ? "directory_error.other" : "";
}

}  // namespace

bool ready(Frame& f, const std::vector<std::string>& names) {
  const auto missing = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
    return f.m.wanted.count(name) != 0;
  });
  if (missing == names.end()) return true;
  const auto& wanted = f.m.wanted.find(*missing)->second;
  title(f);
  if (!wanted.failed) {
    auto status = f.b.status("loading");
    f.b.text("text", f.w("load.wait"), ui::Variant::muted);
    return false;
  }
  // Not a bad line but a directory that is not what it must be: nothing may be sealed for it.
  const auto untrusted = directory_words(f, *missing, wanted.code);
  const bool refused = !untrusted.empty();
  auto notice = f.b.notice("load-failed", ui::Kind::bad,
                           f.w(refused ? "directory_error.title" : "load.failed"));
  f.b.text("text", f.w(refused ? std::string_view(untrusted) : "load.failed_text"));
  const auto* draft = current_draft(f.m);
  if (refused && draft && draft->stage == Stage::editing)
    f.b.text("safe", f.w("directory_error.safe"));
  f.b.button("again", f.w("load.again"), f.on(Message(msg::LoadAgain{*missing})));
  return false;
}

std::string day_words(Frame& f, std::string_view stored) {
  const auto day = form::parse_date(stored);
  return day ? day_text(f.w, *day) : std::string(stored);
}

void draft_head(Frame& f, const Draft& draft) {
  const auto pages = draft_pages(f.m, draft);
  const int here = page_index(f.m, pages);
  visit(f, "back", f.w("form.back"), previous_path(f.m, draft), ui::Variant::quiet);
  if (!draft.older.empty()) {
    auto notice = f.b.notice("older", ui::Kind::info);
    f.b.text("text", f.w("form.renewed", {{"date", day_words(f, draft.version)}}));
  }
  const auto place = here < 0 ? std::string() : pages[static_cast<std::size_t>(here)].place;
  const auto& shown = f.m.shown;
  if (shown.draft == draft.id && shown.place == place && place != review_place) {
    std::vector<ui::FieldError> errors;
    for (const auto& defect : shown.defects)
      if (defect.severity == form::Severity::error)
        errors.push_back({defect.field, defect.message.in(f.m.lang)});
    if (!errors.empty()) f.b.error_summary("errors", f.w("form.errors"), errors);
  }
  const auto all = std::to_string(pages.size());
  const auto n = std::to_string(here + 1);
  f.b.text("position", f.w("form.position", {{"n", n}, {"all", all}}), ui::Variant::muted);
  std::vector<ui::Step> steps;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const int at = static_cast<int>(i);
    ui::Step step{.label = pages[i].title};
    step.state = at < here    ? ui::Step::State::done
                 : at == here ? ui::Step::State::current
                              : ui::Step::State::ahead;
    step.state_words = f.w(at < here    ? "form.step_done"
                           : at == here ? "form.step_current"
                                        : "form.step_ahead");
    if (at < here) {
      step.href = pages[i].path;
      step.press = f.on(Message(msg::Visit{pages[i].path}));
    }
    steps.push_back(std::move(step));
  }
  f.b.step_list("steps", f.w("form.steps"), steps);
}

void saved_line(Frame& f, const Draft& draft) {
  auto status = f.b.status("saved");
  f.b.mark(ui::flag_no_print);
  const auto found = f.m.saves.find(draft.id);
  if (found != f.m.saves.end() && found->second.failed) {
    const std::string key = "save." + found->second.reason;
    f.b.text("text", f.w("save.failed", {{"reason", f.w.has(key) ? f.w(key) : f.w("save.other")}}),
             ui::Variant::error);
    return;
  }
  const auto& time = found == f.m.saves.end() ? draft.changed : found->second.saved;
  f.b.text("text", f.w("save.saved", {{"time", clock_text(time)}}), ui::Variant::small);
}

namespace {

void wait_here(Frame& f) {
  title(f);
  auto status = f.b.status("loading");
  f.b.text("text", f.w("load.wait"), ui::Variant::muted);
}

/// Another tab has this draft.
void elsewhere(Frame& f, const Draft& draft) {
  const auto hold = f.m.holds.find(draft.id);
  if (hold == f.m.holds.end() || hold->second == Hold::asked) return wait_here(f);
  title(f);
  f.b.text("text", f.w("elsewhere.text"), ui::Variant::lead);
  {
    auto status = f.b.status("state");
    if (hold->second == Hold::coming) f.b.text("text", f.w("elsewhere.coming"), ui::Variant::muted);
  }
  if (hold->second == Hold::elsewhere)
    f.b.button("take", f.w("elsewhere.take"), f.on(Message(msg::TakeDraft{})),
               ui::Variant::primary);
  visit(f, "home", f.w("missing.home"), std::string(home_path));
}

}  // namespace

const Draft* draft_here(Frame& f) {
  if (!f.m.drafts_known) {
    wait_here(f);
    return nullptr;
  }
  const auto* draft = current_draft(f.m);
  if (!draft) {
    title(f);
    f.b.text("text", f.w("missing.draft_text"));
    visit(f, "home", f.w("missing.home"), std::string(home_path), ui::Variant::primary);
    return nullptr;
  }
  if (draft->stage == Stage::editing && !holds(f.m, draft->id)) {
    elsewhere(f, *draft);
    return nullptr;
  }
  return ready(f, {"forms/" + draft->form, "procedures/" + draft->procedure}) ? draft : nullptr;
}

std::string failure_words(Frame& f, std::string_view area, std::string_view code,
                          std::string_view message, std::string_view hint) {
  const auto key = std::string(area) + "." + std::string(code);
  if (f.w.has(key)) return std::string(f.w(key));
  std::string told(message);
  if (!hint.empty()) told += (told.empty() ? "" : " – ") + std::string(hint);
  return f.w(std::string(area) + ".other", {{"reason", told.empty() ? code : told}});
}

void failure_notice(Frame& f, std::string_view area, const Failure& failed) {
  if (!failed.any()) return;
  auto notice = f.b.notice("failed", ui::Kind::bad);
  f.b.text("why", failure_words(f, area, failed.code, failed.message, failed.hint));
}

void paper_choice(Frame& f) {
  const std::vector<ui::Option> papers = {{"a4", std::string(f.w("print.a4"))},
                                          {"roll", std::string(f.w("print.roll"))}};
  const std::string chosen = f.m.roll ? "roll" : "a4";
  f.b.radios(
      "paper", {.label = f.w("print.paper"), .options = papers, .chosen = {&chosen, 1}},
      f.on([](std::string_view paper) { return Message(msg::ChoosePaper{std::string(paper)}); }));
}

void qr_picture(Frame& f, std::string_view name, std::string_view text) {
  const auto qr = codec::encode_qr(text);
  if (!qr) return;
  std::string modules;
  for (const auto module : qr->modules) modules += module ? '1' : '0';
  f.b.qr("image", name, modules);
}

std::string unit_of(Frame& f, const Draft& draft) {
  const auto& code = draft.events.empty() ? draft.unit : draft.events.back().unit;
  return unit_name(f.m, code);
}

}  // namespace motcua::screens
