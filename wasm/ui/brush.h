#pragma once
// Draws in CSS pixels of the document; the canvas begins at `origin`. Knows colours and letters,
// not nodes.

#include <cstdint>
#include <span>
#include <string_view>

#include "wasm/ui/fonts.h"
#include "wasm/ui/text_style.h"
#include "wasm/ui/theme.h"
#include "wasm/ui/tree.h"

struct ImDrawList;

namespace motcua::ui {

struct Point {
  float x = 0, y = 0;
};

enum class Corners { all, left, top };

class Brush {
 public:
  Brush(ImDrawList& list, const Fonts& fonts, float origin, float scale, Theme theme)
      : list_(list),
        fonts_(fonts),
        origin_(origin),
        dpr_(fonts.dpr()),
        scale_(scale),
        theme_(theme) {}

  /// CSS pixels of a size at the usual root font size.
  float s(float px) const { return px * scale_; }

  void fill(const Rect& r, Colour colour, float radius = 0, Corners corners = Corners::all);
  /// A line of `width` along the inside of the edge.
  void frame(const Rect& r, Colour colour, float radius, float width);
  void dashes(const Rect& r, Colour colour, float width);
  void disc(Point centre, float radius, Colour colour);
  void ring(Point centre, float radius, Colour colour, float width);
  void stroke(std::span<const Point> points, Colour colour, float width);
  void polygon(std::span<const Point> convex, Colour colour);
  /// An arch: two posts and half a circle over them, as an outline.
  void arch(const Rect& r, Colour colour, float width);
  /// Black modules on white with their quiet zone; nothing when they are not a square.
  void qr(const Rect& r, std::string_view modules);

  /// One line of words, its line box beginning at `at` and `leading` high.
  void words(Point at, float leading, std::string_view text, const TextStyle& style);
  /// Words of a single line, in the middle of a box.
  void centred(const Rect& r, std::string_view text, const TextStyle& style);

  void clip(const Rect& r);
  void unclip();

 private:
  Point device(Point p) const { return {p.x * dpr_, (p.y - origin_) * dpr_}; }
  float thick(float width) const;
  std::uint32_t ink(Colour colour) const;

  ImDrawList& list_;
  const Fonts& fonts_;
  float origin_, dpr_, scale_;
  Theme theme_;
};

}  // namespace motcua::ui
