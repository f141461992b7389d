#include "shared/places/address.h"

#include <algorithm>
#include <climits>
#include <tuple>

#include "shared/places/address_parts.h"
#include "shared/places/address_senses.h"
#include "shared/text/utf8.h"

namespace motcua::places {
namespace {

constexpr std::size_t max_points = 500;

using Senses = std::vector<AddressSense>;

void keep(Senses& senses, auto wanted) {
  std::erase_if(senses, [&](const AddressSense& sense) { return !wanted(sense); });
}

/// The fewest parts left over; then those that name a province, if any does.
void keep_most_complete(Senses& senses) {
  const auto rank = [](const AddressSense& sense) {
    return std::tuple(sense.unmatched.size(), !sense.province);
  };
  auto least = std::tuple(SIZE_MAX, true);
  for (const auto& sense : senses) least = std::min(least, rank(sense));
  keep(senses, [&](const auto& sense) { return rank(sense) == least; });
}

/// A part with the word for a ward is the ward; without it, a street or a hamlet may bear the same
/// name, and every way to read it stays.
void keep_lowest_said(Senses& senses, const std::vector<AddressPart>& parts) {
  std::size_t lowest = SIZE_MAX;
  for (const auto& sense : senses) {
    if (parts[sense.lowest].says_ward) lowest = std::min(lowest, sense.lowest);
  }
  if (lowest == SIZE_MAX) return;
  keep(senses, [&](const auto& sense) { return sense.lowest == lowest; });
}

/// A district is no answer where one of its wards is.
void drop_districts_of_wards(Senses& senses) {
  std::vector<std::size_t> named;
  for (const auto& sense : senses) {
    if (sense.unit.table == UnitTable::old_wards && sense.district) {
      named.push_back(*sense.district);
    }
  }
  keep(senses, [&](const auto& sense) {
    return sense.unit.table != UnitTable::old_districts ||
           std::find(named.begin(), named.end(), sense.lowest) == named.end();
  });
}

/// Where all three levels are those of the old list, another old unit in today's province of the
/// same name is not meant.
void drop_mixed_where_complete(Senses& senses) {
  const bool complete = std::any_of(senses.begin(), senses.end(), [](const auto& sense) {
    return sense.district && sense.province && !sense.mixed;
  });
  if (complete) keep(senses, [](const auto& sense) { return !sense.mixed; });
}

/// Of what is left, what lacks least: other marks only where none has those that are written, other
/// kinds only where none has the one that is.
void keep_best_written(Senses& senses) {
  int least = INT_MAX;
  for (const auto& sense : senses) least = std::min(least, sense.cost);
  keep(senses, [&](const auto& sense) { return sense.cost == least; });
}

AddressCandidate candidate(const Gazetteer& places, const AddressSense& sense,
                           std::uint32_t commune, std::size_t successors) {
  AddressCandidate out;
  out.today = places.commune(commune);
  out.divided = successors > 1;
  out.ward = sense.lowest;
  out.district = sense.district;
  out.province = sense.province;
  if (sense.unit.table == UnitTable::old_wards) out.through = places.old_ward(sense.unit.row);
  if (sense.unit.table == UnitTable::old_districts) {
    out.through = places.old_district(sense.unit.row);
    out.district = std::exchange(out.ward, std::nullopt);
  }
  out.unmatched = sense.unmatched;
  out.as_written = sense.cost == 0 && !sense.mixed;
  return out;
}

std::vector<std::uint16_t> communes_of(const Gazetteer& places, UnitRow unit) {
  if (unit.table == UnitTable::communes) return {static_cast<std::uint16_t>(unit.row)};
  if (unit.table == UnitTable::old_districts) return places.successors_of_district(unit.row);
  const auto successors = places.successors(unit.row);
  return {successors.begin(), successors.end()};
}

/// Each commune once, by its own name where that is one of the ways.
std::vector<AddressCandidate> candidates(const Gazetteer& places, Senses senses) {
  std::stable_sort(senses.begin(), senses.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.unit.table, a.unit.row) < std::tuple(b.unit.table, b.unit.row);
  });
  std::vector<AddressCandidate> out;
  std::vector<bool> there(places.list().communes.size());
  for (const AddressSense& sense : senses) {
    const auto communes = communes_of(places, sense.unit);
    for (const std::uint16_t commune : communes) {
      if (there[commune]) continue;
      there[commune] = true;
      out.push_back(candidate(places, sense, commune, communes.size()));
    }
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.through.has_value(), a.today.row) <
           std::tuple(b.through.has_value(), b.today.row);
  });
  return out;
}

}  // namespace

AddressReading read_address(const Gazetteer& places, std::string_view text) {
  text = text::first_points(text, max_points);
  const NameMatcher matcher(places, has_marks(name_words(text)));
  AddressReading out;
  out.parts = address_parts(places, matcher, text);
  std::vector<AddressPart> parts;
  for (const std::string& part : out.parts) parts.push_back(address_part(matcher, part));

  Senses senses = address_senses(places, parts);
  keep_most_complete(senses);
  keep_lowest_said(senses, parts);
  drop_districts_of_wards(senses);
  drop_mixed_where_complete(senses);
  keep_best_written(senses);
  out.candidates = candidates(places, std::move(senses));

  if (out.candidates.size() == 1) {
    const AddressCandidate& only = out.candidates[0];
    out.certain = only.as_written && only.province && only.unmatched.empty();
  }
  return out;
}

}  // namespace motcua::places
