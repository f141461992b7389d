#pragma once
// How a component is laid out and painted. A node of a component points to its Look, which stands
// in the component's own file beside the call that builds it. So a screen that never calls a
// component does not link its layout and its paint either.

#include "wasm/ui/text_style.h"
#include "wasm/ui/tree.h"

namespace motcua::ui {

class Layouter;
class Painter;

struct Look {
  /// Gives the node and all below it their rectangles; returns the height.
  float (*place)(Layouter&, int index, float x, float y, float w) = nullptr;
  /// The width it takes when it need not share it; null: all there is.
  float (*natural)(const Layouter&, int index, float limit) = nullptr;
  /// Draws the node; what is inside it comes after.
  void (*paint)(Painter&, const Node&) = nullptr;
  /// How its name is written; null: the name is not painted.
  TextStyle (*style)(const Tree&, const Node&, bool narrow) = nullptr;
};

}  // namespace motcua::ui
