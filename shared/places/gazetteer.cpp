#include "shared/places/gazetteer.h"

#include <algorithm>
#include <numeric>

namespace motcua::places {
namespace {

constexpr std::size_t ward_digits = 5, province_digits = 2;

Error no_such_code(std::string_view code, std::string_view hint) {
  return fail(Code::not_found, "no unit has the code " + std::string(code), std::string(hint));
}

Error malformed_code() {
  return fail(Code::invalid, "a commune's code has five digits", "compare it with the list");
}

}  // namespace

Gazetteer::Gazetteer(NationalList list)
    : list_(std::move(list)), names_(list_), phrases_(kind_phrases()) {
  collect_codes();
  collect_predecessors();
}

void Gazetteer::collect_codes() {
  for (std::uint32_t row = 0; row < list_.communes.size(); ++row) {
    commune_codes_.push_back({list_.communes[row].code, row});
  }
  for (const auto& alias : list_.aliases) commune_codes_.push_back({alias.code, alias.commune});
  for (std::uint32_t row = 0; row < list_.old_wards.size(); ++row) {
    const auto& ward = list_.old_wards[row];
    if (ward.kind != UnitKind::none) old_ward_codes_.push_back({ward.code, row});
  }
  const auto by_code = [](const UnitCode& a, const UnitCode& b) { return a.code < b.code; };
  std::sort(commune_codes_.begin(), commune_codes_.end(), by_code);
  std::sort(old_ward_codes_.begin(), old_ward_codes_.end(), by_code);
}

void Gazetteer::collect_predecessors() {
  predecessor_starts_.resize(list_.communes.size() + 1);
  for (const std::uint16_t commune : list_.successors) ++predecessor_starts_[commune + 1u];
  std::partial_sum(predecessor_starts_.begin(), predecessor_starts_.end(),
                   predecessor_starts_.begin());
  predecessors_.resize(list_.successors.size());
  std::vector<std::uint32_t> next = predecessor_starts_;
  for (std::uint32_t row = 0; row < list_.old_wards.size(); ++row) {
    for (const std::uint16_t commune : successors(row)) predecessors_[next[commune]++] = row;
  }
}

std::span<const std::uint32_t> Gazetteer::predecessors(std::uint32_t commune) const {
  const std::uint32_t first = predecessor_starts_[commune];
  return std::span(predecessors_).subspan(first, predecessor_starts_[commune + 1] - first);
}

Result<Gazetteer> Gazetteer::open(ByteView pack) {
  auto list = read_pack(pack);
  if (!list) return list.error();
  return Gazetteer(std::move(*list));
}

std::optional<std::uint32_t> Gazetteer::row_of(const std::vector<UnitCode>& codes,
                                               std::uint32_t code) {
  const auto at = std::lower_bound(codes.begin(), codes.end(), code,
                                   [](const UnitCode& a, std::uint32_t b) { return a.code < b; });
  if (at == codes.end() || at->code != code) return std::nullopt;
  return at->row;
}

Result<Commune> Gazetteer::find(std::string_view code, std::string_view list_version) const {
  if (list_version != list_.version) {
    return fail(Code::mismatch, "the code is of another version of the list",
                "codes are reused: find the place by its name");
  }
  const auto number = parse_code(code, ward_digits);
  if (!number) return malformed_code();
  const auto row = row_of(commune_codes_, *number);
  if (!row) return no_such_code(code, "it may be of a list before July 2025");
  return commune(*row);
}

Result<Succession> Gazetteer::today(std::string_view old_ward_code) const {
  const auto number = parse_code(old_ward_code, ward_digits);
  if (!number) return malformed_code();
  const auto row = row_of(old_ward_codes_, *number);
  if (!row) return no_such_code(old_ward_code, "no ward had it before July 2025");
  return succession(*row);
}

Commune Gazetteer::commune(std::uint32_t row) const {
  const auto& unit = list_.communes[row];
  const auto& province = list_.provinces[unit.province];
  return {row,
          unit.kind,
          code_text(unit.code, ward_digits),
          list_.text(unit.kind, unit.name),
          list_.english(unit.kind, unit.name, unit.english),
          code_text(province.code, province_digits),
          list_.text(province.kind, province.name)};
}

OldUnit Gazetteer::old_district(std::uint32_t row) const {
  const auto& district = list_.old_districts[row];
  const auto& province = list_.old_provinces[district.province];
  return {
      {}, {}, list_.text(district.kind, district.name), list_.text(province.kind, province.name)};
}

OldUnit Gazetteer::old_ward(std::uint32_t row) const {
  const auto& ward = list_.old_wards[row];
  OldUnit unit = old_district(ward.district);
  if (ward.kind == UnitKind::none) return unit;
  unit.code = code_text(ward.code, ward_digits);
  unit.ward = list_.text(ward.kind, ward.name);
  return unit;
}

Succession Gazetteer::succession(std::uint32_t row) const {
  Succession out{old_ward(row), {}, false};
  for (const std::uint16_t at : successors(row)) out.today.push_back(commune(at));
  out.divided = out.today.size() > 1;
  return out;
}

std::span<const std::uint16_t> Gazetteer::successors(std::uint32_t row) const {
  const auto& ward = list_.old_wards[row];
  return std::span(list_.successors).subspan(ward.first, ward.count);
}

std::pair<std::uint32_t, std::uint32_t> Gazetteer::wards_of(std::uint32_t district) const {
  const auto& wards = list_.old_wards;
  const auto first = std::lower_bound(
      wards.begin(), wards.end(), district,
      [](const NationalList::OldWard& a, std::uint32_t b) { return a.district < b; });
  auto last = first;
  while (last != wards.end() && last->district == district) ++last;
  return {static_cast<std::uint32_t>(first - wards.begin()),
          static_cast<std::uint32_t>(last - wards.begin())};
}

std::vector<std::uint16_t> Gazetteer::successors_of_district(std::uint32_t district) const {
  std::vector<std::uint16_t> all;
  const auto [first, last] = wards_of(district);
  for (std::uint32_t row = first; row < last; ++row) {
    const auto some = successors(row);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace motcua::places
