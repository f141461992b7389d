#include "wasm/ui/components/skeleton.h"

#include <algorithm>
#include <string>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

constexpr float kHeight = 18;

float place(Layouter& at, int index, float x, float y, float w) {
  const float h = at.s(kHeight);
  at.set(index, x, y, w * float(at.at(index).level) / 100, h);
  return h;
}

void paint(Painter& on, const Node& n) {
  on.brush().fill(n.rect, Colour::neutral_tag, on.s(kHeight / 2));
}

constexpr Look kLook{.place = place, .paint = paint};

}  // namespace

void skeleton(Builder& b, std::string_view key, std::string_view label, int lines) {
  Scope box = b.section(key, label);
  b.opened().flags = flag_busy;
  const int count = std::clamp(lines, 1, 20);
  for (int i = 0; i < count; ++i) {
    Node& line = b.append(Role::skeleton, std::to_string(i));
    // Of different lengths, the last one short, as words are.
    line.level = std::uint8_t(i + 1 == count ? 45 : 100 - (i * 7) % 20);
    line.look = &kLook;
  }
}

}  // namespace motcua::ui
