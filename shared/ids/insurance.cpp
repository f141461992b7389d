#include "shared/ids/insurance.h"

#include "shared/ids/digits.h"
#include "shared/ids/personal_id.h"

namespace motcua::ids {

namespace {

constexpr std::size_t number_size = 10;
constexpr std::size_t group_size = 2;  // letters of an old card: who pays
constexpr std::size_t card_size = 15;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

std::optional<std::string> read_insurance(std::string_view typed) {
  std::string text;
  for (const char c : typed)
    if (c != ' ' && c != '-' && c != '.') text.push_back(c);
  if (is_digits(text, number_size) || is_personal_id(text)) return text;
  const bool card = text.size() == card_size && is_letter(text[0]) && is_letter(text[1]) &&
                    all_digits(std::string_view(text).substr(group_size));
  if (card) return text.substr(card_size - number_size);
  return std::nullopt;
}

}  // namespace motcua::ids
