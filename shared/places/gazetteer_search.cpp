// Search as one types: all units are looked through by numbers, and the best way to each commune
// stays.

#include <algorithm>

#include "shared/places/gazetteer.h"
#include "shared/places/query_worth.h"
#include "shared/text/utf8.h"

namespace motcua::places {
namespace {

constexpr std::size_t max_points = 200, least_run_together = 4;
// A name of today before an old one that answers as well, a district before its wards.
constexpr int today_worth = 25, district_worth = 10;

class Search {
 public:
  Search(const Gazetteer& places, std::vector<NameWord> query)
      : places_(places),
        list_(places.list()),
        worth_(places, std::move(query)),
        best_(list_.communes.size()) {}

  std::vector<Hit> run(std::size_t most) {
    weigh(UnitTable::provinces, list_.provinces, provinces_);
    weigh(UnitTable::old_provinces, list_.old_provinces, old_provinces_);
    weigh(UnitTable::old_districts, list_.old_districts, districts_);
    look_at_communes();
    look_at_districts();
    look_at_wards();
    if (!found_) look_for_run_together();
    return hits(most);
  }

 private:
  struct Best {
    int score = 0;
    UnitRow through{UnitTable::communes, 0};
  };

  const Gazetteer& places_;
  const NationalList& list_;
  const QueryWorth worth_;
  std::vector<Answer> provinces_, old_provinces_, districts_;
  std::vector<Best> best_;  // of each commune
  bool found_ = false;

  void weigh(UnitTable table, const auto& rows, std::vector<Answer>& answers) {
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      answers.push_back(worth_.with_kind({table, row}, rows[row].kind));
    }
  }

  /// All communes that the unit leads to.
  void offer(UnitRow unit, int points) {
    if (points == 0) return;
    found_ = true;
    const auto to = [&](std::uint32_t commune, int worth) {
      if (worth > best_[commune].score) best_[commune] = {worth, unit};
    };
    switch (unit.table) {
      case UnitTable::communes: return to(unit.row, points + today_worth);
      case UnitTable::old_wards:
        for (const std::uint16_t commune : places_.successors(unit.row)) to(commune, points);
        return;
      default:
        for (const std::uint16_t commune : places_.successors_of_district(unit.row)) {
          to(commune, points + district_worth);
        }
    }
  }

  void look_at_communes() {
    for (std::uint32_t row = 0; row < list_.communes.size(); ++row) {
      const auto& commune = list_.communes[row];
      const UnitRow unit{UnitTable::communes, row};
      offer(unit, worth_.score(unit, worth_.own(unit),
                               {&worth_.kind(commune.kind), nullptr, &provinces_[commune.province],
                                nullptr}));
    }
  }

  void look_at_districts() {
    for (std::uint32_t row = 0; row < list_.old_districts.size(); ++row) {
      const auto& district = list_.old_districts[row];
      const UnitRow unit{UnitTable::old_districts, row};
      const Answer own = worth_.own(unit);
      if (own.mask == 0) continue;
      offer(unit, worth_.score(unit, own,
                               {&worth_.kind(district.kind), nullptr,
                                &old_provinces_[district.province], nullptr}));
    }
  }

  void look_at_wards() {
    for (std::uint32_t row = 0; row < list_.old_wards.size(); ++row) {
      const auto& ward = list_.old_wards[row];
      const UnitRow unit{UnitTable::old_wards, row};
      const Answer own = worth_.own(unit);
      if (own.mask == 0) continue;
      const auto& now = list_.communes[places_.successors(row)[0]];
      offer(unit, worth_.score(unit, own,
                               {&worth_.kind(ward.kind), &districts_[ward.district],
                                &old_provinces_[list_.old_districts[ward.district].province],
                                &provinces_[now.province]}));
    }
  }

  void look_for_run_together() {
    const std::string key = joined(worth_.query());
    if (key.size() < least_run_together) return;
    for (const UnitTable table :
         {UnitTable::communes, UnitTable::old_districts, UnitTable::old_wards}) {
      for (std::uint32_t row = 0; row < places_.names().size(table); ++row) {
        offer({table, row}, worth_.run_together_score({table, row}, key));
      }
    }
  }

  std::vector<Hit> hits(std::size_t most) const {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < best_.size(); ++row) {
      if (best_[row].score > 0) rows.push_back(row);
    }
    most = std::min(most, rows.size());
    std::partial_sort(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                        const int one = best_[a].score, two = best_[b].score;
                        return one != two ? one > two : a < b;
                      });
    std::vector<Hit> out;
    for (std::size_t i = 0; i < most; ++i) out.push_back(hit(rows[i]));
    return out;
  }

  Hit hit(std::uint32_t row) const {
    Hit hit{places_.commune(row), std::nullopt, false};
    const UnitRow through = best_[row].through;
    if (through.table == UnitTable::old_wards) {
      hit.through = places_.old_ward(through.row);
      hit.divided = places_.successors(through.row).size() > 1;
    } else if (through.table == UnitTable::old_districts) {
      hit.through = places_.old_district(through.row);
      hit.divided = places_.successors_of_district(through.row).size() > 1;
    }
    return hit;
  }
};

}  // namespace

std::vector<Hit> Gazetteer::search(std::string_view query, std::size_t most) const {
  std::vector<NameWord> words = name_words(text::first_points(query, max_points));
  if (words.size() > max_query_words) words.resize(max_query_words);
  if (words.empty() || most == 0) return {};
  return Search(*this, std::move(words)).run(most);
}

}  // namespace motcua::places
