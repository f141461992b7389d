#pragma once
// Cuts an address into its levels, as people write them in one line.

#include <string>
#include <string_view>
#include <vector>

#include "shared/places/name_match.h"

namespace motcua::places {

/// At most this many are kept, the last ones.
inline constexpr std::size_t max_address_parts = 12;

/// The smallest first, without the country. Cut at commas, semicolons and ends of lines; what is no
/// known name then, also at dashes ("Bà Rịa - Vũng Tàu" stays whole) and before words for a kind
/// ("xã A huyện B").
std::vector<std::string> address_parts(const Gazetteer& places, const NameMatcher& matcher,
                                       std::string_view text);

}  // namespace motcua::places
