#pragma once
// The order of Vietnamese texts: by letters (a ă â b c d đ e ê … u ư v x y), then by tones (ngang,
// huyền, hỏi, ngã, sắc, nặng), then small before capital. Strings of bytes, made once for each
// text, are compared instead of the texts themselves.

#include <string>
#include <string_view>

namespace motcua::text {

/// order_key(a) < order_key(b): a stands before b.
std::string order_key(std::string_view text);

/// For people: by the given name, which stands last, then by the middle names, then by the family.
std::string person_order_key(std::string_view name);

}  // namespace motcua::text
