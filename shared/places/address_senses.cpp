#include "shared/places/address_senses.h"

#include <algorithm>
#include <tuple>

namespace motcua::places {
namespace {

/// What a part lacks as the name of a level above the lowest.
struct Lack {
  int cost = 0;
  bool mixed = false;
};

struct Above {
  std::optional<std::size_t> at;
  Lack lack;
};

std::optional<Lack> no_level(const AddressPart&) { return std::nullopt; }

std::optional<Lack> one_list(std::optional<int> cost) {
  if (!cost) return std::nullopt;
  return Lack{*cost, false};
}

/// People name today's province for an old ward, and the old one for a commune of today.
std::optional<Lack> either_list(std::optional<int> own, std::optional<int> other) {
  if (own || !other) return one_list(own);
  return Lack{*other, true};
}

class Senses {
 public:
  Senses(const Gazetteer& places, const std::vector<AddressPart>& parts)
      : places_(places), list_(places.list()), parts_(parts) {}

  std::vector<AddressSense> all() {
    for (std::size_t at = 0; at < parts_.size(); ++at) {
      for (const Fit& fit : parts_[at].of(UnitTable::communes)) add_commune(at, fit);
      for (const Fit& fit : parts_[at].of(UnitTable::old_wards)) add_ward(at, fit);
      for (const Fit& fit : parts_[at].of(UnitTable::old_districts)) add_district(at, fit);
    }
    return std::move(senses_);
  }

 private:
  const Gazetteer& places_;
  const NationalList& list_;
  const std::vector<AddressPart>& parts_;
  std::vector<AddressSense> senses_;

  /// All parts after the lowest name a level; before it are house, street and hamlet.
  std::vector<std::size_t> unmatched(const AddressSense& sense) const {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < parts_.size(); ++at) {
      const bool named = at == sense.lowest || at == sense.district || at == sense.province;
      if (!named && (at > sense.lowest || parts_[at].says_level)) out.push_back(at);
    }
    return out;
  }

  bool contradicted(const AddressSense& sense) const {
    return std::any_of(sense.unmatched.begin(), sense.unmatched.end(),
                       [&](std::size_t at) { return at > sense.lowest && parts_[at].says_ward; });
  }

  /// The parts after `start` that name a level, and that none does.
  std::vector<Above> above(std::size_t start, auto lack_of) const {
    std::vector<Above> out = {{}};
    for (std::size_t at = start + 1; at < parts_.size(); ++at) {
      if (const std::optional<Lack> lack = lack_of(parts_[at])) out.push_back({at, *lack});
    }
    return out;
  }

  void add(UnitRow unit, std::size_t lowest, int cost, auto district_lack, auto province_lack) {
    const auto rank = [](const AddressSense& sense) {
      return std::tuple(sense.unmatched.size(), !sense.province, sense.mixed, sense.cost);
    };
    std::optional<AddressSense> best;
    for (const Above& district : above(lowest, district_lack)) {
      for (const Above& province : above(district.at.value_or(lowest), province_lack)) {
        AddressSense sense{unit, lowest, district.at, province.at, cost, false, {}};
        sense.cost += district.lack.cost + province.lack.cost;
        sense.mixed = province.lack.mixed;
        sense.unmatched = unmatched(sense);
        if (!best || rank(sense) < rank(*best)) best = std::move(sense);
      }
    }
    if (!contradicted(*best)) senses_.push_back(std::move(*best));
  }

  void add_commune(std::size_t at, const Fit& fit) {
    const std::uint32_t province = list_.communes[fit.row].province;
    const std::vector<std::uint32_t> before = old_provinces_of(fit.row);
    add({UnitTable::communes, fit.row}, at, fit.cost, no_level, [&](const AddressPart& part) {
      std::optional<int> old;
      for (const std::uint32_t row : before) {
        const auto cost = part.cost(UnitTable::old_provinces, row);
        if (cost && (!old || *cost < *old)) old = cost;
      }
      return either_list(part.cost(UnitTable::provinces, province), old);
    });
  }

  std::vector<std::uint32_t> old_provinces_of(std::uint32_t commune) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t row : places_.predecessors(commune)) {
      const std::uint32_t in = list_.old_districts[list_.old_wards[row].district].province;
      if (std::find(out.begin(), out.end(), in) == out.end()) out.push_back(in);
    }
    return out;
  }

  auto province_lack(std::uint32_t district, std::uint32_t successor) const {
    const std::uint32_t old = list_.old_districts[district].province;
    const std::uint32_t now = list_.communes[successor].province;
    return [old, now](const AddressPart& part) {
      return either_list(part.cost(UnitTable::old_provinces, old),
                         part.cost(UnitTable::provinces, now));
    };
  }

  void add_ward(std::size_t at, const Fit& fit) {
    const std::uint32_t district = list_.old_wards[fit.row].district;
    const auto district_lack = [&](const AddressPart& part) {
      return one_list(part.cost(UnitTable::old_districts, district));
    };
    add({UnitTable::old_wards, fit.row}, at, fit.cost, district_lack,
        province_lack(district, places_.successors(fit.row)[0]));
  }

  void add_district(std::size_t at, const Fit& fit) {
    const auto successors = places_.successors_of_district(fit.row);
    if (successors.empty()) return;
    add({UnitTable::old_districts, fit.row}, at, fit.cost, no_level,
        province_lack(fit.row, successors[0]));
  }
};

}  // namespace

std::optional<int> AddressPart::cost(UnitTable table, std::uint32_t row) const {
  for (const Fit& fit : of(table)) {
    if (fit.row == row) return fit.cost;
  }
  return std::nullopt;
}

AddressPart address_part(const NameMatcher& matcher, const std::string& text) {
  AddressPart part;
  const auto forms = matcher.forms(text);
  for (std::size_t table = 0; table < unit_table_count; ++table) {
    part.fits[table] = matcher.fits(forms, static_cast<UnitTable>(table));
  }
  for (const NameForm& form : forms) {
    if (!form.kind || form.cost > 0) continue;
    const bool ward = is_at(*form.kind, UnitLevel::ward);
    part.says_ward = part.says_ward || ward;
    part.says_level =
        part.says_level || (form.spelled_out && (ward || is_at(*form.kind, UnitLevel::district)));
  }
  return part;
}

std::vector<AddressSense> address_senses(const Gazetteer& places,
                                         const std::vector<AddressPart>& parts) {
  return Senses(places, parts).all();
}

}  // namespace motcua::places
