#include "shared/ids/personal_id.h"

#include "shared/ids/digits.h"

namespace motcua::ids {

bool is_personal_id(std::string_view text) { return is_digits(text, 12); }

std::optional<PersonalId> read_personal_id(std::string_view text) {
  if (!is_personal_id(text)) return std::nullopt;
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  PersonalId id;
  id.birth_year = 1900 + 100 * (digit(3) / 2) + 10 * digit(4) + digit(5);
  id.female = digit(3) % 2 == 1;
  return id;
}

}  // namespace motcua::ids
