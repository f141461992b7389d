#pragma once
// Files of keys as age has them: one key a line, empty lines and comments with '#' skipped.

#include <string>
#include <string_view>
#include <vector>

#include "shared/result.h"

namespace motcua::seal {

constexpr std::size_t max_key_lines = 1000;

template <class Key>
Result<std::vector<Key>> parse_key_lines(std::string_view text, const std::string& what,
                                         Result<Key> (*parse)(std::string_view)) {
  std::vector<Key> keys;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (keys.size() >= max_key_lines) {
      return fail(Code::too_large, "there are more than 1000 keys in one file");
    }
    auto key = parse(line);
    if (!key) {
      return fail(key.error().code, "line " + std::to_string(number) + ": " + key.error().message,
                  key.error().hint);
    }
    keys.push_back(std::move(key).value());
  }
  if (keys.empty()) return fail(Code::invalid, "there is no " + what + " in the file");
  return keys;
}

}  // namespace motcua::seal
