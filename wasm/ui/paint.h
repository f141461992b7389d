#pragma once
// Draws a laid-out tree with Dear ImGui's draw list: no windows, no state, device pixels. The
// document draws text fields' own text, the trial banner and the skip link.

#include "wasm/ui/fonts.h"
#include "wasm/ui/layout.h"
#include "wasm/ui/tree.h"

struct ImDrawList;

namespace motcua::ui {

/// What the document says about pointer and keyboard.
struct Attention {
  Id hover = no_id;
  Id focus = no_id;
  bool ring = false;  // the focus came from the keyboard
};

/// The part of the document that the canvas covers.
struct Window {
  float origin = 0, height = 0;  // CSS pixels
};

void paint(const Tree& tree, const Page& page, const Attention& attention, const Window& window,
           const Fonts& fonts, ImDrawList& list);

}  // namespace motcua::ui
