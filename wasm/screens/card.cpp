#include "wasm/screens/card.h"

#include "wasm/ui/components/camera.h"
#include "wasm/ui/components/dialog.h"

namespace motcua::screens {

using namespace app;

namespace {

/// Why the camera is off, and whether asking it again can help.
struct Off {
  std::string_view state, title, text;
  bool again;
};

constexpr Off offs[] = {
    {"none", "card.none", "card.none_text", true},
    {"refused", "card.refused", "card.refused_text", true},
    {"busy", "card.busy", "card.busy_text", true},
    {"insecure", "card.insecure", "card.insecure_text", false},
    {"tired", "card.tired", "card.tired_text", true},
    {"hidden", "card.hidden", "card.hidden_text", true},
    {"broken", "card.broken", "card.broken_text", true},
};

/// nullptr while it is on, or on its way.
const Off* off_of(std::string_view state) {
  if (state.empty() || state == "on") return nullptr;
  for (const auto& off : offs)
    if (off.state == state) return &off;
  return &offs[std::size(offs) - 1];
}

void wrong(Frame& f, CardWanted::Wrong what) {
  using Wrong = CardWanted::Wrong;
  if (what == Wrong::none) return;
  const bool spoiled = what == Wrong::spoiled;
  auto notice = f.b.notice(spoiled ? "spoiled" : "not_card", ui::Kind::bad,
                           f.w(spoiled ? "card.spoiled" : "card.not_card"));
  f.b.text("text", f.w(spoiled ? "card.spoiled_text" : "card.not_card_text"));
}

void camera_off(Frame& f, const Off& off, const std::string& field) {
  auto notice = f.b.notice(off.state, ui::Kind::bad, f.w(off.title));
  f.b.text("text", f.w(off.text));
  if (off.again) f.b.button("again", f.w("load.again"), f.on(Message(msg::WantCard{field})));
}

}  // namespace

void card_button(Frame& f, const form::Field& field) {
  const std::string anchor = std::string(card_anchor) + field.id;
  f.b.button(anchor, f.w("card.scan"), f.on(Message(msg::WantCard{field.id})), ui::Variant::quiet);
  f.b.spoken(field.label.in(f.m.lang));
  f.b.anchor(anchor);
}

void card_dialog(Frame& f) {
  const auto& wanted = f.m.card_wanted;
  if (wanted.field.empty()) return;
  const auto close = f.on(Message(msg::CloseCard{}));
  const bool sheet = wanted.field == verify_field;
  auto dialog = ui::dialog(f.b, "card", f.w(sheet ? "verify.scan" : "card.scan"), close);
  f.b.text("how", f.w(sheet ? "verify.scan_how" : "card.how"));
  const auto* off = off_of(wanted.camera);
  if (!off) {
    ui::camera(f.b, "camera", f.w("card.picture"));
    const auto aim = sheet ? "verify.scan_aim" : "card.aim";
    f.b.text("aim", f.w(wanted.camera.empty() ? "card.opening" : aim), ui::Variant::hint);
  }
  wrong(f, wanted.wrong);
  if (off) camera_off(f, *off, wanted.field);
  f.b.button("close", f.w("card.close"), close);
}

}  // namespace motcua::screens
