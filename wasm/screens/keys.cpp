#include "shared/codec/json.h"
#include "wasm/app/json_read.h"
#include "wasm/app/quantity.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

/// The sheet itself: what is printed.
void sheet(Frame& f, const Draft& draft) {
  auto card = f.b.card("sheet");
  f.b.text("name",
           f.w("keys.sheet_name", {{"name", procedure_name(f.m, draft.procedure)},
                                   {"number", grouped_number(draft.receipt.number)}}),
           ui::Variant::strong);
  f.b.text("warning", f.w("keys.warning"));
  {
    auto box = f.b.center("qr");
    qr_picture(f, f.w("keys.qr"), f.m.keys.qr);
  }
  f.b.text("code-label", f.w("keys.code"));
  f.b.text("code", f.m.keys.code, ui::Variant::code);
  f.b.text("use", f.w("keys.use"), ui::Variant::small);
  auto actions = f.b.section("actions");
  f.b.mark(ui::flag_no_print);
  paper_choice(f);
  auto row = f.b.row("buttons");
  f.b.button("print", f.w("keys.print"), f.on(Message(msg::PrintPage{})), ui::Variant::primary);
  f.b.button("save", f.w("keys.save"), f.on(Message(msg::SaveSheet{})));
  f.b.button("hide", f.w("keys.hide"), f.on(Message(msg::HideSheet{})), ui::Variant::quiet);
}

void on_paper(Frame& f, const Draft& draft) {
  auto section = f.b.section("paper");
  f.b.heading("heading", 2, f.w("keys.paper"));
  if (!f.m.keys.sheet.empty()) return sheet(f, draft);
  f.b.text("text", f.w("keys.paper_text"));
  f.b.button("show", f.w("keys.show"), f.on(Message(msg::ShowSheet{draft.receipt.number})),
             ui::Variant::primary);
}

void in_a_file(Frame& f, const Draft& draft) {
  auto section = f.b.section("file");
  f.b.mark(ui::flag_no_print);
  f.b.heading("heading", 2, f.w("keys.file"));
  if (f.m.keys.passphrase.empty()) {
    f.b.text("text", f.w("keys.file_text"));
    f.b.button("seal", f.w("keys.seal"), f.on(Message(msg::SealSheet{draft.receipt.number})));
    return;
  }
  auto notice = f.b.notice("made", ui::Kind::good, f.w("keys.file_here"));
  f.b.text("text", f.w("keys.passphrase"));
  f.b.text("passphrase", f.m.keys.passphrase, ui::Variant::code);
  f.b.text("once", f.w("keys.passphrase_once"));
}

/// 56 characters of base64: nothing else goes into a line that is meant to be copied.
bool is_public_key(std::string_view text) {
  return text.size() == 56 &&
         text.find_first_not_of(
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") == text.npos;
}

/// How to check the signature and open the dossier without this page.
void by_hand(Frame& f, const Draft& draft) {
  auto section = f.b.section("hand");
  f.b.mark(ui::flag_no_print);
  f.b.heading("heading", 2, f.w("keys.hand"));
  f.b.text("open", f.w("keys.hand_open"));
  f.b.text("age", "age -d -i GIU-KIN-" + draft.receipt.number + ".txt dossier.age",
           ui::Variant::code);
  const auto envelope = codec::Json::parse(draft.sealed.envelope, nullptr, false);
  const auto key = envelope.is_object() ? text_at(envelope, "sign") : std::string();
  if (!is_public_key(key)) return;
  f.b.text("verify", f.w("keys.hand_verify"));
  f.b.text("minisign", "minisign -V -m " + draft.receipt.number + ".json -P " + key,
           ui::Variant::code);
  auto row = f.b.row("files");
  const auto& number = draft.receipt.number;
  f.b.button("envelope", f.w("keys.envelope"), f.on(Message(msg::SaveSigned{number, false})));
  f.b.button("signature", f.w("keys.signature"), f.on(Message(msg::SaveSigned{number, true})));
}

}  // namespace

void keys(Frame& f) {
  const auto* draft = find_filed(f.m, f.m.route.number);
  if (!draft && f.m.drafts_known) return not_found(f);
  if (draft) {
    visit(f, "back", f.w("follow.title"), follow_path(draft->receipt.number), ui::Variant::quiet);
    f.b.mark(ui::flag_no_print);
  }
  failure_notice(f, "keys_error", f.m.keys.failed);
  title(f);
  if (!draft) {
    auto status = f.b.status("loading");
    f.b.text("text", f.w("load.wait"), ui::Variant::muted);
    return;
  }
  {
    auto screen_only = f.b.section("why");
    f.b.mark(ui::flag_no_print);
    f.b.text("lead", f.w("keys.lead"), ui::Variant::lead);
    auto status = f.b.status("state");
    if (f.m.keys.busy) f.b.text("busy", f.w("keys.busy"), ui::Variant::muted);
  }
  on_paper(f, *draft);
  in_a_file(f, *draft);
  {
    auto section = f.b.section("device");
    f.b.mark(ui::flag_no_print);
    f.b.heading("heading", 2, f.w("keys.device"));
    f.b.text("text", f.w("keys.device_text"));
    visit(f, "move", f.w("move.title"), std::string(move_path), ui::Variant::secondary);
  }
  by_hand(f, *draft);
}

}  // namespace motcua::screens
