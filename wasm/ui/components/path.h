#pragma once
// Draws the small part of SVG paths that icons and signatures use: absolute M, L, C and Z.

#include <string_view>

#include "wasm/ui/brush.h"

namespace motcua::ui {

/// Strokes `path`, made for a ground of `width` x `height`, stretched to `box`. What is not
/// understood ends the drawing. `thick` is in CSS pixels.
void stroke_path(Brush& brush, std::string_view path, const Rect& box, float width, float height,
                 Colour colour, float thick);

}  // namespace motcua::ui
