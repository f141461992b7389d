#pragma once
// ASCII digits.

#include <string_view>

namespace motcua::ids {

inline bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

inline bool is_digits(std::string_view text, std::size_t size) {
  return text.size() == size && all_digits(text);
}

}  // namespace motcua::ids
