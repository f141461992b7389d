#pragma once
// Ranked matching of what a person types against short texts (names of procedures, places).
// Accents, case, spaces, word order and y/i do not matter; words may be begun ("kh si"), run
// together
// ("khaisinh") or shortened to initials ("dk khai sinh" for "Đăng ký khai sinh").

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::text {

/// A text made ready to be matched; make it once, match it often.
struct SearchKey {
  std::vector<std::string> words;
};

/// At most 32 words are kept.
SearchKey search_key(std::string_view text);

/// How well `key` answers `query`: 0 = not at all, 1000 = the same words. Every word of the query
/// must be found. An empty query matches nothing.
int match(const SearchKey& query, const SearchKey& key);

/// The positions of the scores above 0, best first, equal ones in their order, at most `most`.
std::vector<std::size_t> ranked(const std::vector<int>& scores, std::size_t most);

}  // namespace motcua::text
