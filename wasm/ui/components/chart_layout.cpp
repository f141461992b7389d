#include "wasm/ui/components/chart_layout.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "wasm/ui/layouter.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

constexpr float kBar = 24, kGap = 12, kPlot = 220, kWords = 27;

float part(const Node& row) {
  return float(std::clamp(std::atoi(row.value.c_str()), 0, 1000)) / 1000;
}

float place_stack(Layouter& at, int index, float x, float y, float w) {
  float h = 0;
  for (int child : at.children(index)) h += at.place(child, x, y + h, w);
  at.set(index, x, y, w, h);
  return h;
}

/// The headings of the table are for those who read it; the painted chart says them in its title.
float place_nothing(Layouter& at, int index, float, float, float) {
  at.hide(index);
  return 0;
}

float place_word(Layouter& at, int index, float x, float y, float w) {
  Node& node = at.at(index);
  node.lines = at.wrap_words(node, w);
  const float h = float(node.lines.size()) * at.leading(node);
  at.set(index, x, y, w, h);
  return h;
}

TextStyle word_style(const Tree&, const Node& n, bool) {
  return {n.role == Role::cell ? Face::semibold : Face::regular, 17, 1.45f};
}

void paint_word(Painter& on, const Node& n) { on.text(n); }

// Bars: label, bar, value side by side; on a narrow page the bar under its words.

float place_bar(Layouter& at, int index, float x, float y, float w) {
  const int label = at.children(index)[0], value = at.children(index)[1];
  const float gap = at.s(kGap);
  float h = 0;
  if (at.narrow()) {
    h = at.place(label, x, y, w * 0.6f - gap);
    h = std::max(h, at.place(value, x + w * 0.6f, y, w * 0.4f)) + at.s(kBar) + at.s(kGap);
  } else {
    h = at.place(label, x, y, w * 0.3f - gap);
    h = std::max({h, at.place(value, x + w * 0.78f, y, w * 0.22f), at.s(kBar)}) + gap;
  }
  at.set(index, x, y, w, h);
  return h;
}

void paint_bar(Painter& on, const Node& n) {
  const bool narrow = on.page().narrow();
  const float bar = on.s(kBar);
  const float left = narrow ? n.rect.x : n.rect.x + n.rect.w * 0.3f;
  const float room = narrow ? n.rect.w : n.rect.w * 0.48f - on.s(kGap);
  const float y = narrow ? n.rect.y + n.rect.h - bar - on.s(kGap) : n.rect.y + on.s(1);
  on.brush().fill({left, y, room, bar}, Colour::neutral_tag, on.s(4));
  const float w = room * part(n);
  if (w > 0) on.brush().fill({left, y, std::max(w, on.s(4)), bar}, Colour::primary, on.s(4));
}

// A line: points from left to right, their labels below and their values above, as many of them as
// stand beside each other.

struct Plot {
  Rect rect;  // of the points: from the lowest to the highest
  float step = 0;
};

Plot plot_of(const Rect& table, std::size_t points, float words) {
  const float step = table.w / float(std::max<std::size_t>(points, 1));
  return {{table.x + step / 2, table.y + words + 8, step * float(points ? points - 1 : 0),
           table.h - 2 * words - 20},
          step};
}

float place_lines(Layouter& at, int index, float x, float y, float w) {
  const std::vector<int>& rows = at.children(index);
  const float words = at.s(kWords), h = at.s(kPlot) + 2 * words;
  at.set(index, x, y, w, h);
  at.place(rows[0], x, y, w);
  const std::size_t points = rows.size() - 1;
  const Plot plot = plot_of({x, y, w, h}, points, words);
  float widest = 1;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    for (int word : at.children(rows[i])) widest = std::max(widest, at.words_width(at.at(word)));
  }
  const auto each =
      std::max<std::size_t>(1, std::size_t(std::ceil((widest + at.s(8)) / plot.step)));
  for (std::size_t i = 0; i < points; ++i) {
    const int row = rows[i + 1];
    const int label = at.children(row)[0], value = at.children(row)[1];
    const float px = plot.rect.x + plot.step * float(i);
    const float py = plot.rect.y + plot.rect.h * (1 - part(at.at(row)));
    at.set(row, px - plot.step / 2, y, plot.step, h);
    if ((points - 1 - i) % each) {  // the last one is always named
      at.hide(label);
      at.hide(value);
      continue;
    }
    auto word = [&](int child, float top) {
      const float own = std::min(at.words_width(at.at(child)) + 1, w);
      at.place(child, std::clamp(px - own / 2, x, x + w - own), top, own);
    };
    word(label, y + h - words);
    // In a valley the words stand below the point, where no line passes.
    auto height = [&](std::size_t k) { return part(at.at(rows[k + 1])); };
    const bool valley = (i == 0 || height(i - 1) > height(i)) &&
                        (i + 1 == points || height(i + 1) > height(i)) && height(i) > 0.15f;
    word(value, valley ? py + at.s(8) : std::max(y, py - words - at.s(8)));
  }
  return h;
}

void paint_lines(Painter& on, const Node& n) {
  std::vector<const Node*> rows;
  const std::size_t self = std::size_t(&n - on.tree().nodes.data());
  for (std::size_t i = self + 1; i < on.tree().nodes.size(); ++i) {
    const Node& each = on.tree().nodes[i];
    if (each.parent == int(self) && each.variant != Variant::strong) rows.push_back(&each);
    if (each.parent < int(self)) break;
  }
  const Plot plot = plot_of(n.rect, rows.size(), on.s(kWords));
  for (int i = 0; i <= 4; ++i) {
    const float y = plot.rect.y + plot.rect.h * float(i) / 4;
    on.brush().fill({n.rect.x, y, n.rect.w, 1}, i == 4 ? Colour::field_line : Colour::line);
  }
  std::vector<Point> line;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    line.push_back(
        {plot.rect.x + plot.step * float(i), plot.rect.y + plot.rect.h * (1 - part(*rows[i]))});
  }
  on.brush().stroke(line, Colour::primary, on.s(3));
  for (Point p : line) {
    on.brush().disc(p, on.s(6), Colour::primary);
    on.brush().disc(p, on.s(3), Colour::surface);
  }
}

constexpr Look kStack{.place = place_stack};
constexpr Look kNothing{.place = place_nothing};
constexpr Look kWord{.place = place_word, .paint = paint_word, .style = word_style};
constexpr Look kBarRow{.place = place_bar, .paint = paint_bar};
constexpr Look kLines{.place = place_lines, .paint = paint_lines};
constexpr Look kPoint{};

}  // namespace

const ChartLooks bar_looks{&kStack, &kStack, &kNothing, &kBarRow, &kWord};
const ChartLooks line_looks{&kStack, &kLines, &kNothing, &kPoint, &kWord};

}  // namespace motcua::ui
