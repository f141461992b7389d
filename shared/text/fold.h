#pragma once
// The search key of a text: lower case, no accents, đ as d, every other sign a space, single
// spaces. "Đăng ký KHAI-SINH" -> "dang ky khai sinh". Never shown, never stored as a name.

#include <string>
#include <string_view>

namespace motcua::text {

std::string fold(std::string_view text);

}  // namespace motcua::text
