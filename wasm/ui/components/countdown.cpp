#include "wasm/ui/components/countdown.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

constexpr float kBar = 8;

float place(Layouter& at, int index, float x, float y, float w) {
  const float text = at.words(index, x, y, w);
  const float h = text + at.s(kBar + 6);
  at.set(index, x, y, w, h);
  return h;
}

void paint(Painter& on, const Node& n) {
  const float bar = on.s(kBar), radius = bar / 2;
  const Rect track{n.rect.x, n.rect.y + n.rect.h - bar, n.rect.w, bar};
  const float part = float(std::clamp(std::atoi(n.value.c_str()), 0, 1000)) / 1000;
  on.brush().fill(track, Colour::neutral_tag, radius);
  if (part > 0) {
    on.brush().fill({track.x, track.y, std::max(track.w * part, bar), bar},
                    n.variant == Variant::bad ? Colour::danger : Colour::primary, radius);
  }
  on.text_at({n.rect.x, n.rect.y, n.rect.w, n.rect.h - on.s(kBar + 6)}, n);
}

TextStyle style(const Tree&, const Node& n, bool) {
  return {Face::semibold, 28, 1.4f, n.variant == Variant::bad ? Colour::danger : Colour::ink};
}

constexpr Look kLook{.place = place, .paint = paint, .style = style};

}  // namespace

void countdown(Builder& b, std::string_view key, const Countdown& time) {
  Scope box = b.open(Role::section, key, Variant::field);
  const Id label = b.text("label", time.label, Variant::strong);
  Node& node = b.append(Role::timer, "left");
  node.name = time.left;
  node.value = std::to_string(std::clamp(time.part, 0, 1000));
  node.variant = time.urgent ? Variant::bad : Variant::normal;
  node.ref = label;
  node.look = &kLook;
}

}  // namespace motcua::ui
