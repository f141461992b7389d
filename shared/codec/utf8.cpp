#include "shared/codec/utf8.h"

#include <cstdint>

namespace motcua::codec {

bool utf8_valid(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    std::size_t more = 0;
    std::uint32_t least = 0;
    std::uint32_t point = 0;
    if ((lead & 0xE0) == 0xC0) {
      more = 1, least = 0x80, point = lead & 0x1Fu;
    } else if ((lead & 0xF0) == 0xE0) {
      more = 2, least = 0x800, point = lead & 0x0Fu;
    } else if ((lead & 0xF8) == 0xF0) {
      more = 3, least = 0x10000, point = lead & 0x07u;
    } else {
      return false;
    }
    if (text.size() - at <= more) return false;
    for (std::size_t i = 1; i <= more; ++i) {
      const auto next = static_cast<std::uint8_t>(text[at + i]);
      if ((next & 0xC0) != 0x80) return false;
      point = point << 6 | (next & 0x3Fu);
    }
    if (point < least || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
    at += more + 1;
  }
  return true;
}

}  // namespace motcua::codec
