#pragma once
// What an administrative unit is called by law: today's two levels, and the three before July 2025.

#include <cstdint>
#include <optional>
#include <string_view>

namespace motcua::places {

/// The numbers stand in packs (docs/formats/places.md) and never change.
enum class UnitKind : std::uint8_t {
  none = 0,  // where a ward would stand: an old district that had none
  province = 1,
  city = 2,  // equal to a province, or in an old one
  commune = 3,
  ward = 4,
  special_zone = 5,
  township = 6,        // until 2025, like those below
  urban_district = 7,  // quận
  rural_district = 8,  // huyện
  town = 9,            // thị xã
};
inline constexpr std::uint8_t unit_kind_count = 10;

/// The old list has all three, today's has province and ward.
enum class UnitLevel : std::uint8_t { province, district, ward };

/// A city is both a province's and a district's equal; `none` stands at the level of wards.
bool is_at(UnitKind kind, UnitLevel level);

/// "Thị trấn"; empty for none.
std::string_view kind_text(UnitKind kind);
/// "Township"; empty for none.
std::string_view kind_english(UnitKind kind);

struct KindAndName {
  UnitKind kind;
  std::string_view name;
};

/// "Thị trấn Ba Chẽ" -> township, "Ba Chẽ". Nothing when a list does not write it so.
std::optional<KindAndName> split_kind(std::string_view full_name);

}  // namespace motcua::places
