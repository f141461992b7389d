#include <algorithm>
#include <cmath>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/wrap.h"

namespace motcua::ui {

namespace {

float widest(const std::vector<TextLine>& lines) {
  float most = 0;
  for (const TextLine& line : lines) most = std::max(most, line.width);
  return most;
}

}  // namespace

float Layouter::leading(const Node& node) const {
  const TextStyle style = text_style(tree_, node, narrow_);
  return snap(s(style.px) * style.leading);
}

std::vector<TextLine> Layouter::wrap_words(const Node& node, float w) const {
  const TextStyle style = text_style(tree_, node, narrow_);
  const std::string_view words = painted_words(tree_, node);
  auto lines = wrap(words, w, measure_, style.face, s(style.px));
  // A last line of one short word looks lost: give it company if that costs no line.
  if (lines.size() > 1 && lines.back().width < w * 0.2f) {
    auto even = wrap(words, w * 0.88f, measure_, style.face, s(style.px));
    if (even.size() == lines.size() && even.back().width > lines.back().width) return even;
  }
  return lines;
}

float Layouter::words_width(const Node& node) const {
  return std::ceil(widest(wrap_words(node, 1e6f)));
}

float Layouter::words(int index, float x, float y, float w) {
  Node& node = at(index);
  node.lines = wrap_words(node, w);
  const float h = float(node.lines.size()) * leading(node);
  set(index, x, y, w, h);
  return h;
}

float Layouter::hug(int index, float x, float y, float w, float left, float right, float least) {
  Node& node = at(index);
  node.lines = wrap_words(node, w - left - right);
  const float h = std::max(least, float(node.lines.size()) * leading(node) + s(12));
  set(index, x, y, std::min(w, std::ceil(widest(node.lines)) + left + right), h);
  return h;
}

/// How much wider than its words a thing to press is.
float Layouter::press_air(const Node& node) const {
  if (is_button_like(node)) return s(24);
  if (node.role == Role::button || on_band(tree_, node)) return s(8);
  return 0;
}

float Layouter::press(int index, float x, float y, float w) {
  Node& node = at(index);
  if (node.variant == Variant::skip) {
    set(index, s(8), s(8), s(280), s(size::target));
    node.lines.clear();
    return 0;
  }
  const bool mark = node.variant == Variant::wordmark;
  const float air = mark ? s(18) : press_air(node);
  node.lines = wrap_words(node, w - 2 * air);
  const float text = float(node.lines.size()) * leading(node);
  const bool button = is_button_like(node) || node.role == Role::button;
  const float least = button || mark || on_band(tree_, node) ? s(size::control) : s(31);
  const float h = std::max(least, text + (button ? s(20) : 0));
  const float own = std::ceil(widest(node.lines)) + 2 * air;
  const bool full = narrow_ && is_button_like(node) && at(node.parent).flow != Flow::spread;
  set(index, x, y, full ? w : std::min(own, w), h);
  return h;
}

float Layouter::chars_width(const Node& node) const {
  return s(float(node.chars) * 11.5f + 2 * size::field_padding + 8);
}

float Layouter::leaf(int index, float x, float y, float w) {
  Node& node = at(index);
  float h = 0;
  switch (node.role) {
    case Role::link:
    case Role::button: return press(index, x, y, w);
    case Role::text:
      if (node.variant >= Variant::tag_neutral && node.variant <= Variant::tag_bad) {
        const float air = s(12);
        node.lines = wrap_words(node, w - 2 * air);
        h = float(node.lines.size()) * leading(node) + s(8);
        set(index, x, y, std::min(w, std::ceil(widest(node.lines)) + 2 * air), h);
        return h;
      }
      return words(index, x, y, w);
    case Role::banner:
      h = s(34);
      node.lines = wrap_words(node, w - s(32));
      h = std::max(h, float(node.lines.size()) * leading(node) + s(8));
      break;
    case Role::textbox:
    case Role::searchbox:
    case Role::select: {
      if (node.chars) w = std::min(w, chars_width(node));
      if (node.role == Role::select) {
        w = std::min(w, natural(index, w));
        node.lines = wrap_words(node, 1e6f);
      }
      h = s(size::control);
      break;
    }
    case Role::textarea: h = s(140); break;
    case Role::checkbox:
    case Role::radio: w = h = s(size::target); break;
    case Role::file:
      node.lines = wrap_words(node, w - s(48));
      h = std::max(s(size::drop), float(node.lines.size()) * leading(node) + s(48));
      break;
    case Role::progress: h = s(size::bar); break;
    case Role::image: w = h = std::min(w, s(size::qr)); break;
    case Role::separator: h = 1; break;
    default: return words(index, x, y, w);
  }
  set(index, x, y, w, h);
  return h;
}

/// Things that take the whole width of their column.
bool Layouter::stretches(const Node& node) const {
  return !(node.role == Role::image ||
           (node.role == Role::text && node.variant >= Variant::tag_neutral &&
            node.variant <= Variant::tag_bad));
}

/// The width a node takes when it need not share it, at most `limit`.
float Layouter::natural(int index, float limit) const {
  const Node& node = at(index);
  if (node.look && node.look->natural)
    return std::min(limit, node.look->natural(*this, index, limit));
  if (node.look && node.look->place) return limit;
  const std::vector<int>& parts = children_[std::size_t(index)];
  float w = 0;
  if (is_leaf(node)) {
    switch (node.role) {
      case Role::textbox:
      case Role::searchbox: return std::min(limit, node.chars ? chars_width(node) : s(360));
      case Role::textarea:
      case Role::file:
      case Role::progress:
      case Role::separator: return limit;
      case Role::image: return std::min(limit, s(size::qr));
      case Role::select: {
        const TextStyle style = text_style(tree_, node, narrow_);
        for (int option : parts) {
          w = std::max(w, measure_.width(at(option).name, style.face, s(style.px)));
        }
        return std::min(limit, std::max(std::ceil(w) + s(72), s(240)));
      }
      case Role::link:
      case Role::button: {
        if (node.variant == Variant::steps) break;
        const bool full = narrow_ && is_button_like(node) && at(node.parent).flow != Flow::spread;
        if (full) return limit;
        const float air = node.variant == Variant::wordmark ? s(18) : press_air(node);
        return std::min(limit, words_width(node) + 2 * air);
      }
      default: break;
    }
    w = words_width(node);
    if (!stretches(node)) w += s(24);
    return std::min(limit, w);
  }
  if (node.role == Role::listitem && node.variant == Variant::steps) {
    const bool words = !compact_steps(node.parent, limit) || at(parts[0]).has(flag_current);
    w = words ? s(size::dot + 10) + words_width(at(parts[0])) : s(size::target - 4);
    return std::min(limit, w);
  }
  const bool beside = node.flow == Flow::row || node.flow == Flow::spread;
  const float gap = gap_of(node);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const float own = natural(parts[i], limit);
    w = beside ? w + own + (i ? gap : 0) : std::max(w, own);
  }
  const float air = s(narrow_ ? size::card_narrow : size::card);
  if (node.variant == Variant::card || node.variant == Variant::paper) w += 2 * air;
  if (node.variant == Variant::choice) w += s(size::target);
  if (node.role == Role::listitem && at(node.parent).variant == Variant::normal) w += s(28);
  return std::min(limit, std::ceil(w));
}

}  // namespace motcua::ui
