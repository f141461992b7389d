#include "wasm/ui/components/path.h"

#include <cmath>
#include <vector>

namespace motcua::ui {

namespace {

/// Reads numbers such as "12", "-3" and "4.25"; libc++ here has no floating from_chars.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : text_(text) {}

  char command() {
    skip();
    if (at_ >= text_.size()) return 0;
    const char c = text_[at_];
    if (c != 'M' && c != 'L' && c != 'C' && c != 'Z') return 'L';  // a pair without a letter
    ++at_;
    return c;
  }

  bool number(float& value) {
    skip();
    const bool negative = at_ < text_.size() && text_[at_] == '-';
    if (negative) ++at_;
    float whole = 0, unit = 1;
    bool digits = false, fraction = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '.' && !fraction) {
        fraction = true;
        continue;
      }
      if (c < '0' || c > '9') break;
      digits = true;
      whole = whole * 10 + float(c - '0');
      if (fraction) unit *= 10;
    }
    value = (negative ? -whole : whole) / unit;
    return digits;
  }

  bool point(Point& p) { return number(p.x) && number(p.y); }

 private:
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ',')) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

Point on_curve(Point a, Point b, Point c, Point d, float t) {
  const float u = 1 - t;
  const float wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
  return {a.x * wa + b.x * wb + c.x * wc + d.x * wd, a.y * wa + b.y * wb + c.y * wc + d.y * wd};
}

}  // namespace

void stroke_path(Brush& brush, std::string_view path, const Rect& box, float width, float height,
                 Colour colour, float thick) {
  std::vector<Point> line;
  auto placed = [&](Point p) {
    return Point{box.x + p.x * box.w / width, box.y + p.y * box.h / height};
  };
  auto finish = [&] {
    // A stroke that goes nowhere is a dot, as the round ends of SVG's are.
    const bool dot =
        line.size() == 1 || (line.size() == 2 && std::abs(line[0].x - line[1].x) < thick / 4 &&
                             std::abs(line[0].y - line[1].y) < thick / 4);
    if (dot) {
      brush.disc(line[0], thick * 0.6f, colour);
    } else if (!line.empty()) {
      brush.stroke(line, colour, thick);
    }
    line.clear();
  };
  Numbers read(path);
  Point last, p, b, c;
  for (char command = read.command(); command; command = read.command()) {
    if (command == 'Z') {
      if (!line.empty()) line.push_back(line.front());
      finish();
      continue;
    }
    if (command == 'C') {
      if (!read.point(b) || !read.point(c) || !read.point(p)) break;
      constexpr int kParts = 10;
      for (int i = 1; i <= kParts; ++i) {
        line.push_back(placed(on_curve(last, b, c, p, float(i) / kParts)));
      }
    } else {
      if (!read.point(p)) break;
      if (command == 'M') finish();
      line.push_back(placed(p));
    }
    last = p;
  }
  finish();
}

}  // namespace motcua::ui
