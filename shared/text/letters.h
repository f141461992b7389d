#pragma once
// Letter case for Latin letters with Vietnamese marks, without a locale. "Đặng" <-> "ĐẶNG".

#include <string>
#include <string_view>

namespace motcua::text {

std::string upper(std::string_view text);
std::string lower(std::string_view text);

/// A letter of any script or a combining mark, as far as a person's name is concerned: everything
/// but ASCII and Latin-1 punctuation, digits, controls, symbols and spaces.
bool is_name_letter(char32_t point);

}  // namespace motcua::text
