#include <algorithm>

#include "shared/catalogue/components.h"
#include "shared/form/date.h"
#include "shared/form/display.h"
#include "shared/form/normalise.h"
#include "shared/form/visible.h"
#include "wasm/app/local_time.h"
#include "wasm/app/plan.h"
#include "wasm/app/quantity.h"
#include "wasm/app/steps.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

void defect_list(Frame& f, const Draft& draft, const std::vector<form::Defect>& defects,
                 form::Severity severity) {
  auto list = f.b.plain_list("list");
  std::size_t n = 0;
  for (const auto& defect : defects) {
    if (defect.severity != severity) continue;
    auto item = f.b.item(std::to_string(n++) + defect.field);
    const auto path =
        defect.step == papers_place ? papers_path(draft.id) : step_path(draft.id, defect.step);
    f.b.link("link", defect.message.in(f.m.lang), path,
             f.on(Message(msg::FixAnswer{defect.step, defect.field})), ui::Variant::error);
  }
}

void what_is_wrong(Frame& f, const Draft& draft) {
  const auto defects = all_defects(f.m, draft);
  if (form::blocks(defects)) {
    auto notice = f.b.notice("errors", ui::Kind::bad);
    f.b.heading("heading", 2, f.w("review.errors"));
    defect_list(f, draft, defects, form::Severity::error);
    visit(f, "sheet", f.w("review.sheet"), sheet_path(draft.id));
  }
  const auto warning = [](const form::Defect& d) { return d.severity == form::Severity::warning; };
  if (std::any_of(defects.begin(), defects.end(), warning)) {
    auto notice = f.b.notice("warnings", ui::Kind::warning, f.w("review.warnings"));
    f.b.text("text", f.w("review.warnings_text"));
    defect_list(f, draft, defects, form::Severity::warning);
  }
}

std::string shown_value(Frame& f, const Draft& draft, const form::Field& field) {
  const auto* value = form::find_value(draft.values, field.id);
  if (!value || form::is_empty(*value)) return std::string(f.w("review.empty"));
  const auto normal = form::normalise(field, *value);
  if (field.kind == form::Kind::date) {
    const auto* stored = std::get_if<std::string>(&normal);
    if (const auto day = form::parse_date(stored ? *stored : "")) return day_text(f.w, *day);
  }
  const auto text = form::display(field, normal, f.m.lang);
  return field.kind == form::Kind::unit ? unit_name(f.m, text) : text;
}

void answers(Frame& f, const Draft& draft, const form::Schema& schema) {
  const auto seen = form::visible(schema, draft.values, today(f.m));
  for (const auto& step : schema.steps) {
    if (!seen.step(step.id)) continue;
    auto card = f.b.card("step-" + step.id);
    f.b.heading("heading", 2, step.title.in(f.m.lang));
    std::vector<ui::SummaryRow> rows;
    for (const auto& group : step.groups)
      for (const auto& field : group.fields) {
        const bool unticked =
            field.kind == form::Kind::checkbox && !form::is_set(draft.values, field.id);
        if (!seen.field(field.id) || unticked) continue;
        const auto& label = field.label.in(f.m.lang);
        rows.push_back({.term = label,
                        .value = shown_value(f, draft, field),
                        .change = std::string(f.w("review.change")),
                        .change_label = f.w("review.change_what", {{"name", label}}),
                        .href = step_path(draft.id, step.id),
                        .press = f.on(Message(msg::FixAnswer{step.id, field.id}))});
      }
    f.b.summary_list("rows", rows);
  }
}

void attachments(Frame& f, const Draft& draft, const catalogue::Procedure& procedure) {
  auto card = f.b.card("papers");
  f.b.heading("heading", 2, f.w("papers.title"));
  std::vector<ui::SummaryRow> rows;
  const auto path = papers_path(draft.id);
  for (const auto& component : procedure.components) {
    std::string files;
    for (const auto& file : draft.files) {
      if (file.component != component.id) continue;
      files += files.empty() ? "" : "; ";
      files += f.w("papers.file", {{"title", file.title}, {"size", size_text(f.w, file.size)}});
    }
    if (files.empty()) continue;
    const auto& label = component.name.in(f.m.lang);
    rows.push_back(
        {.term = label,
         .value = files,
         .change = std::string(f.w("review.change")),
         .change_label = f.w("review.change_what", {{"name", label}}),
         .href = path,
         .press = f.on(Message(msg::FixAnswer{std::string(papers_place), component.id}))});
  }
  if (rows.empty()) {
    f.b.text("none", f.w("review.no_papers"));
    visit(f, "add", f.w("review.add_papers"), path);
    return;
  }
  f.b.summary_list("rows", rows);
}

}  // namespace

void review(Frame& f) {
  const auto* draft = draft_here(f);
  if (!draft) return;
  draft_head(f, *draft);
  what_is_wrong(f, *draft);
  title(f);
  f.b.text("lead", f.w("review.lead"), ui::Variant::lead);
  answers(f, *draft, *schema_of(f.m, *draft));
  attachments(f, *draft, *procedure_of(f.m, *draft));
  if (uploading(f.m, draft->id)) f.b.text("wait", f.w("papers.wait"), ui::Variant::muted);
  f.b.button("continue", f.w("review.continue"), f.on(Message(msg::FinishReview{})),
             ui::Variant::primary);
  saved_line(f, *draft);
}

}  // namespace motcua::screens
