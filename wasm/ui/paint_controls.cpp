#include <algorithm>
#include <cstdlib>

#include "wasm/ui/painter.h"

namespace motcua::ui {

void Painter::press(const Node& n) {
  if (n.variant == Variant::skip) return;
  if (n.variant == Variant::wordmark) return wordmark(n);
  if (n.variant == Variant::steps) return step(n);
  if (is_button_like(n)) return button(n);
  TextStyle look = style(n);
  const bool top = on_band(tree_, n);
  if (n.variant == Variant::tile) return text(n, look, s(20), false);
  if (hovered(n)) {
    if (!top && n.variant != Variant::error) look.colour = Colour::primary_hover;
    brush_.fill(n.rect, top ? Colour::band_hover : Colour::secondary_hover, s(6));
  }
  if (n.has(flag_current) && top) look.face = Face::semibold;
  text(n, look, n.role == Role::button || top ? s(8) : 0, false);
}

void Painter::button(const Node& n) {
  const float radius = s(size::radius_control);
  const bool over = hovered(n);
  if (n.has(flag_disabled)) {
    brush_.fill(n.rect, Colour::neutral_tag, radius);
    brush_.frame(n.rect, Colour::line, radius, s(1.5f));
  } else if (n.variant == Variant::primary) {
    brush_.fill(n.rect, over ? Colour::primary_hover : Colour::primary, radius);
  } else if (n.variant == Variant::danger) {
    brush_.fill(n.rect, over ? Colour::danger_hover : Colour::danger, radius);
  } else {
    brush_.fill(n.rect, over ? Colour::secondary_hover : Colour::surface, radius);
    brush_.frame(n.rect, Colour::primary, radius, s(2));
  }
  text(n, 0, true);
}

void Painter::wordmark(const Node& n) {
  const float h = s(28), w = s(22);
  const float x = n.rect.x + s(1), y = n.rect.y + (n.rect.h - h) / 2;
  const Point leaf[] = {
      {x + s(8), y + s(11)}, {x + s(15.5f), y + s(8.5f)}, {x + s(15.5f), y + h}, {x + s(8), y + h}};
  brush_.polygon(leaf, Colour::focus_on_band);
  brush_.arch({x, y, w, h}, Colour::on_band, s(3.5f));
  text(n, s(34));
}

void Painter::tile(const Node& n) {
  const Node* link = nullptr;
  const std::size_t self = std::size_t(&n - tree_.nodes.data());
  for (std::size_t i = self + 1; i < tree_.nodes.size() && !link; ++i) {
    if (tree_.nodes[i].parent == int(self) && tree_.nodes[i].role == Role::link) {
      link = &tree_.nodes[i];
    }
  }
  const bool over = link && hovered(*link);
  const float radius = s(size::radius);
  brush_.fill(n.rect, over ? Colour::secondary_hover : Colour::surface, radius);
  brush_.frame(n.rect, over ? Colour::primary : Colour::line, radius, over ? s(2) : 1);
  const float x = n.rect.x + n.rect.w - s(28), y = n.rect.y + n.rect.h / 2;
  const Point chevron[] = {{x - s(6), y - s(7)}, {x + s(1), y}, {x - s(6), y + s(7)}};
  brush_.stroke(chevron, Colour::primary, s(3));
}

void Painter::field(const Node& n) {
  const float radius = s(size::radius_control);
  const bool focused = n.id == attention_.focus;
  brush_.fill(n.rect, n.has(flag_disabled) ? Colour::neutral_tag : Colour::surface, radius);
  if (n.has(flag_invalid)) {
    brush_.frame(n.rect, Colour::danger, radius, s(2.5f));
  } else {
    brush_.frame(n.rect, focused || hovered(n) ? Colour::ink : Colour::field_line, radius,
                 focused ? s(2.5f) : s(1.5f));
  }
}

void Painter::select(const Node& n) {
  field(n);
  const float arrow = s(44);
  brush_.clip({n.rect.x, n.rect.y, n.rect.w - arrow, n.rect.h});
  text(n, s(size::field_padding));
  brush_.unclip();
  const float x = n.rect.x + n.rect.w - s(26), y = n.rect.y + n.rect.h / 2 - s(1);
  const Point chevron[] = {{x - s(7), y - s(3)}, {x, y + s(4)}, {x + s(7), y - s(3)}};
  brush_.stroke(chevron, Colour::ink, s(2.5f));
}

void Painter::tick(Rect box, Colour colour, float width) {
  const float u = box.w / 28;
  const Point mark[] = {{box.x + 7 * u, box.y + 14.5f * u},
                        {box.x + 12 * u, box.y + 19.5f * u},
                        {box.x + 21.5f * u, box.y + 9 * u}};
  brush_.stroke(mark, colour, width);
}

void Painter::checkbox(const Node& n) {
  const float side = s(size::box), radius = s(6);
  const Rect box{n.rect.x + (n.rect.w - side) / 2, n.rect.y + (n.rect.h - side) / 2, side, side};
  const bool wrong = n.has(flag_invalid);
  if (n.has(flag_checked)) {
    brush_.fill(box, n.has(flag_disabled) ? Colour::field_line : Colour::primary, radius);
    return tick(box, Colour::on_primary, s(3.2f));
  }
  brush_.fill(box, hovered(n) ? Colour::secondary_hover : Colour::surface, radius);
  brush_.frame(box, wrong ? Colour::danger : Colour::field_line, radius, s(wrong ? 2.5f : 2));
}

void Painter::radio(const Node& n) {
  const Point centre{n.rect.x + n.rect.w / 2, n.rect.y + n.rect.h / 2};
  const float radius = s(size::box) / 2;
  const bool on = n.has(flag_checked), wrong = n.has(flag_invalid);
  brush_.disc(centre, radius, hovered(n) ? Colour::secondary_hover : Colour::surface);
  brush_.ring(centre, radius,
              on      ? Colour::primary
              : wrong ? Colour::danger
                      : Colour::field_line,
              s(on || wrong ? 2.5f : 2));
  if (on) brush_.disc(centre, radius - s(6.5f), Colour::primary);
}

void Painter::file(const Node& n) {
  const bool over = hovered(n);
  brush_.fill(n.rect, over ? Colour::secondary_hover : Colour::surface, s(4));
  brush_.dashes(n.rect,
                n.has(flag_invalid) ? Colour::danger
                : over              ? Colour::primary
                                    : Colour::field_line,
                s(2));
  text(n, 0, true);
  // An arrow into a tray, before the first line.
  if (n.lines.size() != 1) return;
  const float x = n.rect.x + (n.rect.w - n.lines[0].width) / 2 - s(30);
  const float y = n.rect.y + n.rect.h / 2;
  const Point shaft[] = {{x, y + s(5)}, {x, y - s(10)}};
  const Point head[] = {{x - s(5), y - s(5)}, {x, y - s(10)}, {x + s(5), y - s(5)}};
  const Point tray[] = {
      {x - s(9), y + s(4)}, {x - s(9), y + s(10)}, {x + s(9), y + s(10)}, {x + s(9), y + s(4)}};
  brush_.stroke(shaft, Colour::primary, s(2.5f));
  brush_.stroke(head, Colour::primary, s(2.5f));
  brush_.stroke(tray, Colour::primary, s(2.5f));
}

void Painter::progress(const Node& n) {
  const float radius = n.rect.h / 2;
  brush_.fill(n.rect, Colour::neutral_tag, radius);
  const bool known = !n.value.empty();
  const float part = known ? float(std::clamp(std::atoi(n.value.c_str()), 0, 100)) / 100 : 0.3f;
  if (part <= 0) return;
  const float w = std::max(n.rect.w * part, n.rect.h);
  brush_.fill({n.rect.x, n.rect.y, w, n.rect.h}, known ? Colour::primary : Colour::field_line,
              radius);
}

}  // namespace motcua::ui
