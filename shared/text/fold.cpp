#include "shared/text/fold.h"

#include "shared/text/latin.h"
#include "shared/text/letters.h"
#include "shared/text/utf8.h"

namespace motcua::text {

namespace {

/// What stands for a letter that has no decomposition; "" when it stays as it is.
std::string_view plain(char32_t point) {
  switch (point) {
    case 0x110:
    case 0x111:
    case 0xD0:
    case 0xF0:
    case 0x189:
    case 0x18A:
    case 0x257: return "d";
    case 0xD8:
    case 0xF8: return "o";
    case 0xC6:
    case 0xE6: return "ae";
    case 0x152:
    case 0x153: return "oe";
    case 0xDE:
    case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x126:
    case 0x127: return "h";
    case 0x131: return "i";
    case 0x141:
    case 0x142: return "l";
    case 0x14A:
    case 0x14B: return "ng";
    case 0x166:
    case 0x167: return "t";
    case 0x180:
    case 0x243:
    case 0x181:
    case 0x253: return "b";
    default: return {};
  }
}

/// Signs that stand inside a word without parting it.
bool is_silent(char32_t p) {
  return is_mark(p) || p == 0xAD || (p >= 0x200B && p <= 0x200F) || (p >= 0x202A && p <= 0x202E) ||
         (p >= 0x2060 && p <= 0x206F) || p == 0xFEFF;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  const auto add = [&](std::string_view word) {
    if (gap && !out.empty()) out.push_back(' ');
    gap = false;
    out.append(word);
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_point(text, at);
    if (is_silent(point)) continue;
    const char32_t base = base_letter(point);
    if (base < 0x80) {
      char c = static_cast<char>(base);
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        add({&c, 1});
      } else {
        gap = true;
      }
    } else if (const std::string_view letters = plain(base); !letters.empty()) {
      add(letters);
    } else if (is_name_letter(base)) {
      std::string same;
      append_point(same, base);
      add(lower(same));
    } else {
      gap = true;
    }
  }
  return out;
}

}  // namespace motcua::text
