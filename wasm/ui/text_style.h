#pragma once
// How the words of a node look. Layout and painter ask here, so that they can not disagree.

#include "wasm/ui/measure.h"
#include "wasm/ui/theme.h"
#include "wasm/ui/tree.h"

namespace motcua::ui {

struct TextStyle {
  Face face = Face::regular;
  float px = 18;         // em, CSS pixels at a root font size of 16 px
  float leading = 1.5f;  // line height in em
  Colour colour = Colour::ink;
  bool underline = false;
};

/// `narrow`: the page is as narrow as a phone's (headings are smaller).
TextStyle text_style(const Tree& tree, const Node& node, bool narrow);

/// The words that the painter draws for a node; empty for those the document shows itself.
std::string_view painted_words(const Tree& tree, const Node& node);

/// The node is inside the header, whose ground is the band.
bool on_band(const Tree& tree, const Node& node);

/// A link or button that is drawn as a filled or framed button.
bool is_button_like(const Node& node);

}  // namespace motcua::ui
