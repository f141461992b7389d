#include "wasm/ui/brush.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace motcua::ui {

namespace {

constexpr float kPi = 3.14159265f;

ImVec2 vec(Point p) { return ImVec2(p.x, p.y); }

ImDrawFlags flags(Corners corners) {
  switch (corners) {
    case Corners::left: return ImDrawFlags_RoundCornersLeft;
    case Corners::top: return ImDrawFlags_RoundCornersTop;
    case Corners::all: break;
  }
  return ImDrawFlags_RoundCornersAll;
}

bool nothing(const Rect& r) { return r.w <= 0 || r.h <= 0; }

}  // namespace

std::uint32_t Brush::ink(Colour colour) const {
  const std::uint32_t c = rgb(colour, theme_);
  return IM_COL32((c >> 16) & 255, (c >> 8) & 255, c & 255, 255);
}

float Brush::thick(float width) const { return std::max(1.f, std::round(width * dpr_)); }

void Brush::fill(const Rect& r, Colour colour, float radius, Corners corners) {
  if (nothing(r)) return;
  list_.AddRectFilled(vec(device({r.x, r.y})), vec(device({r.x + r.w, r.y + r.h})), ink(colour),
                      radius * dpr_, flags(corners));
}

void Brush::frame(const Rect& r, Colour colour, float radius, float width) {
  if (nothing(r)) return;
  const float t = thick(width), half = t / 2;
  const Point a = device({r.x, r.y}), b = device({r.x + r.w, r.y + r.h});
  list_.AddRect(ImVec2(a.x + half, a.y + half), ImVec2(b.x - half, b.y - half), ink(colour),
                std::max(0.f, radius * dpr_ - half), ImDrawFlags_RoundCornersAll, t);
}

void Brush::dashes(const Rect& r, Colour colour, float width) {
  if (nothing(r)) return;
  const float dash = s(8), gap = s(6), inset = width / 2;
  auto side = [&](Point from, Point to) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const int count = std::max(1, int((length + gap) / (dash + gap)));
    const float step = (length + gap) / float(count);
    const Point unit{(to.x - from.x) / length, (to.y - from.y) / length};
    for (int i = 0; i < count; ++i) {
      const float begin = float(i) * step, end = std::min(length, begin + step - gap);
      const Point line[] = {{from.x + unit.x * begin, from.y + unit.y * begin},
                            {from.x + unit.x * end, from.y + unit.y * end}};
      stroke(line, colour, width);
    }
  };
  const float l = r.x + inset, t = r.y + inset, right = r.x + r.w - inset, b = r.y + r.h - inset;
  side({l, t}, {right, t});
  side({right, t}, {right, b});
  side({right, b}, {l, b});
  side({l, b}, {l, t});
}

void Brush::disc(Point centre, float radius, Colour colour) {
  list_.AddCircleFilled(vec(device(centre)), radius * dpr_, ink(colour));
}

void Brush::ring(Point centre, float radius, Colour colour, float width) {
  const float t = width * dpr_;
  list_.AddCircle(vec(device(centre)), radius * dpr_ - t / 2, ink(colour), 0, t);
}

void Brush::stroke(std::span<const Point> points, Colour colour, float width) {
  for (Point p : points) list_.PathLineTo(vec(device(p)));
  list_.PathStroke(ink(colour), ImDrawFlags_None, width * dpr_);
}

void Brush::polygon(std::span<const Point> convex, Colour colour) {
  for (Point p : convex) list_.PathLineTo(vec(device(p)));
  list_.PathFillConvex(ink(colour));
}

void Brush::arch(const Rect& r, Colour colour, float width) {
  const float t = width * dpr_;
  const Point low = device({r.x, r.y + r.h}), top = device({r.x, r.y});
  const float radius = r.w * dpr_ / 2 - t / 2;
  const ImVec2 centre(top.x + r.w * dpr_ / 2, top.y + r.w * dpr_ / 2);
  list_.PathLineTo(ImVec2(centre.x - radius, low.y));
  list_.PathArcTo(centre, radius, kPi, 2 * kPi, 24);
  list_.PathLineTo(ImVec2(centre.x + radius, low.y));
  list_.PathStroke(ink(colour), ImDrawFlags_None, t);
}

void Brush::qr(const Rect& r, std::string_view modules) {
  const std::size_t side = std::size_t(std::lround(std::sqrt(double(modules.size()))));
  if (nothing(r) || side < 21 || side > 177 || side * side != modules.size()) return;
  constexpr float quiet = 4;
  const Point top = device({r.x, r.y});
  const float whole = r.w * dpr_;
  list_.AddRectFilled(vec(top), ImVec2(top.x + whole, top.y + whole), IM_COL32_WHITE);
  // Whole device pixels a module: a scanner wants sharp edges more than it wants size.
  const float cell = std::max(1.f, std::floor(whole / (float(side) + 2 * quiet)));
  const float inset = std::floor((whole - cell * float(side)) / 2);
  for (std::size_t y = 0; y < side; ++y) {
    for (std::size_t x = 0; x < side; ++x) {
      std::size_t run = 0;
      while (x + run < side && modules[y * side + x + run] == '1') ++run;
      if (!run) continue;
      const ImVec2 a(top.x + inset + float(x) * cell, top.y + inset + float(y) * cell);
      list_.AddRectFilled(a, ImVec2(a.x + float(run) * cell, a.y + cell), IM_COL32_BLACK);
      x += run;
    }
  }
}

void Brush::words(Point at, float leading, std::string_view text, const TextStyle& style) {
  ImFont* font = fonts_.font(style.face);
  if (!font || text.empty()) return;
  const float px = s(style.px), size = fonts_.size(px);
  Point p = device(at);
  p = {std::round(p.x), std::round(p.y + (leading * dpr_ - size) / 2)};
  list_.AddText(font, size, vec(p), ink(style.colour), text.data(), text.data() + text.size());
  if (!style.underline) return;
  const float t = thick(px / 18);
  const float y = std::round(p.y + size * Fonts::above_baseline + px * dpr_ * 0.13f);
  const float w = fonts_.width(text, style.face, px) * dpr_;
  list_.AddRectFilled(ImVec2(p.x, y), ImVec2(p.x + w, y + t), ink(style.colour));
}

void Brush::centred(const Rect& r, std::string_view text, const TextStyle& style) {
  const float w = fonts_.width(text, style.face, s(style.px));
  words({r.x + (r.w - w) / 2, r.y}, r.h, text, style);
}

void Brush::clip(const Rect& r) {
  list_.PushClipRect(vec(device({r.x, r.y})), vec(device({r.x + r.w, r.y + r.h})), true);
}

void Brush::unclip() { list_.PopClipRect(); }

}  // namespace motcua::ui
