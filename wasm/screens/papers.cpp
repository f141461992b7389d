#include <algorithm>

#include "shared/catalogue/components.h"
#include "shared/form/visible.h"
#include "wasm/app/quantity.h"
#include "wasm/app/steps.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

constexpr std::string_view accepted_types =
    "application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png";

std::string error_of(Frame& f, const Draft& draft, const std::string& component) {
  if (f.m.shown.draft != draft.id || f.m.shown.place != papers_place) return {};
  const auto* defect = form::defect_of(f.m.shown.defects, component);
  return defect && defect->severity == form::Severity::error ? defect->message.in(f.m.lang)
                                                             : std::string();
}

void kept_files(Frame& f, const Draft& draft, const catalogue::Component& component) {
  const auto here = [&](const KeptFile& file) { return file.component == component.id; };
  if (std::none_of(draft.files.begin(), draft.files.end(), here)) return;
  auto list = f.b.plain_list("files", f.w("papers.files", {{"name", component.name.in(f.m.lang)}}));
  for (const auto& file : draft.files) {
    if (!here(file)) continue;
    auto item = f.b.item(file.key);
    auto row = f.b.spread("row");
    f.b.text("title",
             f.w("papers.file", {{"title", file.title}, {"size", size_text(f.w, file.size)}}));
    f.b.button("remove", f.w("papers.remove", {{"title", file.title}}),
               f.on(Message(msg::RemoveFile{file.key})), ui::Variant::quiet);
  }
}

void uploads(Frame& f, const Draft& draft, const catalogue::Component& component) {
  for (const auto& upload : f.m.uploads) {
    if (upload.draft != draft.id || upload.component != component.id) continue;
    auto row = f.b.section(upload.key);
    f.b.progress("bar", f.w("papers.adding", {{"title", upload.title}}),
                 percent_of(upload.done, upload.total),
                 f.w("papers.of", {{"done", size_text(f.w, upload.done)},
                                   {"total", size_text(f.w, upload.total)}}));
    f.b.button("stop", f.w("papers.stop", {{"title", upload.title}}),
               f.on(Message(msg::RemoveFile{upload.key})), ui::Variant::quiet);
  }
}

void refusals(Frame& f, const Draft& draft, const catalogue::Component& component) {
  for (std::size_t i = 0; i < f.m.refused.size(); ++i) {
    const auto& file = f.m.refused[i];
    if (file.draft != draft.id || file.component != component.id) continue;
    auto notice = f.b.notice("refused" + std::to_string(i), ui::Kind::bad,
                             f.w("papers.refused", {{"title", file.title}}));
    f.b.text("why", failure_words(f, "file_error", file.code, file.message, file.hint));
    f.b.button("dismiss", f.w("papers.dismiss"), f.on(Message(msg::DismissRefusal{i})),
               ui::Variant::quiet);
  }
}

void paper(Frame& f, const Draft& draft, const catalogue::Component& component, bool needed) {
  auto card = f.b.card(component.id);
  std::string hint = component.hint.in(f.m.lang);
  for (const auto& other : component.alternatives)
    hint += (hint.empty() ? "" : " ") + f.w("procedure.or", {{"name", other.in(f.m.lang)}}) + ".";
  if (!component.replaced_by.empty())
    hint += (hint.empty() ? "" : " ") +
            f.w("procedure.replaced", {{"data", component.replaced_by.in(f.m.lang)}});
  const auto error = error_of(f, draft, component.id);
  f.b.file_field(component.id,
                 {.label = component.name.in(f.m.lang),
                  .hint = hint,
                  .error = error,
                  .button = f.w("papers.choose"),
                  .accept = accepted_types,
                  .multiple = true,
                  .required = needed,
                  .optional = f.w("form.optional")},
                 f.on(Message(msg::ChooseFiles{component.id, ui::field_id(component.id)})));
  refusals(f, draft, component);
  uploads(f, draft, component);
  kept_files(f, draft, component);
}

}  // namespace

void papers(Frame& f) {
  const auto* draft = draft_here(f);
  if (!draft) return;
  const auto& schema = *schema_of(f.m, *draft);
  const auto& procedure = *procedure_of(f.m, *draft);
  const auto day = today(f.m);
  const auto values =
      form::visible_values(form::visible(schema, draft->values, day), draft->values);
  const auto attached = attached_components(*draft);

  draft_head(f, *draft);
  title(f);
  f.b.text("lead", f.w("papers.lead"), ui::Variant::lead);
  f.b.text("limits", f.w("papers.limits"), ui::Variant::muted);
  bool any = false;
  for (const auto& component : procedure.components) {
    const bool has = std::find(attached.begin(), attached.end(), component.id) != attached.end();
    const bool needed = catalogue::is_needed(component, values, day);
    if (!has && !needed) continue;
    paper(f, *draft, component, needed);
    any = true;
  }
  if (!any) f.b.text("none", f.w("papers.none"));
  const bool busy = uploading(f.m, draft->id);
  if (busy) f.b.text("wait", f.w("papers.wait"), ui::Variant::muted);
  f.b.button("continue", f.w(draft->reviewed ? "form.to_review" : "form.continue"),
             f.on(Message(msg::FinishPapers{})), ui::Variant::primary);
  saved_line(f, *draft);
}

}  // namespace motcua::screens
