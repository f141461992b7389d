#include "shared/text/money_words.h"

#include <string_view>

namespace motcua::text {
namespace {

constexpr std::string_view digits[] = {"không", "một", "hai", "ba",  "bốn",
                                       "năm",   "sáu", "bảy", "tám", "chín"};
constexpr std::uint64_t billion = 1'000'000'000;

void add(std::string& out, std::string_view word) {
  if (!out.empty()) out += ' ';
  out += word;
}

/// Three digits; `whole`: something stands before them, so that no place may be left out.
void add_three(std::string& out, unsigned value, bool whole) {
  const unsigned hundreds = value / 100, tens = value / 10 % 10, ones = value % 10;
  const bool spoken = whole || hundreds > 0;
  if (spoken) {
    add(out, digits[hundreds]);
    add(out, "trăm");
  }
  if (tens == 0) {
    if (ones > 0 && spoken) add(out, "linh");
    if (ones > 0) add(out, digits[ones]);
    return;
  }
  if (tens == 1) {
    add(out, "mười");
  } else {
    add(out, digits[tens]);
    add(out, "mươi");
  }
  if (ones == 0) return;
  if (ones == 5) {
    add(out, "lăm");
  } else if (tens > 1 && ones == 1) {
    add(out, "mốt");
  } else if (tens > 1 && ones == 4) {
    add(out, "tư");
  } else {
    add(out, digits[ones]);
  }
}

/// Less than a billion.
void add_nine(std::string& out, std::uint64_t value, bool whole) {
  constexpr struct {
    std::uint64_t size;
    std::string_view name;
  } places[] = {{1'000'000, "triệu"}, {1'000, "nghìn"}, {1, ""}};
  for (const auto& place : places) {
    const auto three = static_cast<unsigned>(value / place.size % 1000);
    if (three == 0) continue;
    add_three(out, three, whole);
    if (!place.name.empty()) add(out, place.name);
    whole = true;
  }
}

void add_all(std::string& out, std::uint64_t amount) {
  if (amount >= billion) {
    add_all(out, amount / billion);
    add(out, "tỷ");
  }
  add_nine(out, amount % billion, amount >= billion);
}

}  // namespace

std::string in_words(std::uint64_t amount) {
  std::string out;
  add_all(out, amount);
  return out.empty() ? std::string(digits[0]) : out;
}

}  // namespace motcua::text
