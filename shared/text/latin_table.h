#pragma once
// Unicode's canonical compositions of Latin letters, and the order of their marks.

#include <cstddef>

namespace motcua::text {

struct LatinRow {
  unsigned short letter;  // sorted by it
  unsigned short base;    // may itself be composed
  unsigned char mark;     // minus U+0300
};

inline constexpr std::size_t latin_row_count = 497;
extern const LatinRow latin_rows[latin_row_count];

inline constexpr std::size_t mark_count = 112;
extern const unsigned char mark_classes[mark_count];

}  // namespace motcua::text
