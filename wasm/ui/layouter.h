#pragma once
// The pass behind layout(): one object a call, boxes in layout.cpp, leaves in layout_leaf.cpp.
// Components (look.h) place their parts by the same functions.

#include <vector>

#include "wasm/ui/layout.h"
#include "wasm/ui/text_style.h"

namespace motcua::ui {

class Layouter {
 public:
  Layouter(Tree& tree, const TextMeasure& measure, const Page& page);
  void run();

  // Boxes: place a node at a point with a width; return its height.
  float place(int index, float x, float y, float w);
  float place_children(int index, float x, float y, float w, Flow flow, float gap);
  float column(int index, float x, float y, float w, float gap, bool centred);
  float row(const std::vector<int>& items, float x, float y, float w, float gap);
  float spread(int index, float x, float y, float w, float gap);
  float padded(int index, float x, float y, float w, float left, float top, float right,
               float bottom, float gap);
  float band(int index, float y, float top, float bottom, float gap);
  float choice(int index, float x, float y, float w);
  float tile(int index, float x, float y, float w);
  float summary_row(int index, float x, float y, float w);
  float step(int index, float x, float y, float w);
  float box(int index, float x, float y, float w);

  // Leaves.
  float leaf(int index, float x, float y, float w);
  float words(int index, float x, float y, float w);
  float press(int index, float x, float y, float w);
  /// Words with air around them, no wider than they need; `least` high.
  float hug(int index, float x, float y, float w, float left, float right, float least);
  float chars_width(const Node& node) const;
  float natural(int index, float limit) const;
  float press_air(const Node& node) const;
  float words_width(const Node& node) const;
  std::vector<TextLine> wrap_words(const Node& node, float w) const;
  float leading(const Node& node) const;

  void set(int index, float x, float y, float w, float h);
  void hide(int index);
  float gap_before(int index, float gap, bool first) const;
  float gap_of(const Node& node) const;
  bool is_leaf(const Node& node) const;
  bool stretches(const Node& node) const;
  bool compact_steps(int list, float w) const;
  const std::vector<int>& children(int index) const { return children_[std::size_t(index)]; }
  bool narrow() const { return narrow_; }
  const Tree& tree() const { return tree_; }
  Node& at(int index) { return tree_.nodes[std::size_t(index)]; }
  const Node& at(int index) const { return tree_.nodes[std::size_t(index)]; }
  float s(float px) const { return px * page_.scale; }
  float snap(float v) const;

 private:
  Tree& tree_;
  const TextMeasure& measure_;
  Page page_;
  bool narrow_;
  std::vector<std::vector<int>> children_;
};

}  // namespace motcua::ui
