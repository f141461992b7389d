#include "shared/form/normalise.h"
#include "shared/form/visible.h"
#include "wasm/screens/card.h"
#include "wasm/screens/fields.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

bool asks_unit(const form::Step& step) {
  for (const auto& group : step.groups)
    for (const auto& field : group.fields)
      if (field.kind == form::Kind::unit) return true;
  return false;
}

}  // namespace

void step(Frame& f) {
  const auto* draft = draft_here(f);
  if (!draft) return;
  const auto& schema = *schema_of(f.m, *draft);
  const auto* step = form::find_step(schema, f.m.route.step);
  if (!step) return;  // settle() leads to a step that is there
  if (asks_unit(*step) && !ready(f, {"directory"})) return;
  const auto day = today(f.m);
  const auto seen = form::visible(schema, draft->values, day);
  const auto values = form::visible_values(seen, draft->values);

  card_dialog(f);
  draft_head(f, *draft);
  title(f);
  if (!step->hint.empty()) f.b.text("hint", step->hint.in(f.m.lang), ui::Variant::lead);
  auto form = f.b.form("form", f.on(Message(msg::FinishStep{})));
  for (const auto& group : step->groups) {
    if (!seen.group(group.id)) continue;
    auto box = f.b.group(group.id, group.legend.in(f.m.lang), 2);
    if (!group.hint.empty()) f.b.text("hint", group.hint.in(f.m.lang), ui::Variant::hint);
    for (const auto& field : group.fields)
      if (seen.field(field.id)) form_field(f, *draft, field, form::is_required(field, values, day));
  }
  f.b.button("continue", f.w(draft->reviewed ? "form.to_review" : "form.continue"),
             f.on(Message(msg::FinishStep{})), ui::Variant::primary);
  saved_line(f, *draft);
}

}  // namespace motcua::screens
