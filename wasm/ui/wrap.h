#pragma once
// Breaks text into lines by words. A word wider than the line is broken between characters.

#include <string_view>
#include <vector>

#include "wasm/ui/measure.h"
#include "wasm/ui/tree.h"

namespace motcua::ui {

/// Lines of `text` (NFC, UTF-8; '\n' starts a new line) that are at most `width` CSS pixels wide.
/// Spaces at a break belong to no line. Empty text has one empty line.
std::vector<TextLine> wrap(std::string_view text, float width, const TextMeasure& measure,
                           Face face, float px);

}  // namespace motcua::ui
