// From the names of an old unit to what became of it.

#include <algorithm>
#include <climits>

#include "shared/places/gazetteer.h"
#include "shared/places/name_match.h"

namespace motcua::places {
namespace {

/// A name that was given, and the rows that fit it; one that was not fits every row.
class Wanted {
 public:
  Wanted(const NameMatcher& matcher, std::string_view text, UnitTable table)
      : any_(name_words(text).empty()), fits_(matcher.fits(matcher.forms(text), table)) {}

  std::optional<int> cost(std::uint32_t row) const {
    if (any_) return 0;
    const auto at =
        std::lower_bound(fits_.begin(), fits_.end(), row,
                         [](const Fit& fit, std::uint32_t wanted) { return fit.row < wanted; });
    if (at == fits_.end() || at->row != row) return std::nullopt;
    return at->cost;
  }
  const std::vector<Fit>& fits() const { return fits_; }

 private:
  bool any_;
  std::vector<Fit> fits_;
};

bool any_marks(std::string_view ward, std::string_view district, std::string_view province) {
  return has_marks(name_words(ward)) || has_marks(name_words(district)) ||
         has_marks(name_words(province));
}

}  // namespace

std::vector<Succession> Gazetteer::today(std::string_view ward, std::string_view district,
                                         std::string_view province) const {
  const NameMatcher matcher(*this, any_marks(ward, district, province));
  const Wanted wards(matcher, ward, UnitTable::old_wards);
  const Wanted districts(matcher, district, UnitTable::old_districts);
  const Wanted provinces(matcher, province, UnitTable::old_provinces);

  std::vector<Fit> rows = wards.fits();
  if (name_words(ward).empty()) {
    for (const Fit& fit : districts.fits()) {
      const std::uint32_t first = wards_of(fit.row).first;
      const auto& all = list_.old_wards;
      if (first < all.size() && all[first].district == fit.row &&
          all[first].kind == UnitKind::none) {
        rows.push_back({first, 0});
      }
    }
  }
  std::vector<Fit> fits;
  for (const Fit& fit : rows) {
    const std::uint32_t in = list_.old_wards[fit.row].district;
    const auto at_district = districts.cost(in);
    const auto at_province = provinces.cost(list_.old_districts[in].province);
    if (at_district && at_province) {
      fits.push_back({fit.row, fit.cost + *at_district + *at_province});
    }
  }
  int least = INT_MAX;
  for (const Fit& fit : fits) least = std::min(least, fit.cost);
  std::vector<Succession> out;
  for (const Fit& fit : fits) {
    if (fit.cost == least) out.push_back(succession(fit.row));
  }
  return out;
}

}  // namespace motcua::places
