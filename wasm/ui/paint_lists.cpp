#include <string>

#include "wasm/ui/painter.h"

namespace motcua::ui {

void Painter::list_item(const Node& n) {
  const Node& list = parent(n);
  if (list.variant == Variant::timeline) return event(n);
  if (list.variant != Variant::normal) return;
  const float line = s(27);
  if (!list.level) {
    return brush_.disc({n.rect.x + s(12), n.rect.y + line / 2 + s(1)}, s(3.2f), Colour::primary);
  }
  int number = 0;
  for (const Node& each : tree_.nodes) {
    if (each.parent == n.parent) ++number;
    if (each.id == n.id) break;
  }
  const TextStyle look{Face::semibold, 18, 1.5f, Colour::primary};
  brush_.words({n.rect.x + s(2), n.rect.y}, line, std::to_string(number) + ".", look);
}

void Painter::event(const Node& n) {
  const Colour colour = n.variant == Variant::good      ? Colour::good
                        : n.variant == Variant::warning ? Colour::warning
                        : n.variant == Variant::bad     ? Colour::danger
                                                        : Colour::primary;
  const Point centre{n.rect.x + s(14), n.rect.y + s(14)};
  if (const Node* after = next(n)) {
    brush_.fill({centre.x - s(1), centre.y, s(2), after->rect.y - n.rect.y}, Colour::line);
  }
  brush_.disc(centre, s(9), colour);
  if (n.has(flag_current)) return;
  brush_.disc(centre, s(5.5f), Colour::surface);
}

void Painter::step(const Node& n) {
  const float side = s(size::dot);
  const Rect dot{n.rect.x, n.rect.y + (n.rect.h - side) / 2, side, side};
  const Point centre{dot.x + side / 2, dot.y + side / 2};
  if (hovered(n)) brush_.fill(n.rect, Colour::secondary_hover, s(6));
  if (n.has(flag_done)) {
    brush_.disc(centre, side / 2, Colour::primary);
    tick(dot, Colour::on_primary, s(3));
  } else {
    const bool current = n.has(flag_current);
    if (current)
      brush_.disc(centre, side / 2, Colour::primary);
    else
      brush_.ring(centre, side / 2, Colour::field_line, s(1.5f));
    const TextStyle look{Face::semibold, 16, 1.4f, current ? Colour::on_primary : Colour::muted};
    brush_.centred(dot, std::to_string(n.level), look);
  }
  text(n, s(size::dot + 10));
}

void Painter::summary_row(const Node& n) {
  if (!next(n)) return;
  brush_.fill({n.rect.x, n.rect.y + n.rect.h - 1, n.rect.w, 1}, Colour::line);
}

}  // namespace motcua::ui
