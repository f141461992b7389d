#include "shared/codec/padme.h"

namespace motcua::codec {
namespace {

int floor_log2(std::uint64_t value) {
  int result = 0;
  while (value >>= 1) ++result;
  return result;
}

}  // namespace

std::uint64_t padme(std::uint64_t length) {
  if (length < 2) return length;
  const int exponent = floor_log2(length);
  const int kept = floor_log2(static_cast<std::uint64_t>(exponent)) + 1;
  if (exponent <= kept) return length;
  const std::uint64_t mask = (std::uint64_t{1} << (exponent - kept)) - 1;
  return (length + mask) & ~mask;
}

}  // namespace motcua::codec
