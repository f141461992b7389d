#pragma once
// All ways to understand the parts of an address, before the best are chosen.

#include <optional>
#include <string>
#include <vector>

#include "shared/places/name_match.h"

namespace motcua::places {

/// A part and what it may name.
struct AddressPart {
  std::vector<Fit> fits[unit_table_count];  // of each table
  bool says_ward = false;   // begins with a word for a ward, commune, township or special zone
  bool says_level = false;  // begins with a whole word for any unit below a province

  const std::vector<Fit>& of(UnitTable table) const {
    return fits[static_cast<std::size_t>(table)];
  }
  std::optional<int> cost(UnitTable table, std::uint32_t row) const;
};

AddressPart address_part(const NameMatcher& matcher, const std::string& text);

/// A commune, an old ward or a whole old district, and the parts that name it and what it lies in.
struct AddressSense {
  UnitRow unit{};
  std::size_t lowest = 0;  // names the unit itself
  std::optional<std::size_t> district, province;
  int cost = 0;
  bool mixed = false;  // an old unit in today's province, or one of today in an old one
  std::vector<std::size_t> unmatched;  // parts that should name a level, but do not
};

/// For every unit that a part names, the best way to understand the parts after it. One that has a
/// part after it which says that it is a ward is no sense of the address.
std::vector<AddressSense> address_senses(const Gazetteer& places,
                                         const std::vector<AddressPart>& parts);

}  // namespace motcua::places
