#pragma once
// What writing and reading a pack share.

#include "shared/codec/bytes.h"

namespace motcua::places {

inline constexpr std::string_view pack_magic = "MCPLACES";
inline constexpr std::uint8_t pack_format = 1;
inline constexpr std::size_t pack_hash_size = 32;

}  // namespace motcua::places
