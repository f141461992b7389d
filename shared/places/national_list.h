#pragma once
// The country's units of one version of the official list, and what became of the old ones: plain
// rows, as a pack holds them. Codes are numbers here ("00004" is 4) and mean nothing without
// `version`: most commune codes were also an old ward's, often of another place.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/places/unit_kind.h"

namespace motcua::places {

/// A name without the word for its kind, as a part of NationalList::spelled.
struct NameSpan {
  std::uint32_t first = 0, count = 0;
};

struct NationalList {
  struct Province {
    std::uint32_t code = 0;  // two digits
    UnitKind kind = UnitKind::province;
    NameSpan name;
    NameSpan english;  // empty where it is the name without its marks
  };
  struct Commune {
    std::uint32_t code = 0;  // five digits
    UnitKind kind = UnitKind::commune;
    NameSpan name, english;
    std::uint32_t province = 0;  // position
  };
  /// A second code that other lists give a commune.
  struct Alias {
    std::uint32_t code = 0, commune = 0;
  };
  struct OldProvince {
    std::uint32_t code = 0;
    UnitKind kind = UnitKind::province;
    NameSpan name;
  };
  struct OldDistrict {
    std::uint32_t code = 0;  // three digits
    UnitKind kind = UnitKind::rural_district;
    NameSpan name;
    std::uint32_t province = 0;  // position among the old ones
  };
  /// With kind none: a district that had no wards; neither code nor name.
  struct OldWard {
    std::uint32_t code = 0;  // five digits
    UnitKind kind = UnitKind::none;
    NameSpan name;
    std::uint32_t district = 0;          // position
    std::uint32_t first = 0, count = 0;  // part of `successors`; more than one: it was divided
  };

  std::string version;  // "2025-07-01/2026-04-30": in force since, last changed
  std::vector<std::string> words;
  std::vector<std::uint16_t> spelled;      // positions in words
  std::vector<Province> provinces;         // by code
  std::vector<Commune> communes;           // by province, then code
  std::vector<Alias> aliases;              // by code
  std::vector<OldProvince> old_provinces;  // by code
  std::vector<OldDistrict> old_districts;  // by province, then code
  std::vector<OldWard> old_wards;          // by district, then code; none first
  std::vector<std::uint16_t> successors;   // positions in communes, those of a ward ascending

  /// "Ba Đình".
  std::string text(NameSpan name) const;
  /// "Phường Ba Đình".
  std::string text(UnitKind kind, NameSpan name) const;
  /// "Ba Dinh Ward", "Ward 1 Bao Loc".
  std::string english(UnitKind kind, NameSpan name, NameSpan english) const;
};

/// A list's version: 1..32 of 0-9 A-Z a-z . - /.
bool list_version_ok(std::string_view version);

/// "00004" of 4 and 5 digits.
std::string code_text(std::uint32_t code, std::size_t digits);
/// Nothing unless `text` has exactly so many digits.
std::optional<std::uint32_t> parse_code(std::string_view text, std::size_t digits);

/// Without marks, capitals kept: "Ba Dinh".
std::string without_marks(std::string_view name);

}  // namespace motcua::places
