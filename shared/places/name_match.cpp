#include "shared/places/name_match.h"

#include <algorithm>

namespace motcua::places {
namespace {

bool is_number(const NameWord& word) { return word.plain[0] >= '0' && word.plain[0] <= '9'; }

UnitLevel level_of(UnitTable table) {
  switch (table) {
    case UnitTable::communes:
    case UnitTable::old_wards: return UnitLevel::ward;
    case UnitTable::old_districts: return UnitLevel::district;
    default: return UnitLevel::province;
  }
}

UnitKind kind_of(const NationalList& list, UnitRow unit) {
  switch (unit.table) {
    case UnitTable::communes: return list.communes[unit.row].kind;
    case UnitTable::old_wards: return list.old_wards[unit.row].kind;
    case UnitTable::old_districts: return list.old_districts[unit.row].kind;
    case UnitTable::provinces: return list.provinces[unit.row].kind;
    default: return list.old_provinces[unit.row].kind;
  }
}

/// Each row once, at its least cost.
void tidy(std::vector<Fit>& fits) {
  std::sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
    return a.row != b.row ? a.row < b.row : a.cost < b.cost;
  });
  fits.erase(std::unique(fits.begin(), fits.end(),
                         [](const Fit& a, const Fit& b) { return a.row == b.row; }),
             fits.end());
}

}  // namespace

bool has_marks(const std::vector<NameWord>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const NameWord& word) { return word.marked != word.plain; });
}

std::vector<NameForm> NameMatcher::forms(std::string_view text) const {
  std::vector<NameForm> forms;
  const std::vector<NameWord> words = name_words(text);
  if (words.empty()) return forms;
  for (const KindPhrase& phrase : places_.phrases()) {
    const auto size = static_cast<std::ptrdiff_t>(phrase.words.size());
    if (words.size() <= phrase.words.size() || !begins_with(words, phrase)) continue;
    const bool as_written =
        !marked_ || std::equal(phrase.words.begin(), phrase.words.end(), words.begin());
    forms.push_back({phrase.kind,
                     phrase.whole && as_written,
                     {words.begin() + size, words.end()},
                     as_written ? 0 : other_marks_cost});
  }
  // "TPHCM": the kind runs into the initials.
  const std::string& first = words[0].plain;
  if (words.size() == 1 && first.size() >= 4 && first.starts_with("tp")) {
    forms.push_back({UnitKind::city, false, {{first.substr(2), first.substr(2)}}, 0});
  }
  if (!std::all_of(words.begin(), words.end(), is_number)) {
    forms.push_back({std::nullopt, false, words, 0});
  }
  return forms;
}

std::optional<int> NameMatcher::kind_cost(const NameForm& form, UnitRow unit) const {
  if (!form.kind) return 0;
  if (!is_at(*form.kind, level_of(unit.table))) return std::nullopt;
  return *form.kind == kind_of(places_.list(), unit) ? 0 : other_kind_cost;
}

int NameMatcher::words_cost(const NameForm& form, UnitRow unit) const {
  const auto own = places_.names().words(unit);
  const auto same = [&](auto equal) {
    return std::equal(own.begin(), own.end(), form.words.begin(), form.words.end(),
                      [&](std::uint32_t at, const NameWord& written) {
                        return equal(places_.names().word(at), written);
                      });
  };
  if (same([](const NameWord& a, const NameWord& b) { return a == b; })) return 0;
  if (!same([](const NameWord& a, const NameWord& b) { return a.plain == b.plain; })) {
    return other_spaces_cost;
  }
  return marked_ ? other_marks_cost : 0;
}

void NameMatcher::add_initials(const NameForm& form, UnitTable table,
                               std::vector<Fit>& fits) const {
  if (level_of(table) != UnitLevel::province || form.words.size() != 1) return;
  for (std::uint32_t row = 0; row < places_.names().size(table); ++row) {
    const UnitRow unit{table, row};
    if (!places_.names().has_initials(unit, form.words[0].plain)) continue;
    if (const auto cost = kind_cost(form, unit)) fits.push_back({row, form.cost + *cost});
  }
}

std::vector<Fit> NameMatcher::fits(const std::vector<NameForm>& forms, UnitTable table) const {
  std::vector<Fit> fits;
  for (const NameForm& form : forms) {
    for (const UnitRow unit : places_.names().named(joined(form.words))) {
      if (unit.table != table) continue;
      if (const auto cost = kind_cost(form, unit)) {
        fits.push_back({unit.row, form.cost + *cost + words_cost(form, unit)});
      }
    }
    add_initials(form, table, fits);
  }
  tidy(fits);
  return fits;
}

}  // namespace motcua::places
