#pragma once
// The words that stand in the format for its choices, in the order of their enums.

#include <array>
#include <optional>
#include <string_view>

namespace motcua::slip {

inline constexpr std::array<std::string_view, 5> limit_units = {"hours", "working-days", "days",
                                                                "months", "years"};
inline constexpr std::array<std::string_view, 3> paper_kinds = {"original", "copy", "electronic"};
inline constexpr std::array<std::string_view, 4> result_ways = {"", "counter", "post", "online"};
inline constexpr std::array<std::string_view, 3> item_kinds = {"field", "paper", "other"};
inline constexpr std::array<std::string_view, 4> hop_results = {"", "early", "on-time", "late"};

/// The place of a word in its list; nothing for another word and for the empty one.
template <std::size_t N>
std::optional<std::size_t> place_of(const std::array<std::string_view, N>& words,
                                    std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (!word.empty() && words[i] == word) return i;
  return std::nullopt;
}

}  // namespace motcua::slip
