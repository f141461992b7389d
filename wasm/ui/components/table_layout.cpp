#include "wasm/ui/components/table_layout.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "wasm/ui/components/table.h"
#include "wasm/ui/layouter.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

constexpr float kAir = 10, kLabel = 16, kRow = 47, kArrow = 22;

/// A number among the attributes, 0 when it is not there.
std::size_t number(const Node& node, std::string_view name) {
  const std::string begin = std::string(name) + attribute_break;
  std::size_t at = node.attributes.find(begin);
  if (at == std::string::npos || (at && node.attributes[at - 1] != attribute_break)) return 0;
  at += begin.size();
  std::size_t value = 0;
  std::from_chars(node.attributes.data() + at, node.attributes.data() + node.attributes.size(),
                  value);
  return value;
}

/// Height that a row keeps while it is not in the tree.
float kept_row(const Layouter& at, std::size_t columns) {
  if (!at.narrow()) return at.s(kRow);
  return float(columns) * (at.s(kLabel) * 1.5f + at.s(18) * 1.5f) + at.s(2 * kAir);
}

float place_table(Layouter& at, int index, float x, float y, float w) {
  const std::vector<int>& rows = at.children(index);
  float h = rows.empty() ? 0 : at.place(rows[0], x, y, w);
  const std::size_t columns = rows.empty() ? 0 : at.children(rows[0]).size();
  const std::size_t first = number(at.at(index), "first"), count = number(at.at(index), "count");
  const float kept = kept_row(at, columns);
  h += float(first) * kept;
  for (std::size_t i = 1; i < rows.size(); ++i) h += at.place(rows[i], x, y + h, w);
  if (count > first + rows.size()) h += float(count - first - rows.size() + 1) * kept;
  at.set(index, x, y, w, h);
  return h;
}

float stacked(Layouter& at, int index, float x, float y, float w, bool head) {
  const float air = head ? 0 : at.s(kAir);
  float h = air;
  for (int cell : at.children(index)) {
    const bool shown = !head || !at.children(cell).empty();  // of a header: what can be pressed
    if (shown) h += at.place(cell, x, y + h, w);
    if (!shown) at.hide(cell);
  }
  at.set(index, x, y, w, h + air);
  return h + air;
}

float place_row(Layouter& at, int index, float x, float y, float w) {
  const bool head = at.at(index).variant == Variant::strong;
  if (at.narrow()) return stacked(at, index, x, y, w, head);
  const std::vector<int>& heads = at.children(at.children(at.at(index).parent)[0]);
  float all = 0;
  for (int column : heads) all += float(at.at(column).level);
  const std::vector<int>& cells = at.children(index);
  float h = at.s(kRow), left = x;
  std::vector<float> lefts, widths;
  for (std::size_t i = 0; i < cells.size() && i < heads.size(); ++i) {
    const float own = w * float(at.at(heads[i]).level) / all;
    lefts.push_back(left);
    widths.push_back(own);
    h = std::max(h, at.place(cells[i], left, y, own));
    left += own;
  }
  for (std::size_t i = 0; i < lefts.size(); ++i) {  // all as high as the highest
    if (at.children(cells[i]).empty()) at.set(cells[i], lefts[i], y, widths[i], h);
  }
  at.set(index, x, y, w, h);
  return h;
}

float place_cell(Layouter& at, int index, float x, float y, float w) {
  Node& node = at.at(index);
  const float side = at.narrow() ? 0 : at.s(8);
  const float label = at.narrow() ? at.s(kLabel) * 1.5f : 0;
  node.lines = at.wrap_words(node, w - 2 * side);
  const float text = float(node.lines.size()) * at.leading(node);
  const float h = text + label + (at.narrow() ? 0 : at.s(2 * kAir));
  at.set(index, x, y, w, h);
  return h;
}

float place_sort_cell(Layouter& at, int index, float x, float y, float w) {
  const int button = at.children(index)[0];
  const float own = at.natural(button, w);
  const bool right = at.at(index).has(flag_multiple) && !at.narrow();
  const float h = at.place(button, right ? x + w - own : x, y, own);
  at.set(index, x, y, w, h);
  return h;
}

float natural_sort(const Layouter& at, int index, float) {
  return at.words_width(at.at(index)) + at.s(16 + kArrow);
}

float place_sort(Layouter& at, int index, float x, float y, float w) {
  Node& node = at.at(index);
  const float side = at.s(8);
  node.lines = at.wrap_words(node, w - 2 * side - at.s(kArrow));
  const float h =
      std::max(at.s(size::target), float(node.lines.size()) * at.leading(node) + at.s(kAir));
  at.set(index, x, y, w, h);
  return h;
}

bool at_right(const Painter& on, const Node& n) {
  return n.has(flag_multiple) && !on.page().narrow();
}

float widest(const Node& n) {
  float most = 0;
  for (const TextLine& line : n.lines) most = std::max(most, line.width);
  return most;
}

void paint_row(Painter& on, const Node& n) {
  const bool head = n.variant == Variant::strong;
  const float t = on.s(head ? 2 : 1);
  on.brush().fill({n.rect.x, n.rect.y + n.rect.h - t, n.rect.w, t},
                  head ? Colour::field_line : Colour::line);
}

void paint_cell(Painter& on, const Node& n) {
  if (!on.page().narrow()) {
    const float inset = at_right(on, n) ? n.rect.w - widest(n) - on.s(8) : on.s(8);
    return on.text(n, inset);
  }
  const float label = on.s(kLabel) * 1.5f;
  const TextStyle small{Face::regular, kLabel, 1.5f, Colour::muted};
  on.brush().words({n.rect.x, n.rect.y}, label, n.value, small);
  on.text_at({n.rect.x, n.rect.y + label, n.rect.w, n.rect.h - label}, n);
}

void paint_sort(Painter& on, const Node& n) {
  if (on.hovered(n)) on.brush().fill(n.rect, Colour::secondary_hover, on.s(6));
  on.text(n, on.s(8));
  const float u = on.s(1), x = n.rect.x + on.s(8) + widest(n) + on.s(13);
  const float y = n.rect.y + n.rect.h / 2;
  const auto sort = Sort(n.level);
  const Point up[] = {{x - 5 * u, y - 2 * u}, {x, y - 7 * u}, {x + 5 * u, y - 2 * u}};
  const Point down[] = {{x - 5 * u, y + 2 * u}, {x, y + 7 * u}, {x + 5 * u, y + 2 * u}};
  if (sort != Sort::descending) {
    on.brush().stroke(up, sort == Sort::none ? Colour::field_line : Colour::primary, 2.2f * u);
  }
  if (sort != Sort::ascending) {
    on.brush().stroke(down, sort == Sort::none ? Colour::field_line : Colour::primary, 2.2f * u);
  }
}

TextStyle cell_style(const Tree&, const Node& n, bool) {
  const bool strong = n.role != Role::cell;
  return {strong ? Face::semibold : Face::regular, 18, 1.5f};
}

TextStyle sort_style(const Tree&, const Node&, bool) {
  return {Face::semibold, 18, 1.4f, Colour::primary};
}

}  // namespace

const Look table_look{.place = place_table};
const Look table_row_look{.place = place_row, .paint = paint_row};
const Look table_cell_look{.place = place_cell, .paint = paint_cell, .style = cell_style};
const Look table_sort_cell_look{.place = place_sort_cell};
const Look table_sort_look{
    .place = place_sort, .natural = natural_sort, .paint = paint_sort, .style = sort_style};

}  // namespace motcua::ui
