#include "shared/codec/hex.h"

namespace motcua::codec {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string hex_encode(ByteView bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

Status hex_decode_into(std::string_view text, std::span<std::uint8_t> out) {
  if (text.size() != out.size() * 2) {
    return fail(Code::invalid, "a hexadecimal text has " + std::to_string(text.size()) +
                                   " digits instead of " + std::to_string(out.size() * 2));
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int high = digit(text[2 * i]);
    const int low = digit(text[2 * i + 1]);
    if (high < 0 || low < 0) {
      return fail(Code::invalid, "a hexadecimal text has a character outside 0-9 and a-f");
    }
    out[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return {};
}

Result<Bytes> hex_decode(std::string_view text) {
  Bytes out(text.size() / 2);
  if (auto status = hex_decode_into(text, out); !status) return status.error();
  return out;
}

}  // namespace motcua::codec
