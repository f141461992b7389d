#pragma once
// All names of a national list as numbers of words in one sorted vocabulary, so that a search
// compares numbers, and a table from a name to the units that bear it.

#include <span>

#include "shared/places/name_words.h"
#include "shared/places/national_list.h"

namespace motcua::places {

enum class UnitTable : std::uint8_t {
  communes,
  old_wards,
  old_districts,
  provinces,
  old_provinces
};
inline constexpr std::size_t unit_table_count = 5;

/// A row of one of the tables of NationalList.
struct UnitRow {
  UnitTable table;
  std::uint32_t row;
};

class NameIndex {
 public:
  explicit NameIndex(const NationalList& list);

  /// Sorted by plain, then marked: words that begin alike stand together.
  const std::vector<NameWord>& vocabulary() const { return vocabulary_; }

  std::uint32_t size(UnitTable table) const;
  /// The words of a unit's name, as positions in vocabulary().
  std::span<const std::uint32_t> words(UnitRow unit) const;
  const NameWord& word(std::uint32_t position) const { return vocabulary_[position]; }
  /// "hcm" of Hồ Chí Minh; at least two letters.
  bool has_initials(UnitRow unit, std::string_view letters) const;

  /// Units whose words, run together without marks, are `key`; in the order of tables and rows.
  std::vector<UnitRow> named(std::string_view key) const;

 private:
  struct Key {
    std::uint64_t hash;
    std::uint32_t unit;
  };

  void read_words(const NationalList& list);
  void add(const NationalList& list, const NameSpan& name);
  void add_keys();
  std::uint64_t hash_of(std::uint32_t unit) const;
  bool is_joined(UnitRow unit, std::string_view key) const;
  UnitRow row_of(std::uint32_t unit) const;

  std::vector<NameWord> vocabulary_;
  std::vector<std::uint32_t> of_word_;  // vocabulary of each word of the list, in order
  std::vector<std::uint32_t> of_word_starts_;
  std::uint32_t first_of_[unit_table_count + 1] = {};  // unit numbers of each table
  std::vector<std::uint32_t> words_;                   // of all units
  std::vector<std::uint32_t> starts_;                  // one more than there are units
  std::vector<Key> keys_;                              // by hash, then unit
};

}  // namespace motcua::places
