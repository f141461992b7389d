#include "shared/text/utf8.h"

namespace motcua::text {

namespace {

struct Decoded {
  char32_t point;
  std::size_t size;  // 0 = broken
};

Decoded decode(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || bytes.size() - at < size) return {replacement, 0};
  char32_t point = first & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {replacement, 0};
    point = (point << 6) | (byte(at + i) & 0x3Fu);
  }
  const bool overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (overlong || surrogate || point > 0x10FFFF) return {replacement, 0};
  return {point, size};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Decoded decoded = decode(bytes, at);
    if (decoded.size == 0) return false;
    at += decoded.size;
  }
  return true;
}

char32_t next_point(std::string_view bytes, std::size_t& at) {
  const Decoded decoded = decode(bytes, at);
  at += decoded.size == 0 ? 1 : decoded.size;
  return decoded.point;
}

void append_point(std::string& out, char32_t point) {
  if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = replacement;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | (point >> 6));
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | (point >> 12));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | (point >> 18));
    put(0x80 | ((point >> 12) & 0x3F));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

std::size_t count_points(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); ++count) next_point(bytes, at);
  return count;
}

std::string_view first_points(std::string_view bytes, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < bytes.size() && count < most; ++count) next_point(bytes, at);
  return bytes.substr(0, at);
}

}  // namespace motcua::text
