#include "shared/places/unit_kind.h"

#include "shared/text/letters.h"

namespace motcua::places {
namespace {

struct KindWords {
  std::string_view vi, en;
};

constexpr KindWords kinds[unit_kind_count] = {{"", ""},
                                              {"Tỉnh", "Province"},
                                              {"Thành phố", "City"},
                                              {"Xã", "Commune"},
                                              {"Phường", "Ward"},
                                              {"Đặc khu", "Special Zone"},
                                              {"Thị trấn", "Township"},
                                              {"Quận", "Urban District"},
                                              {"Huyện", "Rural District"},
                                              {"Thị xã", "Town"}};

}  // namespace

bool is_at(UnitKind kind, UnitLevel level) {
  switch (kind) {
    case UnitKind::province: return level == UnitLevel::province;
    case UnitKind::city: return level != UnitLevel::ward;
    case UnitKind::urban_district:
    case UnitKind::rural_district:
    case UnitKind::town: return level == UnitLevel::district;
    default: return level == UnitLevel::ward;
  }
}

std::string_view kind_text(UnitKind kind) { return kinds[static_cast<std::size_t>(kind)].vi; }
std::string_view kind_english(UnitKind kind) { return kinds[static_cast<std::size_t>(kind)].en; }

std::optional<KindAndName> split_kind(std::string_view full_name) {
  for (std::uint8_t number = 1; number < unit_kind_count; ++number) {
    const std::string_view words = kinds[number].vi;
    if (full_name.size() <= words.size() + 1 || full_name[words.size()] != ' ') continue;
    // Lists write "xã" as well as "Xã".
    if (text::lower(full_name.substr(0, words.size())) == text::lower(words)) {
      return KindAndName{static_cast<UnitKind>(number), full_name.substr(words.size() + 1)};
    }
  }
  return std::nullopt;
}

}  // namespace motcua::places
