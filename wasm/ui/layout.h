#pragma once
// Gives every node of a tree its rectangle, and every painted text its lines. Pure.

#include "wasm/ui/measure.h"
#include "wasm/ui/theme.h"
#include "wasm/ui/tree.h"

namespace motcua::ui {

struct Page {
  float width = 1024;  // CSS pixels, without the scroll bar
  float height = 768;  // of the window: the footer stays at its lower edge
  float scale = 1;     // root font size / 16
  float dpr = 1;       // edges come to lie on device pixels
  Theme theme = Theme::light;
  /// Narrow pages have smaller headings, less air and full-width buttons.
  bool narrow() const { return width < size::narrow * scale; }
};

/// Fills rect and lines of all nodes and the height of the tree. Never fails; a page narrower
/// than 320 px is laid out as if it were 320 px wide.
void layout(Tree& tree, const TextMeasure& measure, const Page& page);

}  // namespace motcua::ui
