#include <algorithm>

#include "shared/form/date.h"
#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;
using catalogue::Component;

namespace {

std::string fee_words(Frame& f, const catalogue::Fee& fee) {
  if (fee.vnd == 0) return std::string(f.w("procedure.fee_free"));
  const auto amount = number_text(f.w, fee.vnd);
  const auto& per = fee.per.in(f.m.lang);
  return f.w("procedure.fee_amount", {{"amount", amount}}) + (per.empty() ? "" : " " + per);
}

void facts(Frame& f, const catalogue::Procedure& p) {
  const auto& lang = f.m.lang;
  std::vector<ui::SummaryRow> rows;
  const auto add = [&](std::string_view key, const LocalText& text) {
    if (!text.empty()) rows.push_back({std::string(f.w(key)), text.in(lang)});
  };
  add("procedure.who", p.who);
  add("procedure.decider", p.decider);
  add("procedure.time", p.time.text);
  add("procedure.fee", p.fee.text);
  const auto* fee =
      catalogue::fee_for(p.fees, catalogue::Channel::online, "", form::to_text(today(f.m)));
  if (fee) {
    rows.push_back({std::string(f.w("procedure.fee_here")), fee_words(f, *fee)});
    add("procedure.fee_exempt", fee->exempt);
  }
  add("procedure.result", p.result);
  f.b.summary_list("facts", rows);
}

std::string paper_words(Frame& f, const Component& component) {
  const auto& lang = f.m.lang;
  std::string words = component.name.in(lang);
  if (component.need == Component::Need::conditional && !component.condition.empty())
    words += " – " + component.condition.in(lang);
  return words;
}

void papers_of(Frame& f, const catalogue::Procedure& p, bool shown, std::string_view key) {
  const auto wanted = [&](const Component& c) {
    return (c.need == Component::Need::shown) == shown;
  };
  if (std::none_of(p.components.begin(), p.components.end(), wanted)) return;
  auto section = f.b.section(key);
  f.b.heading("heading", 2, f.w(shown ? "procedure.bring" : "procedure.papers"));
  auto list = f.b.list("list");
  for (const auto& component : p.components) {
    if (!wanted(component)) continue;
    auto item = f.b.item(component.id);
    f.b.text("name", paper_words(f, component));
    if (!component.hint.empty()) f.b.text("hint", component.hint.in(f.m.lang), ui::Variant::muted);
    for (std::size_t i = 0; i < component.alternatives.size(); ++i)
      f.b.text("or" + std::to_string(i),
               f.w("procedure.or", {{"name", component.alternatives[i].in(f.m.lang)}}),
               ui::Variant::muted);
  }
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
  facts(f, p);
  papers_of(f, p, false, "papers");
  papers_of(f, p, true, "bring");
  course(f, p);
  sources(f, p);
}

}  // namespace motcua::screens
