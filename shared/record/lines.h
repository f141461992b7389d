#pragma once
// The text of our notes: a format line, then "key: value" lines, all present, in a fixed order.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.h"

namespace motcua::record {

using Keys = std::span<const std::string_view>;

/// One value for each key. Code::invalid when a value is empty or has a control character.
Result<std::string> write_lines(std::string_view format, Keys keys,
                                std::span<const std::string> values);

/// The values, each 1..200 bytes. Code::invalid for any other text than write_lines would give.
Result<std::vector<std::string>> read_lines(std::string_view text, std::string_view format,
                                            Keys keys);

/// A decimal number without sign or leading zeros, at most 2^53 - 1. Code::invalid.
Result<std::uint64_t> read_decimal(std::string_view text);

/// Cuts the next line off `text`: without its newline, which must be there. Code::invalid.
Result<std::string_view> take_line(std::string_view& text);

}  // namespace motcua::record
