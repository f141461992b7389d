#pragma once
// The line structure that all of minisign's small files share.

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace motcua::sign {

constexpr std::string_view untrusted_prefix = "untrusted comment: ";

/// Exactly N lines, each closed by LF or CRLF (the last may lack it); nothing else.
template <std::size_t N>
std::optional<std::array<std::string_view, N>> split_lines(std::string_view text) {
  std::array<std::string_view, N> lines;
  for (std::size_t i = 0; i < N; ++i) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos && i + 1 < N) return std::nullopt;
    lines[i] = text.substr(0, end);
    if (!lines[i].empty() && lines[i].back() == '\r') lines[i].remove_suffix(1);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  if (!text.empty()) return std::nullopt;
  return lines;
}

/// "untrusted comment: " and at most 1,000 bytes more.
inline bool untrusted_comment_ok(std::string_view line) {
  return line.substr(0, untrusted_prefix.size()) == untrusted_prefix &&
         line.size() <= untrusted_prefix.size() + 1000;
}

}  // namespace motcua::sign
