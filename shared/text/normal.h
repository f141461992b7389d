#pragma once
// Normal forms of Vietnamese text. Latin letters are composed as Unicode NFC does (Vietnamese marks
// in any order: "a + hat + dot" and "a + dot + hat" are both "ậ"); other scripts pass unchanged.

#include <string>
#include <string_view>

namespace motcua::text {

/// NFC for Latin letters with their marks. Broken bytes become U+FFFD. Idempotent.
std::string compose(std::string_view text);

/// compose(), and mends what keyboards and old files leave behind: zero-width and direction marks
/// and control characters go (line feed and tab stay), every kind of space becomes a space, CR LF
/// becomes LF, and the look-alikes Ð Ɖ ð become Đ đ. Idempotent.
std::string clean(std::string_view text);

/// clean() on one line: runs of white space become one space, none at the ends. For names,
/// addresses and every one-line field.
std::string clean_line(std::string_view text);

/// clean() for several lines: no spaces at the ends of lines, no empty lines at the ends, at most
/// one empty line in a row.
std::string clean_lines(std::string_view text);

}  // namespace motcua::text
