#pragma once
// A text cut at a sign.

#include <string_view>
#include <vector>

namespace motcua::ids {

/// What stands before, between and after the signs: always at least one part, which may be empty.
inline std::vector<std::string_view> parts_of(std::string_view text, char between) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(between);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace motcua::ids
