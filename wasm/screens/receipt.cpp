#include <algorithm>

#include "shared/record/state.h"
#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

/// The unit's own word once it has received the dossier; until then the log's.
void code_picture(Frame& f, const Draft& draft) {
  const auto received = std::find_if(
      draft.events.begin(), draft.events.end(),
      [](const RecordEvent& e) { return e.status == record::received && !e.proof_code.empty(); });
  const bool by_unit = received != draft.events.end();
  const auto& code = by_unit ? received->proof_code : draft.receipt.ack;
  if (code.empty()) return;
  auto box = f.b.center("qr");
  qr_picture(f, f.w("receipt.qr", {{"number", grouped_number(draft.receipt.number)}}), code);
  f.b.text("note",
           by_unit ? f.w("receipt.qr_unit", {{"unit", unit_name(f.m, received->unit)}})
                   : std::string(f.w("receipt.qr_note")),
           ui::Variant::small);
}

void keep_keys(Frame& f, const Draft& draft) {
  auto screen_only = f.b.section("screen-only");
  f.b.mark(ui::flag_no_print);
  auto notice = f.b.notice("secret", ui::Kind::warning, f.w("receipt.secret"));
  f.b.text("text", f.w("receipt.secret_text"));
  visit(f, "keys", f.w("receipt.secret_keep"), keys_path(draft.receipt.number),
        ui::Variant::secondary);
}

}  // namespace

void receipt(Frame& f) {
  const auto* draft = find_filed(f.m, f.m.route.number);
  if (!draft && f.m.drafts_known) return not_found(f);
  title(f);
  if (!draft) {
    auto status = f.b.status("loading");
    f.b.text("text", f.w("load.wait"), ui::Variant::muted);
    return;
  }
  const auto& r = draft->receipt;
  {
    auto box = f.b.notice("done", ui::Kind::good);
    f.b.text("what", procedure_name(f.m, draft->procedure), ui::Variant::strong);
    f.b.text("number-label", f.w("receipt.number"));
    f.b.text("number", grouped_number(r.number), ui::Variant::code);
    if (!r.time.empty())
      f.b.text("time", f.w("receipt.time", {{"time", moment_text(f.w, r.time)}}));
    if (!draft->unit.empty())
      f.b.text("unit", f.w("receipt.unit", {{"unit", unit_name(f.m, draft->unit)}}));
  }
  f.b.heading("next-heading", 2, f.w("receipt.next"));
  f.b.text("next", f.w("receipt.next_text"));
  visit(f, "follow", f.w("receipt.follow"), follow_path(r.number), ui::Variant::primary);
  code_picture(f, *draft);
  {
    auto actions = f.b.section("actions");
    f.b.mark(ui::flag_no_print);
    paper_choice(f);
    auto row = f.b.row("buttons");
    f.b.button("print", f.w("receipt.print"), f.on(Message(msg::PrintPage{})));
    if (!r.proof.empty())
      f.b.button("proof", f.w("receipt.proof"), f.on(Message(msg::SaveProof{r.number})),
                 ui::Variant::quiet);
  }
  keep_keys(f, *draft);
}

}  // namespace motcua::screens
