#pragma once
// What is well-formed UTF-8: shortest forms only, no surrogates, nothing past U+10FFFF.

#include <string_view>

namespace motcua::codec {

bool utf8_valid(std::string_view text);

}  // namespace motcua::codec
