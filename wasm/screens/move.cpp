#include "wasm/app/local_time.h"
#include "wasm/app/quantity.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

void waiting(Frame& f) {
  const auto& now = f.m.moving;
  f.b.text("lead", f.w("move.ready"), ui::Variant::lead);
  {
    auto list = f.b.list("steps", true);
    {
      auto item = f.b.item("scan");
      f.b.text("text", f.w("move.scan"));
      auto box = f.b.center("qr");
      qr_picture(f, f.w("move.qr"), now.link);
    }
    auto item = f.b.item("code");
    f.b.text("text", f.w("move.type_code"));
    f.b.text("code", now.code.substr(0, 3) + " " + now.code.substr(3), ui::Variant::code);
  }
  f.b.text("until", f.w("move.until", {{"time", clock_text(now.expires)}}));
  f.b.button("again", f.w("move.again"), f.on(Message(msg::SendRecords{})));
  auto hand = f.b.notice("hand", ui::Kind::info, f.w("move.no_camera"));
  f.b.text("text", f.w("move.no_camera_text"));
  f.b.text("key", now.key, ui::Variant::code);
}

}  // namespace

void move(Frame& f) {
  const auto& now = f.m.moving;
  visit(f, "back", f.w("dossiers.title"), std::string(dossiers_path), ui::Variant::quiet);
  failure_notice(f, "move_error", now.failed);
  title(f);
  if (!now.key.empty()) {
    waiting(f);
    return;
  }
  f.b.text("lead", f.w("move.lead"), ui::Variant::lead);
  f.b.text("what", f.w("move.what"));
  f.b.text("safe", f.w("move.safe"), ui::Variant::muted);
  f.b.button("begin", f.w("move.begin"), f.on(Message(msg::SendRecords{})), ui::Variant::primary);
  auto status = f.b.status("state");
  if (now.busy) f.b.text("busy", f.w("keys.busy"), ui::Variant::muted);
}

}  // namespace motcua::screens
