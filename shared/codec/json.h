#pragma once
// JSON as motcua speaks it (docs/formats/json.md): strict and bounded when read, canonical
// (RFC 8785) when written, numbers are integers of at most 2^53 - 1 in size.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "shared/result.h"

namespace motcua::codec {

using Json = nlohmann::json;

struct JsonLimits {
  std::size_t bytes = 4u << 20;  // of the whole text
  int depth = 32;                // of nested arrays and objects
  std::size_t values = 200'000;  // of any kind: a short text can ask for much memory
};

constexpr std::int64_t json_max_integer = 9007199254740991;  // 2^53 - 1

/// Refuses (Code::invalid) text that is not UTF-8, a byte order mark, duplicate keys, fractions,
/// exponents and integers out of range; Code::too_large past the limits. Need not be canonical.
Result<Json> json_parse(std::string_view text, JsonLimits limits = {});

/// Refuses floating-point numbers, integers out of range, binary values and strings that are not
/// UTF-8 (Code::invalid).
Result<std::string> json_canonical(const Json& value);

/// Parses, and refuses text that is not already in its canonical form: for signed documents.
Result<Json> json_parse_canonical(std::string_view text, JsonLimits limits = {});

/// Order of object keys in RFC 8785: by UTF-16 code units. Both are valid UTF-8.
bool utf16_less(std::string_view a, std::string_view b);

}  // namespace motcua::codec
