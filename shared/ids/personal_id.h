#pragma once
// The 12-digit personal number: province (3), century and sex (1), year (2), random (6). There is
// no check digit. Errors and changed sexes exist, so what it says is only ever a reason to look
// again.

#include <optional>
#include <string_view>

namespace motcua::ids {

/// Twelve ASCII digits.
bool is_personal_id(std::string_view text);

struct PersonalId {
  int birth_year = 0;
  bool female = false;
};

/// What the number says; nothing when it is not one.
std::optional<PersonalId> read_personal_id(std::string_view text);

}  // namespace motcua::ids
