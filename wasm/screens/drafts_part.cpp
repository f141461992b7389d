#include "wasm/app/local_time.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

std::string resume_path(const Draft& draft) {
  if (draft.stage == Stage::sealed) return seal_path(draft.id);
  return draft.reviewed ? review_path(draft.id)
                        : step_path(draft.id, draft.step.empty() ? "bat-dau" : draft.step);
}

void ask_delete(Frame& f, const Draft& draft) {
  auto box = f.b.notice("delete", ui::Kind::bad, f.w("home.delete_ask"));
  f.b.text("text", f.w("home.delete_text"));
  auto row = f.b.row("choice");
  f.b.button("yes", f.w("home.delete_yes"), f.on(Message(msg::DeleteDraft{draft.id})),
             ui::Variant::danger);
  f.b.button("no", f.w("home.delete_no"), f.on(Message(msg::AskDelete{})));
}

void card(Frame& f, const Draft& draft) {
  const auto name = procedure_name(f.m, draft.procedure);
  auto item = f.b.item(draft.id);
  auto box = f.b.card("card");
  f.b.heading("name", 3, name);
  const bool sealed = draft.stage == Stage::sealed;
  f.b.text("saved",
           sealed ? std::string(f.w("home.unsent"))
                  : f.w("home.saved", {{"time", moment_text(f.w, draft.changed)}}),
           ui::Variant::muted);
  if (f.m.asking_delete == draft.id) return ask_delete(f, draft);
  auto row = f.b.row("actions");
  visit(f, "continue", f.w(sealed ? "home.watch" : "home.continue"), resume_path(draft),
        ui::Variant::primary);
  if (sealed) return;
  f.b.button("delete", f.w("home.delete", {{"name", name}}),
             f.on(Message(msg::AskDelete{draft.id})), ui::Variant::quiet);
  f.b.anchor(std::string(delete_anchor) + draft.id);
}

}  // namespace

void unfinished_drafts(Frame& f) {
  bool any = false;
  for (const auto& [id, draft] : f.m.drafts) any = any || draft.stage != Stage::sent;
  if (!any) return;
  auto section = f.b.section("drafts");
  f.b.heading("heading", 2, f.w("home.drafts"));
  auto list = f.b.plain_list("list", f.w("home.drafts"));
  for (const auto& [id, draft] : f.m.drafts)
    if (draft.stage != Stage::sent) card(f, draft);
}

}  // namespace motcua::screens
