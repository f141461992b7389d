#pragma once
// An amount in Vietnamese words, as it stands on receipts and forms: 7500000 -> "bảy triệu năm trăm
// nghìn". Northern reading: nghìn, linh, mốt, tư, lăm.

#include <cstdint>
#include <string>

namespace motcua::text {

/// `amount` from 0 to 2^53; without the unit.
std::string in_words(std::uint64_t amount);

}  // namespace motcua::text
