#pragma once
// What each word of a query is worth as the beginning of each word of the lists, found out once for
// a query, and what a name is worth for it.

#include <array>

#include "shared/places/gazetteer.h"

namespace motcua::places {

inline constexpr std::size_t max_query_words = 12;

/// What a name answers of a query.
struct Answer {
  std::uint32_t mask = 0;                             // bit i: the query's word i
  std::array<std::uint8_t, max_query_words> worth{};  // of 100

  void take(std::size_t i, std::uint8_t how);
  void take(const Answer& other);
};

/// The names around a name that may answer words too; any may be missing.
struct Around {
  const Answer* kind = nullptr;
  const Answer* district = nullptr;
  const Answer* province = nullptr;
  const Answer* other_province = nullptr;
};

class QueryWorth {
 public:
  /// One to max_query_words words; `places` must outlive this.
  QueryWorth(const Gazetteer& places, std::vector<NameWord> query);

  const std::vector<NameWord>& query() const { return query_; }
  const Answer& kind(UnitKind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }

  /// By the name alone, without its kind.
  Answer own(UnitRow unit) const;
  /// By name and kind; a province also by its initials ("hcm", "tphcm").
  Answer with_kind(UnitRow unit, UnitKind kind) const;

  /// 0 unless name and names around it answer every word; `own_name` is own(unit). A name that
  /// answers any is worth more than one that only lies in what was named.
  int score(UnitRow unit, const Answer& own_name, const Around& around) const;
  /// The whole query without spaces, from the start of a word of the name: "badinh", "hleo" of
  /// Ea H'leo. `key` is the query joined; 0 when it does not fit.
  int run_together_score(UnitRow unit, std::string_view key) const;

 private:
  void weigh_vocabulary();
  void weigh_kinds();
  int shape(UnitRow unit, const std::array<int, max_query_words>& around) const;

  const NameIndex& names_;
  const std::vector<KindPhrase>& phrases_;
  std::vector<NameWord> query_;
  std::uint32_t all_;            // the mask of the whole query
  std::vector<Answer> of_word_;  // of each word of the vocabulary
  std::array<Answer, unit_kind_count> kinds_;
};

}  // namespace motcua::places
