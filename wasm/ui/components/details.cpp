#include "wasm/ui/components/details.h"

#include <string>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

constexpr float kLeft = 30, kRight = 8;

float place(Layouter& at, int index, float x, float y, float w) {
  return at.hug(index, x, y, w, at.s(kLeft), at.s(kRight), at.s(size::target));
}

float natural(const Layouter& at, int index, float) {
  return at.words_width(at.at(index)) + at.s(kLeft + kRight);
}

void paint(Painter& on, const Node& n) {
  if (on.hovered(n)) on.brush().fill(n.rect, Colour::secondary_hover, on.s(6));
  const float u = on.s(1), x = n.rect.x + 14 * u, y = n.rect.y + n.rect.h / 2;
  const Point open[] = {{x - 6 * u, y - 3 * u}, {x, y + 3 * u}, {x + 6 * u, y - 3 * u}};
  const Point closed[] = {{x - 3 * u, y - 6 * u}, {x + 3 * u, y}, {x - 3 * u, y + 6 * u}};
  on.brush().stroke(n.has(flag_expanded) ? open : closed, Colour::primary, 2.5f * u);
  on.text(n, on.s(kLeft));
}

TextStyle style(const Tree&, const Node&, bool) {
  return {Face::semibold, 18, 1.4f, Colour::primary, true};
}

constexpr Look kLook{place, natural, paint, style};

}  // namespace

Scope details(Builder& b, std::string_view key, std::string_view label, bool open, Action toggle) {
  const std::string inside = std::string(key) + ".inside";
  const Id button =
      b.button(key, label, toggle, Variant::quiet, open ? flag_expanded : flag_collapsed);
  Scope box = b.open(Role::section, inside, open ? Variant::normal : Variant::folded);
  b.node(button).look = &kLook;
  return box;
}

}  // namespace motcua::ui
