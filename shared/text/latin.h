#pragma once
// Taking Latin letters apart and putting them together, one step at a time.

#include "shared/text/latin_table.h"

namespace motcua::text {

inline constexpr char32_t first_mark = 0x0300;

/// A combining mark of U+0300..U+036F.
constexpr bool is_mark(char32_t point) {
  return point >= first_mark && point < first_mark + mark_count;
}

/// The row of a composed letter, or nullptr.
const LatinRow* find_letter(char32_t point);

/// The letter made of base and mark, or 0 when Unicode has none.
char32_t join_letter(char32_t base, char32_t mark);

/// The letter without any mark: "ậ" -> "a"; others stay.
char32_t base_letter(char32_t point);

}  // namespace motcua::text
