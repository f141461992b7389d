#pragma once
// The pack: the national list and the old units with all their successors in one small file
// (docs/formats/places.md). Reading needs no trust in who made it; whether it is the right list is
// a matter of its signature (signed_pack.h).

#include "shared/codec/bytes.h"
#include "shared/places/national_list.h"
#include "shared/result.h"

namespace motcua::places {

/// What a list may have at most.
struct PackLimits {
  static constexpr std::uint32_t words = 65'535, word_bytes = 32, name_words = 12;
  static constexpr std::uint32_t provinces = 99, communes = 20'000, aliases = 1'000;
  static constexpr std::uint32_t old_districts = 2'000, old_wards = 30'000, successors = 60'000;
  static constexpr std::uint32_t successors_of_one = 64;
};

/// The bytes of a list in the order that NationalList promises, within the limits.
Bytes write_pack(const NationalList& list);

/// Code::invalid when it is no pack, damaged, cut or extended, or against the rules of a list;
/// Code::refused for a format version that is not known. Memory follows the size of the input.
Result<NationalList> read_pack(ByteView bytes);

}  // namespace motcua::places
