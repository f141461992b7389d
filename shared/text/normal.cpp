#include "shared/text/normal.h"

#include <algorithm>
#include <vector>

#include "shared/text/latin.h"
#include "shared/text/utf8.h"

namespace motcua::text {

namespace {

int mark_class(char32_t mark) { return mark_classes[mark - first_mark]; }

/// A letter and the marks that follow it, in Unicode's canonical order.
struct Cluster {
  char32_t base = 0;  // 0 = nothing yet
  std::vector<char32_t> marks;

  void take_apart() {
    while (const LatinRow* row = find_letter(base)) {
      marks.insert(marks.begin(), first_mark + row->mark);
      base = row->base;
    }
  }

  void add_mark(char32_t mark) {
    auto at = marks.end();
    if (mark_class(mark) != 0) {
      while (at != marks.begin() && mark_class(*(at - 1)) > mark_class(mark)) --at;
    }
    marks.insert(at, mark);
  }

  void write(std::string& out) {
    if (base == 0) return;
    std::size_t kept = 0;
    int last_class = 0;
    for (const char32_t mark : marks) {
      const int here = mark_class(mark);
      const bool blocked = kept > 0 && (last_class >= here);
      const char32_t joined = blocked ? 0 : join_letter(base, mark);
      if (joined != 0) {
        base = joined;
      } else {
        marks[kept++] = mark;
        last_class = std::max(last_class, here == 0 ? 255 : here);  // classless marks part the rest
      }
    }
    append_point(out, base);
    for (std::size_t i = 0; i < kept; ++i) append_point(out, marks[i]);
    base = 0;
    marks.clear();
  }
};

bool is_dropped(char32_t p) {
  if (p < 0x20) return p != '\n' && p != '\t' && p != '\r';
  if (p >= 0x7F && p <= 0x9F) return p != 0x85;
  if (p >= 0x200B && p <= 0x200F) return true;    // zero width, direction
  if (p >= 0x202A && p <= 0x202E) return true;    // embedding, override
  if (p >= 0x2060 && p <= 0x206F) return true;    // joiners, isolates
  if (p >= 0xE0000 && p <= 0xE0FFF) return true;  // tags
  return p == 0xAD || p == 0x34F || p == 0x61C || p == 0x180E || p == 0xFEFF;
}

bool is_space(char32_t p) {
  return p == 0xA0 || p == 0x1680 || (p >= 0x2000 && p <= 0x200A) || p == 0x202F || p == 0x205F ||
         p == 0x3000;
}

char32_t mended(char32_t p) {
  if (is_space(p)) return ' ';
  if (p == 0xD0 || p == 0x189) return 0x110;
  if (p == 0xF0) return 0x111;
  if (p == 0x85 || p == 0x2028 || p == 0x2029) return '\n';
  return p;
}

void trim_end(std::string& text, std::string_view which) {
  const std::size_t last = text.find_last_not_of(which);
  text.erase(last == std::string::npos ? 0 : last + 1);
}

}  // namespace

std::string compose(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  Cluster cluster;
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = next_point(text, at);
    if (point == 0x340) point = 0x300;  // the tone marks that Unicode gave up
    if (point == 0x341) point = 0x301;
    if (cluster.base != 0 && is_mark(point) && cluster.marks.size() < 32) {
      cluster.add_mark(point);
      continue;
    }
    cluster.write(out);
    cluster.base = point;
    if (point == 0) append_point(out, 0);
    if (!is_mark(point)) cluster.take_apart();
  }
  cluster.write(out);
  return out;
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_point(text, at);
    if (point == '\r') {
      if (at >= text.size() || text[at] != '\n') out.push_back('\n');
    } else if (!is_dropped(point)) {
      append_point(out, mended(point));
    }
  }
  return compose(out);
}

std::string clean_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : clean(text)) {
    if (c == ' ' || c == '\n' || c == '\t') {
      gap = !out.empty();
    } else {
      if (gap) out.push_back(' ');
      gap = false;
      out.push_back(c);
    }
  }
  return out;
}

std::string clean_lines(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    if (c == '\n') {
      trim_end(out, " \t");
      if (out.empty() || (out.size() >= 2 && out.compare(out.size() - 2, 2, "\n\n") == 0)) continue;
    }
    out.push_back(c);
  }
  trim_end(out, " \t\n");
  return out;
}

}  // namespace motcua::text
