#include "shared/places/name_index.h"

#include <algorithm>

namespace motcua::places {
namespace {

/// FNV-1a, continued.
constexpr std::uint64_t hash_start = 0xCBF29CE484222325;
std::uint64_t hash_more(std::uint64_t hash, std::string_view text) {
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  }
  return hash;
}

}  // namespace

NameIndex::NameIndex(const NationalList& list) {
  read_words(list);
  const auto add_table = [&](UnitTable table, const auto& rows) {
    for (const auto& row : rows) add(list, row.name);
    first_of_[static_cast<std::size_t>(table) + 1] = static_cast<std::uint32_t>(starts_.size() - 1);
  };
  starts_ = {0};
  add_table(UnitTable::communes, list.communes);
  add_table(UnitTable::old_wards, list.old_wards);
  add_table(UnitTable::old_districts, list.old_districts);
  add_table(UnitTable::provinces, list.provinces);
  add_table(UnitTable::old_provinces, list.old_provinces);
  add_keys();
}

/// A word of the list may give several of ours ("H'leo"), or none ("-").
void NameIndex::read_words(const NationalList& list) {
  std::vector<NameWord> all;
  of_word_starts_ = {0};
  for (const std::string& word : list.words) {
    for (NameWord& part : name_words(word)) all.push_back(std::move(part));
    of_word_starts_.push_back(static_cast<std::uint32_t>(all.size()));
  }
  vocabulary_ = all;
  std::sort(vocabulary_.begin(), vocabulary_.end());
  vocabulary_.erase(std::unique(vocabulary_.begin(), vocabulary_.end()), vocabulary_.end());
  for (const NameWord& word : all) {
    const auto at = std::lower_bound(vocabulary_.begin(), vocabulary_.end(), word);
    of_word_.push_back(static_cast<std::uint32_t>(at - vocabulary_.begin()));
  }
}

void NameIndex::add(const NationalList& list, const NameSpan& name) {
  for (std::uint32_t i = 0; i < name.count; ++i) {
    const std::uint16_t word = list.spelled[name.first + i];
    words_.insert(words_.end(), of_word_.begin() + of_word_starts_[word],
                  of_word_.begin() + of_word_starts_[word + 1u]);
  }
  starts_.push_back(static_cast<std::uint32_t>(words_.size()));
}

void NameIndex::add_keys() {
  const auto units = static_cast<std::uint32_t>(starts_.size() - 1);
  keys_.reserve(units);
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    if (starts_[unit] != starts_[unit + 1]) keys_.push_back({hash_of(unit), unit});
  }
  std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.unit < b.unit;
  });
}

std::uint64_t NameIndex::hash_of(std::uint32_t unit) const {
  std::uint64_t hash = hash_start;
  for (std::uint32_t i = starts_[unit]; i < starts_[unit + 1]; ++i) {
    hash = hash_more(hash, vocabulary_[words_[i]].plain);
  }
  return hash;
}

UnitRow NameIndex::row_of(std::uint32_t unit) const {
  std::size_t table = 0;
  while (unit >= first_of_[table + 1]) ++table;
  return {static_cast<UnitTable>(table), unit - first_of_[table]};
}

std::uint32_t NameIndex::size(UnitTable table) const {
  const auto at = static_cast<std::size_t>(table);
  return first_of_[at + 1] - first_of_[at];
}

std::span<const std::uint32_t> NameIndex::words(UnitRow unit) const {
  const std::uint32_t number = first_of_[static_cast<std::size_t>(unit.table)] + unit.row;
  return std::span(words_).subspan(starts_[number], starts_[number + 1] - starts_[number]);
}

bool NameIndex::has_initials(UnitRow unit, std::string_view letters) const {
  const auto own = words(unit);
  return letters.size() > 1 &&
         std::equal(own.begin(), own.end(), letters.begin(), letters.end(),
                    [&](std::uint32_t at, char letter) { return word(at).plain[0] == letter; });
}

bool NameIndex::is_joined(UnitRow unit, std::string_view key) const {
  for (const std::uint32_t at : words(unit)) {
    if (!key.starts_with(word(at).plain)) return false;
    key.remove_prefix(word(at).plain.size());
  }
  return key.empty();
}

std::vector<UnitRow> NameIndex::named(std::string_view key) const {
  const std::uint64_t hash = hash_more(hash_start, key);
  auto at = std::lower_bound(keys_.begin(), keys_.end(), hash,
                             [](const Key& a, std::uint64_t b) { return a.hash < b; });
  std::vector<UnitRow> units;
  for (; at != keys_.end() && at->hash == hash; ++at) {
    const UnitRow unit = row_of(at->unit);
    if (is_joined(unit, key)) units.push_back(unit);
  }
  return units;
}

}  // namespace motcua::places
