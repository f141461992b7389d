#include "wasm/ui/layout.h"

#include <algorithm>
#include <cmath>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"

namespace motcua::ui {

void layout(Tree& tree, const TextMeasure& measure, const Page& page) {
  if (!tree.nodes.empty()) Layouter(tree, measure, page).run();
}

Layouter::Layouter(Tree& tree, const TextMeasure& measure, const Page& page)
    : tree_(tree), measure_(measure), page_(page), children_(tree.nodes.size()) {
  page_.width = std::max(page_.width, 320.f);
  // Larger text than a 320 px page can hold is the business of page mode.
  page_.scale = std::clamp(page_.scale, 0.5f, page_.width / 320);
  page_.dpr = std::clamp(page_.dpr, 0.5f, 4.f);
  narrow_ = page_.narrow();
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    children_[std::size_t(tree.nodes[i].parent)].push_back(int(i));
  }
}

void Layouter::run() {
  float y = 0;
  int footer = -1;
  for (int child : children_[0]) {
    if (at(child).role == Role::footer) footer = child;
    y += place(child, 0, y, page_.width);
  }
  const float room = page_.height - y;
  if (footer >= 0 && room > 0) {  // once more, at the lower edge
    place(footer, 0, at(footer).rect.y + std::floor(room), page_.width);
    y = page_.height;
  }
  tree_.height = std::ceil(y);
  set(0, 0, 0, page_.width, tree_.height);
}

float Layouter::snap(float v) const { return std::round(v * page_.dpr) / page_.dpr; }

void Layouter::set(int index, float x, float y, float w, float h) {
  const float left = snap(x), top = snap(y);
  at(index).rect = {left, top, snap(x + w) - left, snap(y + h) - top};
}

void Layouter::hide(int index) {
  at(index).rect = {};
  at(index).lines.clear();
  for (int child : children_[std::size_t(index)]) hide(child);
}

bool Layouter::is_leaf(const Node& node) const {
  switch (node.role) {
    case Role::definition: return !node.name.empty();
    case Role::heading:
    case Role::legend:
    case Role::text:
    case Role::link:
    case Role::button:
    case Role::label:
    case Role::textbox:
    case Role::textarea:
    case Role::searchbox:
    case Role::select:
    case Role::option:
    case Role::checkbox:
    case Role::radio:
    case Role::file:
    case Role::progress:
    case Role::image:
    case Role::separator:
    case Role::banner:
    case Role::term: return true;
    default: return false;
  }
}

float Layouter::gap_of(const Node& node) const {
  switch (node.role) {
    case Role::main: return s(24);
    case Role::nav: return s(narrow_ ? 4 : 8);
    case Role::form: return s(24);
    case Role::list:
      if (node.variant == Variant::steps) return s(narrow_ ? 4 : 20);
      if (node.variant == Variant::timeline) return s(28);
      return s(node.variant == Variant::plain_list ? 12 : 10);
    case Role::listitem: return s(4);
    case Role::dl: return 0;
    case Role::group:
      // After the legend: the hint is close, a set of whole fields has air.
      return s(node.variant == Variant::field ? 8 : 20);
    case Role::alert: return s(10);
    default: break;
  }
  switch (node.variant) {
    case Variant::field: return s(6);
    case Variant::paper:
    case Variant::card: return s(16);
    case Variant::date: return s(16);
    case Variant::info:
    case Variant::good:
    case Variant::warning:
    case Variant::bad: return s(8);
    default: return node.flow == Flow::column ? s(16) : s(12);
  }
}

float Layouter::gap_before(int index, float gap, bool first) const {
  if (first) return 0;
  const Node& node = at(index);
  if (node.role == Role::heading && node.level == 2) return gap + s(12);
  if (node.role == Role::heading && node.level == 3) return gap + s(4);
  if (node.role == Role::group) {
    const std::vector<int>& parts = children_[std::size_t(index)];
    if (!parts.empty() && at(parts[0]).level > 0) return gap + s(16);
    if (node.variant == Variant::normal) return gap + s(12);
  }
  // The ring of a control must not touch the words above it.
  const bool input = node.role == Role::textbox || node.role == Role::textarea ||
                     node.role == Role::searchbox || node.role == Role::select ||
                     node.role == Role::file || node.role == Role::combobox;
  if (input && gap < s(8)) return s(8);
  if (is_button_like(node) && gap < s(14)) return s(14);
  return gap;
}

float Layouter::place(int index, float x, float y, float w) {
  const Node& node = at(index);
  if (node.look && node.look->place) return node.look->place(*this, index, x, y, w);
  return is_leaf(node) ? leaf(index, x, y, w) : box(index, x, y, w);
}

float Layouter::box(int index, float x, float y, float w) {
  const Node& node = at(index);
  const float gap = gap_of(node);
  switch (node.role) {
    case Role::header: return band(index, y, s(narrow_ ? 6 : 12), s(narrow_ ? 6 : 12), gap);
    case Role::main: return band(index, y, s(narrow_ ? 24 : 40), s(narrow_ ? 40 : 64), gap);
    case Role::footer: return band(index, y, s(24), s(32), s(12));
    case Role::dlrow: return summary_row(index, x, y, w);
    case Role::listitem:
      if (node.variant == Variant::steps) return step(index, x, y, w);
      if (at(node.parent).variant == Variant::timeline) {
        return padded(index, x, y, w, s(40), 0, 0, 0, gap);
      }
      if (at(node.parent).variant == Variant::plain_list) break;
      return padded(index, x, y, w, s(28), 0, 0, 0, gap);
    default: break;
  }
  if (out_of_flow(node)) {
    hide(index);
    return 0;
  }
  const float air = s(narrow_ ? size::card_narrow : size::card);
  switch (node.variant) {
    case Variant::paper:
    case Variant::card: return padded(index, x, y, w, air, air, air, air, gap);
    case Variant::info:
    case Variant::good:
    case Variant::warning:
    case Variant::bad:
      return padded(index, x, y, w, s(narrow_ ? 18 : 24), s(16), s(16), s(18), gap);
    case Variant::choice: return choice(index, x, y, w);
    case Variant::tile: return tile(index, x, y, w);
    default: break;
  }
  const float h = place_children(index, x, y, w, node.flow, gap);
  set(index, x, y, w, h);
  return h;
}

float Layouter::band(int index, float y, float top, float bottom, float gap) {
  const float gutter = s(narrow_ ? size::gutter_narrow : size::gutter);
  const Node& node = at(index);
  const float inner = std::min(page_.width - 2 * gutter, s(size::column));
  const float x = (page_.width - inner) / 2;
  const float h = top + place_children(index, x, y + top, inner, node.flow, gap) + bottom;
  set(index, 0, y, page_.width, h);
  return h;
}

float Layouter::padded(int index, float x, float y, float w, float left, float top, float right,
                       float bottom, float gap) {
  const float inner =
      place_children(index, x + left, y + top, w - left - right, at(index).flow, gap);
  const float h = top + inner + bottom;
  set(index, x, y, w, h);
  return h;
}

float Layouter::place_children(int index, float x, float y, float w, Flow flow, float gap) {
  switch (flow) {
    case Flow::row: return row(children_[std::size_t(index)], x, y, w, gap);
    case Flow::spread: return spread(index, x, y, w, gap);
    case Flow::center: return column(index, x, y, w, gap, true);
    case Flow::column: break;
  }
  return column(index, x, y, w, gap, false);
}

float Layouter::column(int index, float x, float y, float w, float gap, bool centred) {
  float h = 0;
  bool first = true;
  for (int child : children_[std::size_t(index)]) {
    if (out_of_flow(at(child))) {
      place(child, x, y, w);
      continue;
    }
    h += gap_before(child, gap, first);
    first = false;
    const float own = centred || !stretches(at(child)) ? std::min(natural(child, w), w) : w;
    h += place(child, centred ? x + (w - own) / 2 : x, y + h, own);
  }
  return h;
}

float Layouter::row(const std::vector<int>& items, float x, float y, float w, float gap) {
  float top = 0, used = 0, tallest = 0;
  std::vector<int> line;
  auto finish = [&] {  // things in a line share their middle
    for (int child : line) {
      const Rect r = at(child).rect;
      const float down = (tallest - r.h) / 2;
      if (down >= 0.5f) place(child, r.x, y + top + down, r.w);
    }
    line.clear();
  };
  for (int child : items) {
    if (out_of_flow(at(child))) {
      place(child, x, y, w);
      continue;
    }
    const float own = std::min(natural(child, w), w);
    if (!line.empty() && used + gap + own > w + 0.5f) {
      finish();
      top += tallest + gap;
      used = tallest = 0;
    }
    if (!line.empty()) used += gap;
    tallest = std::max(tallest, place(child, x + used, y + top, own));
    used += own;
    line.push_back(child);
  }
  finish();
  return top + tallest;
}

float Layouter::spread(int index, float x, float y, float w, float gap) {
  const std::vector<int>& all = children_[std::size_t(index)];
  if (all.size() < 2) return row(all, x, y, w, gap);
  const std::vector<int> rest(all.begin() + 1, all.end());
  // What stands in the header has air around its words; these shall end where the column ends.
  const float out = at(index).role == Role::header ? s(8) : 0;
  w += out;
  float wanted = gap * float(rest.size() - 1);
  for (int child : rest) wanted += natural(child, w);
  const float first = std::min(natural(all[0], w), w);
  if (first + gap + wanted > w) {
    const float upper = place(all[0], x, y, w);
    return upper + s(4) + row(rest, x - out, y + upper + s(4), w + out, gap);
  }
  const float left = place(all[0], x, y, first);
  const float right = row(rest, x + w - wanted, y, wanted + 1, gap);
  const float h = std::max(left, right);
  if (left < h) place(all[0], x, y + (h - left) / 2, first);
  if (right < h) row(rest, x + w - wanted, y + (h - right) / 2, wanted + 1, gap);
  return h;
}

float Layouter::choice(int index, float x, float y, float w) {
  const float left = s(size::target);
  float h = 0;
  for (int child : children_[std::size_t(index)]) {
    Node& node = at(child);
    if (node.role == Role::checkbox || node.role == Role::radio) {
      set(child, x, y, left, s(size::target));
    } else if (node.role == Role::label) {
      h = std::max(words(child, x + left, y, w - left), s(size::target));
      set(child, x + left, y, w - left, h);
    } else {
      h += words(child, x + left, y + h, w - left);
    }
  }
  set(index, x, y, w, h);
  return h;
}

float Layouter::tile(int index, float x, float y, float w) {
  const float air = s(20), arrow = s(40);
  float h = s(16);
  int link = -1;
  for (int child : children_[std::size_t(index)]) {
    if (at(child).role == Role::link) link = child;
    h += words(child, x + air, y + h, w - 2 * air - arrow) + s(4);
  }
  h += s(14);
  set(index, x, y, w, h);
  if (link >= 0) set(link, x, y, w, h);  // pressing anywhere in the tile follows it
  return h;
}

float Layouter::summary_row(int index, float x, float y, float w) {
  const float air = s(12), gap = s(16);
  const std::vector<int>& parts = children_[std::size_t(index)];
  const bool change = parts.size() > 2;
  float h = 0;
  if (narrow_) {
    for (int child : parts) h += place(child, x, y + air + h, w) + s(2);
  } else {
    const float link = change ? natural(parts[2], w / 4) : 0;
    const float term = std::round(w * 0.34f);
    const float value = w - term - gap - (change ? link + gap : 0);
    h = place(parts[0], x, y + air, term);
    if (parts.size() > 1) h = std::max(h, place(parts[1], x + term + gap, y + air, value));
    // A link is taller than its words: lift it, so that they stand on one line.
    if (change) h = std::max(h, place(parts[2], x + w - link, y + air - s(2), link) - s(4));
  }
  h += 2 * air;
  set(index, x, y, w, h);
  return h;
}

bool Layouter::compact_steps(int list, float w) const {
  float all = 0;
  for (int item : children_[std::size_t(list)]) {
    for (int child : children_[std::size_t(item)]) {
      all += s(size::dot + 10) + words_width(at(child)) + gap_of(at(list));
    }
  }
  return all - gap_of(at(list)) > w;
}

float Layouter::step(int index, float x, float y, float w) {
  const float h = s(size::target);
  for (int child : children_[std::size_t(index)]) {
    Node& node = at(child);
    const float left = s(size::dot + 10);
    node.lines = w > left + s(16) ? wrap_words(node, w - left) : std::vector<TextLine>{};
    set(child, x, y, w, h);
  }
  set(index, x, y, w, h);
  return h;
}

}  // namespace motcua::ui
