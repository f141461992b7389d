#include "shared/text/latin.h"

#include <algorithm>

namespace motcua::text {

const LatinRow* find_letter(char32_t point) {
  if (point < latin_rows[0].letter) return nullptr;
  const LatinRow* const end = latin_rows + latin_row_count;
  const LatinRow* const row = std::lower_bound(
      latin_rows, end, point, [](const LatinRow& a, char32_t b) { return a.letter < b; });
  return row != end && row->letter == point ? row : nullptr;
}

char32_t join_letter(char32_t base, char32_t mark) {
  const auto offset = mark - first_mark;
  for (const LatinRow& row : latin_rows) {
    if (row.base == base && row.mark == offset) return row.letter;
  }
  return 0;
}

char32_t base_letter(char32_t point) {
  while (const LatinRow* row = find_letter(point)) point = row->base;
  return point;
}

}  // namespace motcua::text
