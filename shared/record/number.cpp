#include "shared/record/number.h"

#include <algorithm>
#include <cstdint>

namespace motcua::record {
namespace {

constexpr std::size_t length = 12;

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

char check_digit(std::string_view digits) {
  int product = 10;
  for (const char c : digits) {
    int sum = (product + (c - '0')) % 10;
    if (sum == 0) sum = 10;
    product = sum * 2 % 11;
  }
  return static_cast<char>('0' + (11 - product) % 10);
}

Result<std::string> new_number(ByteView random) {
  if (random.size() < 16) return fail(Code::usage, "a number needs 16 random bytes");
  // 128 random bits modulo a number of 37 bits: the bias is far below anything that could matter.
  constexpr std::uint64_t least = 10'000'000'000;
  std::uint64_t rest = 0;
  for (const std::uint8_t byte : random) rest = (rest * 256 + byte) % (9 * least);
  std::string number = std::to_string(least + rest);
  number += check_digit(number);
  return number;
}

bool number_ok(std::string_view number) {
  return number.size() == length && all_digits(number) &&
         check_digit(number.substr(0, length - 1)) == number.back();
}

Result<std::string> read_number(std::string_view typed) {
  constexpr std::string_view no_break_space = "\xc2\xa0";
  std::string number;
  if (typed.size() <= 64) {
    for (std::size_t i = 0; i < typed.size(); ++i) {
      if (typed.substr(i, 2) == no_break_space) {
        ++i;
      } else if (typed[i] != ' ' && typed[i] != '.' && typed[i] != '-') {
        number += typed[i];
      }
    }
  }
  if (number.size() != length || !all_digits(number)) {
    return fail(Code::invalid, "a submission number has 12 digits",
                "copy it from the receipt, such as 4821 7730 5910");
  }
  if (!number_ok(number)) {
    return fail(Code::mismatch, "the submission number has a wrong digit",
                "compare it with the receipt, digit by digit");
  }
  return number;
}

std::string grouped_number(std::string_view number) {
  std::string text(number.substr(0, 4));
  for (std::size_t at = 4; at < number.size(); at += 4) {
    text += ' ';
    text += number.substr(at, 4);
  }
  return text;
}

}  // namespace motcua::record
