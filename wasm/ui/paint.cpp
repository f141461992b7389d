#include "wasm/ui/paint.h"

#include <algorithm>

#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

bool in_sight(const Node& n, const Window& window) {
  // Rings and the lines between events reach beyond their rectangle.
  constexpr float beyond = 64;
  return n.rect.w > 0 && n.rect.y + n.rect.h + beyond > window.origin &&
         n.rect.y - beyond < window.origin + window.height;
}

}  // namespace

void paint(const Tree& tree, const Page& page, const Attention& attention, const Window& window,
           const Fonts& fonts, ImDrawList& list) {
  // Layout clamps the scale of a page too narrow for its text; what is drawn keeps to that.
  Page laid = page;
  laid.width = std::max(page.width, 320.f);
  laid.scale = std::clamp(page.scale, 0.5f, laid.width / 320);
  Brush brush(list, fonts, window.origin, laid.scale, laid.theme);
  Painter painter(tree, laid, attention, brush);
  for (const Node& n : tree.nodes) {
    if (in_sight(n, window)) painter.node(n);
  }
  if (const Node* focused = attention.ring ? tree.find(attention.focus) : nullptr) {
    if (in_sight(*focused, window)) painter.focus_ring(*focused);
  }
}

void Painter::node(const Node& n) {
  if (n.look) {
    if (n.look->paint) n.look->paint(*this, n);
    return;
  }
  switch (n.role) {
    case Role::header: return brush_.fill(n.rect, Colour::band);
    case Role::footer: return brush_.fill({n.rect.x, n.rect.y, n.rect.w, 1}, Colour::line);
    case Role::separator: return brush_.fill(n.rect, Colour::line);
    case Role::image: return brush_.qr(n.rect, n.value);
    case Role::link:
    case Role::button: return press(n);
    case Role::textbox:
    case Role::textarea:
    case Role::searchbox: return field(n);
    case Role::select: return select(n);
    case Role::checkbox: return checkbox(n);
    case Role::radio: return radio(n);
    case Role::file: return file(n);
    case Role::progress: return progress(n);
    case Role::listitem: return list_item(n);
    case Role::dlrow: return summary_row(n);
    case Role::section:
    case Role::alert:
    case Role::status: return box(n);
    case Role::text: break;
    default: return text(n);
  }
  switch (n.variant) {
    case Variant::tag_neutral: return pill(n, Colour::neutral_tag);
    case Variant::tag_good: return pill(n, Colour::good_fill);
    case Variant::tag_warning: return pill(n, Colour::warning_fill);
    case Variant::tag_bad: return pill(n, Colour::bad_fill);
    case Variant::steps: return step(n);
    default: return text(n);
  }
}

void Painter::box(const Node& n) {
  const float radius = s(size::radius);
  switch (n.variant) {
    case Variant::paper:
    case Variant::card:
      brush_.fill(n.rect, Colour::surface, radius);
      return brush_.frame(n.rect, Colour::line, radius, 1);
    case Variant::info: return notice(n, Colour::primary, Colour::info_fill);
    case Variant::good: return notice(n, Colour::good, Colour::good_fill);
    case Variant::warning: return notice(n, Colour::warning, Colour::warning_fill);
    case Variant::bad: return notice(n, Colour::danger, Colour::bad_fill);
    case Variant::tile: return tile(n);
    default: return;
  }
}

void Painter::notice(const Node& n, Colour edge, Colour fill) {
  const float radius = s(size::radius_control);
  brush_.fill(n.rect, fill, radius);
  brush_.fill({n.rect.x, n.rect.y, s(6), n.rect.h}, edge, s(3), Corners::left);
}

void Painter::pill(const Node& n, Colour fill) {
  brush_.fill(n.rect, fill, std::min(n.rect.h / 2, s(18)));
  text(n, s(12));
}

void Painter::text(const Node& n, float inset, bool centred) { text(n, style(n), inset, centred); }

void Painter::text_at(const Rect& rect, const Node& n, float inset, bool centred) {
  lines(rect, n, style(n), inset, centred);
}

void Painter::text(const Node& n, const TextStyle& look, float inset, bool centred) {
  lines(n.rect, n, look, inset, centred);
}

void Painter::lines(const Rect& rect, const Node& n, const TextStyle& look, float inset,
                    bool centred) {
  const std::string_view words = painted_words(tree_, n);
  const float leading = s(look.px) * look.leading;
  // A tile's link covers the tile, its words stand at the top of it.
  const bool top = n.role == Role::link && n.variant == Variant::tile;
  float y = rect.y + (top ? s(16) : (rect.h - leading * float(n.lines.size())) / 2);
  for (const TextLine& line : n.lines) {
    if (std::size_t(line.start) + line.size > words.size()) return;
    const float x = centred ? rect.x + (rect.w - line.width) / 2 : rect.x + inset;
    brush_.words({x, y}, leading, words.substr(line.start, line.size), look);
    y += leading;
  }
}

void Painter::focus_ring(const Node& n) {
  if (n.variant == Variant::skip || n.role == Role::heading || n.role == Role::main) return;
  Rect r = n.rect;
  float radius = s(size::radius_control);
  float gap = s(3);
  if (n.variant == Variant::tile) radius = s(size::radius);
  if (n.role == Role::checkbox || n.role == Role::radio) {
    const float side = s(size::box);
    r = {r.x + (r.w - side) / 2, r.y + (r.h - side) / 2, side, side};
    if (n.role == Role::radio) radius = side / 2;
  }
  if (n.role == Role::link && !is_button_like(n) && n.variant != Variant::tile) radius = s(4);
  if (on_band(tree_, n)) gap = s(-4);  // stays inside the band
  const Rect around{r.x - gap - s(3), r.y - gap - s(3), r.w + 2 * (gap + s(3)),
                    r.h + 2 * (gap + s(3))};
  brush_.frame(around, on_band(tree_, n) ? Colour::focus_on_band : Colour::focus,
               radius + gap + s(3), s(3));
}

const Node* Painter::next(const Node& n) const {
  const std::size_t self = std::size_t(&n - tree_.nodes.data());
  for (std::size_t i = self + 1; i < tree_.nodes.size(); ++i) {
    if (tree_.nodes[i].parent == n.parent) return &tree_.nodes[i];
    if (tree_.nodes[i].parent < n.parent) return nullptr;
  }
  return nullptr;
}

}  // namespace motcua::ui
