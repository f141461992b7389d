#pragma once
// As many invented names as the country has communes, so that lists are tried at their real length.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace motcua::gallery {

inline constexpr std::size_t place_count = 3321;

const std::vector<std::string>& place_names();
/// Positions of the names that answer `typed`, best first; all for "".
std::vector<std::size_t> matching_places(std::string_view typed);

}  // namespace motcua::gallery
