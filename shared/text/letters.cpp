#include "shared/text/letters.h"

#include "shared/text/latin.h"
#include "shared/text/utf8.h"

namespace motcua::text {

namespace {

struct CasePair {
  char32_t small, capital;
};

// Latin letters without a decomposition, as far as names of Vietnam's peoples and its neighbours'
// spellings need them.
constexpr CasePair pairs[] = {
    {0x0111, 0x0110}, {0x00F0, 0x00D0}, {0x00E6, 0x00C6}, {0x00F8, 0x00D8}, {0x00FE, 0x00DE},
    {0x0127, 0x0126}, {0x0142, 0x0141}, {0x014B, 0x014A}, {0x0153, 0x0152}, {0x0167, 0x0166},
    {0x0180, 0x0243}, {0x0253, 0x0181}, {0x0257, 0x018A}, {0x0259, 0x018F}, {0x025B, 0x0190},
};

char32_t in_case(char32_t point, bool capital) {
  if (point < 0x80) {
    if (capital && point >= 'a' && point <= 'z') return point - 32;
    if (!capital && point >= 'A' && point <= 'Z') return point + 32;
    return point;
  }
  if (const LatinRow* row = find_letter(point)) {
    const char32_t base = in_case(row->base, capital);
    if (base == row->base) return point;
    const char32_t joined = join_letter(base, first_mark + row->mark);
    return joined != 0 ? joined : point;
  }
  for (const CasePair& pair : pairs) {
    if (point == pair.small || point == pair.capital) return capital ? pair.capital : pair.small;
  }
  return point;
}

std::string all_in_case(std::string_view text, bool capital) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    append_point(out, in_case(next_point(text, at), capital));
  }
  return out;
}

}  // namespace

std::string upper(std::string_view text) { return all_in_case(text, true); }
std::string lower(std::string_view text) { return all_in_case(text, false); }

bool is_name_letter(char32_t p) {
  if (p < 0x80) return (p >= 'a' && p <= 'z') || (p >= 'A' && p <= 'Z');
  if (p < 0xC0 || p == 0xD7 || p == 0xF7) return false;
  if (p >= 0x2000 && p <= 0x2BFF) return false;    // punctuation, signs, arrows, shapes
  if (p >= 0x2E00 && p <= 0x2E7F) return false;    // more punctuation
  if (p >= 0x3000 && p <= 0x303F) return false;    // CJK punctuation
  if (p >= 0xE000 && p <= 0xF8FF) return false;    // private use
  if (p >= 0xFE00 && p <= 0xFE6F) return false;    // variants, small forms
  if (p >= 0xFF00 && p <= 0xFF20) return false;    // full-width signs and digits
  if (p >= 0xFFF0 && p <= 0xFFFF) return false;    // specials, U+FFFD
  if (p >= 0x1F000 && p <= 0x1FAFF) return false;  // pictures
  return p < 0xE0000;
}

}  // namespace motcua::text
