#pragma once
// UTF-8 (RFC 3629): validation, walking and counting by code point. Overlong forms, surrogates and
// values past U+10FFFF are invalid.

#include <cstddef>
#include <string>
#include <string_view>

namespace motcua::text {

/// U+FFFD, what a broken byte is read as.
inline constexpr char32_t replacement = 0xFFFD;

/// True when every byte belongs to a well-formed code point.
bool is_utf8(std::string_view bytes);

/// The code point at `at`, which is moved past it. A broken byte reads as U+FFFD and moves by one.
/// `at` must be less than the size.
char32_t next_point(std::string_view bytes, std::size_t& at);

/// Appends one code point; a surrogate or a value past U+10FFFF is appended as U+FFFD.
void append_point(std::string& out, char32_t point);

/// How many code points; a broken byte counts as one.
std::size_t count_points(std::string_view bytes);

/// The longest beginning with at most `most` code points; never cuts inside one.
std::string_view first_points(std::string_view bytes, std::size_t most);

}  // namespace motcua::text
