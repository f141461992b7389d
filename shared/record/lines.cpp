#include "shared/record/lines.h"

#include <algorithm>

#include "shared/record/merkle.h"

namespace motcua::record {
namespace {

constexpr std::size_t longest_value = 200;

bool value_ok(std::string_view value) {
  return !value.empty() && value.size() <= longest_value &&
         std::none_of(value.begin(), value.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

Result<std::string> write_lines(std::string_view format, Keys keys,
                                std::span<const std::string> values) {
  std::string text = std::string(format) + "\n";
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i >= values.size() || !value_ok(values[i])) {
      return fail(Code::invalid, "\"" + std::string(keys[i]) + "\" is empty or cannot be written");
    }
    text.append(keys[i]).append(": ").append(values[i]).append("\n");
  }
  return text;
}

Result<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return fail(Code::invalid, "a line of the text is missing");
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

Result<std::vector<std::string>> read_lines(std::string_view text, std::string_view format,
                                            Keys keys) {
  auto first = take_line(text);
  if (!first || *first != format) {
    return fail(Code::invalid, "this is not a text of the format " + std::string(format));
  }
  std::vector<std::string> values;
  for (const std::string_view key : keys) {
    auto line = take_line(text);
    const bool named =
        line.ok() && line->starts_with(key) && line->substr(key.size()).starts_with(": ");
    if (!named || !value_ok(line->substr(key.size() + 2))) {
      return fail(Code::invalid, "the line \"" + std::string(key) + "\" is missing or malformed");
    }
    values.emplace_back(line->substr(key.size() + 2));
  }
  if (!text.empty()) return fail(Code::invalid, "there are lines after the last one expected");
  return values;
}

Result<std::uint64_t> read_decimal(std::string_view text) {
  const Error bad = fail(Code::invalid, "a number is not written in plain decimal digits");
  if (text.empty() || text.size() > 16 || (text[0] == '0' && text.size() > 1)) return bad;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return bad;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (value > max_tree_size) return bad;
  return value;
}

}  // namespace motcua::record
