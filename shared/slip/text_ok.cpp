#include "shared/slip/text_ok.h"

namespace motcua::slip {
namespace {

/// A sequence of three bytes E2 80..81 xx or EF BB BF that changes how the rest is read.
bool turns(unsigned char first, unsigned char second, unsigned char third) {
  if (first == 0xEF) return second == 0xBB && third == 0xBF;
  if (first != 0xE2) return false;
  if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE);
  return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

}  // namespace

bool text_ok(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned first = byte(at);
    if (first < 0x20 || first == 0x7F) return false;
    if (first == 0xC2 && byte(at + 1) < 0xA0) return false;
    if (turns(static_cast<unsigned char>(first), static_cast<unsigned char>(byte(at + 1)),
              static_cast<unsigned char>(byte(at + 2))))
      return false;
  }
  return true;
}

}  // namespace motcua::slip
