#pragma once
// How wide words are. The painter's fonts answer in the browser, a fixed width in native tests.

#include <cstdint>
#include <string_view>

namespace motcua::ui {

enum class Face : std::uint8_t { regular, semibold };

class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// Width in CSS pixels of one line of `text` at `px` CSS pixels per em. Widths add up: that of
  /// two strings is that of both joined (no kerning, no shaping; `text` is NFC).
  virtual float width(std::string_view text, Face face, float px) const = 0;
};

}  // namespace motcua::ui
