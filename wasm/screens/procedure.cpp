#include "wasm/screens/parts.h"
#include "wasm/screens/procedure_parts.h"

namespace motcua::screens {

using namespace app;
using catalogue::Component;

namespace {

/// While the form is not here, or nothing was answered, a paper's condition stands beside it.
catalogue::Wanted wanted(const catalogue::Outlook& ahead, std::size_t at) {
  return at < ahead.papers.size() ? ahead.papers[at] : catalogue::Wanted::open;
}

void paper(Frame& f, const Component& component, bool open) {
  const auto& lang = f.m.lang;
  auto item = f.b.item(component.id);
  std::string name = component.name.in(lang);
  if (open && !component.condition.empty()) name += " – " + component.condition.in(lang);
  f.b.text("name", name);
  if (!component.hint.empty()) f.b.text("hint", component.hint.in(lang), ui::Variant::muted);
  if (!component.replaced_by.empty())
    f.b.text("replaced", f.w("procedure.replaced", {{"data", component.replaced_by.in(lang)}}),
             ui::Variant::muted);
  for (std::size_t i = 0; i < component.alternatives.size(); ++i)
    f.b.text("or" + std::to_string(i),
             f.w("procedure.or", {{"name", component.alternatives[i].in(lang)}}),
             ui::Variant::muted);
}

void papers_of(Frame& f, const catalogue::Procedure& p, const catalogue::Outlook& ahead, bool shown,
               std::string_view key) {
  std::vector<std::size_t> here;
  bool any = false;
  for (std::size_t i = 0; i < p.components.size(); ++i) {
    if ((p.components[i].need == Component::Need::shown) != shown) continue;
    any = true;
    if (wanted(ahead, i) != catalogue::Wanted::no) here.push_back(i);
  }
  if (!any || (shown && here.empty())) return;
  auto section = f.b.section(key);
  f.b.heading("heading", 2, f.w(shown ? "procedure.bring" : "procedure.papers"));
  if (here.empty()) {
    f.b.text("none", f.w("procedure.no_papers"));
    return;
  }
  auto list = f.b.list("list");
  for (const auto at : here)
    paper(f, p.components[at], wanted(ahead, at) == catalogue::Wanted::open);
}

void course(Frame& f, const catalogue::Procedure& p) {
  if (p.steps.empty()) return;
  auto section = f.b.section("course");
  f.b.heading("heading", 2, f.w("procedure.course"));
  auto list = f.b.list("list", true);
  for (std::size_t i = 0; i < p.steps.size(); ++i) {
    auto item = f.b.item(std::to_string(i));
    f.b.text("text", p.steps[i].in(f.m.lang));
  }
}

void sources(Frame& f, const catalogue::Procedure& p) {
  auto section = f.b.section("sources");
  f.b.heading("heading", 2, f.w("procedure.sources"));
  f.b.text("code", f.w("procedure.code", {{"code", p.code}, {"version", day_words(f, p.version)}}),
           ui::Variant::small);
  if (!p.source.text.empty()) {
    f.b.text(
        "source",
        f.w("procedure.source", {{"text", p.source.text}, {"date", day_words(f, p.source.date)}}),
        ui::Variant::small);
    if (!p.source.verified) f.b.tag("unverified", f.w("procedure.unverified"), ui::Kind::warning);
  }
  if (p.legal.empty()) return;
  std::string all;
  for (const auto& text : p.legal) all += (all.empty() ? "" : "; ") + text;
  f.b.text("legal", f.w("procedure.legal", {{"list", all}}), ui::Variant::small);
}

const Draft* unfinished(const Model& m, std::string_view code) {
  for (const auto& [id, draft] : m.drafts)
    if (draft.procedure == code && draft.stage == Stage::editing) return &draft;
  return nullptr;
}

void begin(Frame& f, const catalogue::Procedure& p) {
  if (f.m.start_failed) {
    auto notice = f.b.notice("start-failed", ui::Kind::bad, f.w("procedure.start_failed"));
    f.b.text("text", f.w("procedure.start_failed_text"));
  }
  if (const auto* draft = unfinished(f.m, p.code)) {
    auto notice = f.b.notice("unfinished", ui::Kind::info, f.w("procedure.unfinished"));
    visit(f, "continue", f.w("home.continue"),
          step_path(draft->id, draft->step.empty() ? "bat-dau" : draft->step),
          ui::Variant::primary);
    f.b.button("start", f.w("procedure.start_new"), f.on(Message(msg::StartDraft{p.code})));
    return;
  }
  f.b.button("start", f.w("procedure.start"), f.on(Message(msg::StartDraft{p.code})),
             ui::Variant::primary, f.m.starting ? ui::flag_busy : 0u);
  f.b.text("start-note", f.w("procedure.start_note"), ui::Variant::muted);
}

}  // namespace

void procedure(Frame& f) {
  const auto& code = f.m.route.code;
  if (f.m.index && !catalogue::find_entry(*f.m.index, code)) return not_found(f);
  visit(f, "back", f.w("frame.home"), std::string(home_path), ui::Variant::quiet);
  if (!ready(f, {"procedures/index", "procedures/" + code})) return;
  const auto found = f.m.procedures.find(code);
  if (found == f.m.procedures.end()) return not_found(f);
  const auto& p = found->second;
  title(f);
  f.b.text("summary", p.summary.in(f.m.lang), ui::Variant::lead);
  begin(f, p);
  const auto ahead = look_ahead(f.m, p);
  facts(f, p, ahead);
  questions(f, p, ahead);
  papers_of(f, p, ahead, false, "papers");
  papers_of(f, p, ahead, true, "bring");
  course(f, p);
  sources(f, p);
  official(f, p);
}

}  // namespace motcua::screens
