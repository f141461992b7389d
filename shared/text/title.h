#pragma once
// Titles that are safe to show and to store, made from names that came from outside.

#include <cstddef>
#include <string>
#include <string_view>

namespace motcua::text {

/// A file's own name as a title: the part after the last / or \, cleaned on one line, without
/// control, direction or reserved characters (" * : < > ? |), at most `most` code points with the
/// extension kept ("rất dài….pdf"). Never empty: "tệp" stands for a name that leaves nothing.
std::string safe_title(std::string_view name, std::size_t most = 120);

/// At most `most` code points, cut at the end of a word where one is near, with "…" when cut.
std::string shorten(std::string_view text, std::size_t most);

}  // namespace motcua::text
