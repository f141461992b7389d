#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/app/standing.h"
#include "wasm/app/states.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

void card(Frame& f, const Draft& draft) {
  auto item = f.b.item(draft.receipt.number);
  const auto path = follow_path(draft.receipt.number);
  f.b.tile("tile",
           f.w("dossiers.name", {{"name", procedure_name(f.m, draft.procedure)},
                                 {"number", grouped_number(draft.receipt.number)}}),
           draft.receipt.time.empty()
               ? std::string()
               : f.w("dossiers.sent", {{"time", moment_text(f.w, draft.receipt.time)}}),
           path, f.on(Message(msg::Visit{path})));
  const bool pay = also_pay(draft);
  const auto status = draft.events.empty() ? 0 : draft.events.back().status;
  f.b.tag("state", standing_words(f.w, draft), pay ? state_kind(status) : standing_kind(draft));
  if (pay) f.b.tag("pay", f.w("state.payment-wanted"), ui::Kind::warning);
  const auto saying = f.m.sayings.find(draft.id);
  if (saying != f.m.sayings.end() && is_unsent(saying->second))
    f.b.tag("unsent", f.w("feedback.unsent_tag"), ui::Kind::warning);
  if (!draft.alarm.empty()) f.b.tag("alarm", f.w("follow.alarm_title"), ui::Kind::bad);
}

/// What just came from another device, and whether it could be kept.
void came(Frame& f) {
  for (const auto& [id, state] : f.m.saves) {
    if (!state.failed) continue;
    const std::string key = "save." + state.reason;
    auto notice = f.b.notice("unsaved", ui::Kind::bad);
    f.b.text("text", f.w("save.failed", {{"reason", f.w.has(key) ? f.w(key) : f.w("save.other")}}));
    break;
  }
  if (!f.m.fetched.here) return;
  const auto many = f.m.fetched.new_ones;
  auto notice =
      f.b.notice("came", many == 0 ? ui::Kind::info : ui::Kind::good,
                 many == 0 ? std::string(f.w("fetch.none_new")) : f.w.count("fetch.came", many));
  if (many > 0 && f.m.fetched.without_files) f.b.text("files", f.w("fetch.without_files"));
}

}  // namespace

void dossiers(Frame& f) {
  title(f);
  came(f);
  if (!f.m.drafts_known) {
    auto status = f.b.status("loading");
    f.b.text("text", f.w("load.wait"), ui::Variant::muted);
    return;
  }
  bool any = false;
  for (const auto& [id, draft] : f.m.drafts) any = any || draft.stage == Stage::sent;
  if (any) {
    f.b.text("lead", f.w("dossiers.lead"));
    auto list = f.b.plain_list("list", f.w("dossiers.title"));
    for (const auto& [id, draft] : f.m.drafts)
      if (draft.stage == Stage::sent) card(f, draft);
  }
  unfinished_drafts(f);
  if (!any && f.m.drafts.empty()) f.b.text("none", f.w("dossiers.none"));
  visit(f, "home", f.w("dossiers.new"), std::string(home_path), ui::Variant::secondary);
  f.b.heading("elsewhere", 2, f.w("dossiers.elsewhere"));
  visit(f, "fetch", f.w("fetch.title"), std::string(fetch_path));
  visit(f, "verify", f.w("dossiers.verify"), std::string(verify_path));
  if (!f.m.drafts.empty()) visit(f, "move", f.w("move.title"), std::string(move_path));
}

}  // namespace motcua::screens
