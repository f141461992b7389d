#pragma once
// The pass behind paint(): boxes in paint.cpp, controls in paint_controls.cpp, lists in
// paint_lists.cpp. Components (look.h) draw by the same functions.

#include "wasm/ui/brush.h"
#include "wasm/ui/paint.h"

namespace motcua::ui {

class Painter {
 public:
  Painter(const Tree& tree, const Page& page, const Attention& attention, Brush& brush)
      : tree_(tree), page_(page), attention_(attention), brush_(brush) {}

  void node(const Node& n);
  void focus_ring(const Node& n);

  Brush& brush() { return brush_; }
  const Tree& tree() const { return tree_; }
  const Page& page() const { return page_; }
  bool focused(const Node& n) const { return n.id == attention_.focus; }
  void box(const Node& n);
  void notice(const Node& n, Colour edge, Colour fill);
  void pill(const Node& n, Colour fill);
  void text(const Node& n, float inset = 0, bool centred = false);
  /// The words of a node in a part of its rectangle.
  void text_at(const Rect& rect, const Node& n, float inset = 0, bool centred = false);
  void text(const Node& n, const TextStyle& style, float inset, bool centred);

  void lines(const Rect& rect, const Node& n, const TextStyle& look, float inset, bool centred);

  void press(const Node& n);
  void button(const Node& n);
  void wordmark(const Node& n);
  void tile(const Node& n);
  void field(const Node& n);
  void select(const Node& n);
  void checkbox(const Node& n);
  void radio(const Node& n);
  void file(const Node& n);
  void progress(const Node& n);

  void list_item(const Node& n);
  void event(const Node& n);
  void step(const Node& n);
  void summary_row(const Node& n);

  void tick(Rect box, Colour colour, float width);
  bool hovered(const Node& n) const { return n.id == attention_.hover && !n.has(flag_disabled); }
  const Node& parent(const Node& n) const { return tree_.nodes[std::size_t(n.parent)]; }
  TextStyle style(const Node& n) const { return text_style(tree_, n, page_.narrow()); }
  float s(float px) const { return px * page_.scale; }
  /// The next node under the same parent, or nullptr.
  const Node* next(const Node& n) const;

 private:
  const Tree& tree_;
  const Page& page_;
  const Attention& attention_;
  Brush& brush_;
};

}  // namespace motcua::ui
