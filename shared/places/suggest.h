#pragma once
// What a field for an address offers while a person types, and after it was filled from a card: the
// address with today's commune and province, whole.

#include <string>
#include <string_view>
#include <vector>

#include "shared/places/address.h"

namespace motcua::places {

struct Suggestion {
  std::string address;  // "Tổ 2, Phường Ba Đình, Thành phố Hà Nội"
  Commune today;
  std::optional<OldUnit> through;  // the old name that answered
  bool divided = false;            // `through` has other successors too
};

struct Suggestions {
  std::vector<Suggestion> list;  // best first; each commune once
  /// Today's commune, when the address leaves nothing open; `list` is empty then.
  std::optional<Commune> certain;
  /// The address names a unit of before July 2025: `list` is what it can mean today.
  bool old = false;
};

/// For what stands in the field so far, at most 500 characters of it; the rest is not read. Words
/// before the place's names stay as they are.
Suggestions suggest(const Gazetteer& places, std::string_view typed, std::size_t most = 8);

/// "Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội".
std::string full_name(const OldUnit& unit);

}  // namespace motcua::places
