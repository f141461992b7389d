#pragma once
// Telephone numbers of Viet Nam as they are dialled inside the country ("0912345678").

#include <string>
#include <string_view>

namespace motcua::ids {

/// A mobile number of eleven digits, as they were until 14 September 2018, with the prefix that
/// took the old one's place: "01621234567" -> "0321234567". The last seven digits stay. Anything
/// else, and eleven digits whose prefix no network had, comes back as it is.
std::string modern_mobile(std::string_view digits);

}  // namespace motcua::ids
