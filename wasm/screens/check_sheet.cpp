// What is still wrong with a dossier, on one sheet to take along: named like the office's own
// request for supplements (what, why, what to do), before anything was filed.

#include <algorithm>

#include "shared/form/date.h"
#include "wasm/app/local_time.h"
#include "wasm/app/steps.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;
using form::Defect;
using form::Severity;

namespace {

struct Line {
  std::string what, why, guide;
};

Line line_of(Frame& f, const Draft& draft, const Defect& defect) {
  const auto& lang = f.m.lang;
  Line line{.what = defect.field, .why = defect.message.in(lang), .guide = {}};
  if (defect.step == papers_place) {
    const auto* paper = catalogue::find_component(*procedure_of(f.m, draft), defect.field);
    if (!paper) return line;
    line.what = paper->name.in(lang);
    line.guide = paper->hint.in(lang);
  } else if (const auto* field = form::find_field(*schema_of(f.m, draft), defect.field)) {
    line.what = field->label.in(lang);
    line.guide = field->hint.in(lang);
  }
  return line;
}

/// The defects of one place that `wanted` takes, numbered; draws nothing when there are none.
template <class Wanted>
void part(Frame& f, const Draft& draft, const std::vector<Defect>& defects, const std::string& key,
          std::string_view heading, Wanted wanted) {
  if (std::none_of(defects.begin(), defects.end(), wanted)) return;
  auto section = f.b.section(key);
  f.b.heading("heading", 2, heading);
  auto list = f.b.list("list", true);
  std::size_t n = 0;
  for (const auto& defect : defects) {
    if (!wanted(defect)) continue;
    const auto line = line_of(f, draft, defect);
    auto item = f.b.item(std::to_string(n++) + defect.field);
    f.b.text("what", line.what);
    f.b.text("why", f.w("check_sheet.why", {{"text", line.why}}));
    if (!line.guide.empty())
      f.b.text("guide", f.w("check_sheet.guide", {{"text", line.guide}}), ui::Variant::muted);
  }
}

void head(Frame& f, const Draft& draft) {
  std::vector<ui::SummaryRow> rows = {
      {std::string(f.w("check_sheet.procedure")), procedure_name(f.m, draft.procedure)}};
  const auto& receiving = schema_of(f.m, draft)->roles.receiving;
  if (const auto unit = form::text_of(draft.values, receiving); !unit.empty())
    rows.push_back({std::string(f.w("check_sheet.unit")), unit_name(f.m, unit)});
  rows.push_back({std::string(f.w("check_sheet.day")), day_text(f.w, today(f.m))});
  f.b.summary_list("head", rows);
}

}  // namespace

void check_sheet(Frame& f) {
  const auto* draft = draft_here(f);
  if (!draft) return;
  visit(f, "back", f.w("review.title"), review_path(draft->id), ui::Variant::quiet);
  title(f);
  f.b.text("note", f.w("check_sheet.note"), ui::Variant::muted);
  head(f, *draft);
  const auto defects = all_defects(f.m, *draft);
  const auto error_in = [](std::string_view place) {
    return [place](const Defect& d) { return d.severity == Severity::error && d.step == place; };
  };
  if (!form::blocks(defects))
    auto good = f.b.notice("good", ui::Kind::good, f.w("check_sheet.none"));
  part(f, *draft, defects, "papers", f.w("check_sheet.papers"), error_in(papers_place));
  for (const auto& step : schema_of(f.m, *draft)->steps)
    part(f, *draft, defects, "step-" + step.id,
         f.w("check_sheet.step", {{"name", step.title.in(f.m.lang)}}), error_in(step.id));
  part(f, *draft, defects, "other", f.w("check_sheet.other"), error_in(""));
  part(f, *draft, defects, "warnings", f.w("review.warnings"),
       [](const Defect& d) { return d.severity == Severity::warning; });
  f.b.button("print", f.w("check_sheet.print"), f.on(Message(msg::PrintPage{})),
             ui::Variant::primary);
}

}  // namespace motcua::screens
