#include "shared/places/query_worth.h"

#include <algorithm>

namespace motcua::places {
namespace {

// How well one word is answered, of 100.
constexpr std::uint8_t same = 100, other_marks = 88, initials = 75;
constexpr int begun_least = 40, begun_span = 40, run_together = 70;
// What a word is worth less when the name of the kind, the district or the province answers it.
constexpr int kind_cost = 5, district_cost = 25, province_cost = 35;
// What a name is worth more.
constexpr int covered_worth = 100, whole_worth = 150, order_worth = 30, start_worth = 20;

std::uint8_t begun(std::size_t typed, std::size_t whole) {
  return static_cast<std::uint8_t>(begun_least +
                                   begun_span * static_cast<int>(typed) / static_cast<int>(whole));
}

std::uint8_t worth_of(const NameWord& typed, const NameWord& word) {
  if (typed.plain == word.plain) {
    // Who types no marks means any.
    return typed.marked == word.marked || typed.marked == typed.plain ? same : other_marks;
  }
  if (!word.plain.starts_with(typed.plain)) return 0;
  return begun(typed.plain.size(), word.plain.size());
}

}  // namespace

void Answer::take(std::size_t i, std::uint8_t how) {
  if (how == 0) return;
  mask |= 1u << i;
  worth[i] = std::max(worth[i], how);
}

void Answer::take(const Answer& other) {
  if (other.mask == 0) return;
  mask |= other.mask;
  for (std::size_t i = 0; i < worth.size(); ++i) worth[i] = std::max(worth[i], other.worth[i]);
}

QueryWorth::QueryWorth(const Gazetteer& places, std::vector<NameWord> query)
    : names_(places.names()),
      phrases_(places.phrases()),
      query_(std::move(query)),
      all_((1u << query_.size()) - 1) {
  weigh_vocabulary();
  weigh_kinds();
}

void QueryWorth::weigh_vocabulary() {
  const auto& vocabulary = names_.vocabulary();
  of_word_.resize(vocabulary.size());
  for (std::size_t i = 0; i < query_.size(); ++i) {
    const std::string& typed = query_[i].plain;
    auto at = std::lower_bound(
        vocabulary.begin(), vocabulary.end(), typed,
        [](const NameWord& word, const std::string& text) { return word.plain < text; });
    for (; at != vocabulary.end() && at->plain.starts_with(typed); ++at) {
      of_word_[static_cast<std::size_t>(at - vocabulary.begin())].take(i, worth_of(query_[i], *at));
    }
  }
}

/// By its words ("thi tr") or their initials ("tt").
void QueryWorth::weigh_kinds() {
  for (const KindPhrase& phrase : phrases_) {
    Answer& kind = kinds_[static_cast<std::size_t>(phrase.kind)];
    for (std::size_t i = 0; i < query_.size(); ++i) {
      if (phrase.whole) {
        for (const NameWord& word : phrase.words) kind.take(i, worth_of(query_[i], word));
      } else if (phrase.words.size() == 1 && phrase.words[0].plain == query_[i].plain) {
        kind.take(i, initials);
      }
    }
  }
}

Answer QueryWorth::own(UnitRow unit) const {
  Answer answer;
  const std::span<const std::uint32_t> words = names_.words(unit);
  const std::uint32_t* const end = words.data() + words.size();
  for (const std::uint32_t* word = words.data(); word != end; ++word) {
    const Answer& of_word = of_word_[*word];
    if (of_word.mask != 0) answer.take(of_word);
  }
  return answer;
}

Answer QueryWorth::with_kind(UnitRow unit, UnitKind kind) const {
  Answer answer = own(unit);
  answer.take(this->kind(kind));
  if (unit.table == UnitTable::old_districts) return answer;
  for (std::size_t i = 0; i < query_.size(); ++i) {
    std::string_view letters = query_[i].plain;
    if (names_.has_initials(unit, letters)) answer.take(i, initials);
    if (kind != UnitKind::city || !letters.starts_with("tp")) continue;
    letters.remove_prefix(2);
    if (names_.has_initials(unit, letters)) answer.take(i, initials);
  }
  return answer;
}

int QueryWorth::score(UnitRow unit, const Answer& own_name, const Around& around) const {
  const auto mask_of = [](const Answer* answer) { return answer == nullptr ? 0 : answer->mask; };
  // Most units end here.
  if ((own_name.mask | mask_of(around.kind) | mask_of(around.district) | mask_of(around.province) |
       mask_of(around.other_province)) != all_) {
    return 0;
  }
  std::array<int, max_query_words> others{};
  const auto consider = [&](const Answer* answer, int cost) {
    for (std::size_t i = 0; answer != nullptr && i < query_.size(); ++i) {
      others[i] = std::max(others[i], answer->worth[i] - cost);
    }
  };
  consider(around.kind, kind_cost);
  consider(around.district, district_cost);
  consider(around.province, province_cost);
  consider(around.other_province, province_cost);
  int sum = 0;
  for (std::size_t i = 0; i < query_.size(); ++i) {
    sum += std::max<int>(own_name.worth[i], others[i]);
  }
  const int mean = sum / static_cast<int>(query_.size());
  return own_name.mask == 0 ? mean : 4 * mean + shape(unit, others);
}

/// How much of the name was asked for, whether in its order and from its start. Only words count
/// that it answers better than what lies around it, each with a word of the name of its own.
int QueryWorth::shape(UnitRow unit, const std::array<int, max_query_words>& around) const {
  const auto words = names_.words(unit);
  std::uint32_t taken = 0;
  std::size_t covered = 0, whole = 0, in_row = 0, next = words.size();
  for (std::size_t i = 0; i < query_.size(); ++i) {
    int most = around[i];
    std::size_t at = words.size();
    for (std::size_t w = 0; w < words.size() && w < 32; ++w) {
      const int here = of_word_[words[w]].worth[i];
      if ((taken >> w & 1) != 0 || here <= most) continue;
      most = here;
      at = w;
    }
    if (at == words.size()) continue;
    taken |= 1u << at;
    ++covered;
    whole += most >= other_marks;
    in_row += at == next;
    next = at + 1;
  }
  int points = covered_worth * static_cast<int>(covered) / static_cast<int>(words.size());
  if ((taken & 1) != 0) points += start_worth;
  if (in_row + 1 != covered) return points;
  points += order_worth;
  return whole == words.size() ? points + whole_worth : points;
}

int QueryWorth::run_together_score(UnitRow unit, std::string_view key) const {
  const auto words = names_.words(unit);
  for (std::size_t start = 0; start < words.size(); ++start) {
    std::string_view rest = key, word;
    std::size_t at = start;
    for (; at < words.size() && !rest.empty(); ++at) {
      word = names_.vocabulary()[words[at]].plain;
      if (!rest.starts_with(word)) break;
      rest.remove_prefix(word.size());
    }
    if (rest.empty()) {
      return run_together + static_cast<int>(covered_worth * (at - start) / words.size());
    }
    if (at < words.size() && at > start && word.starts_with(rest)) return begun_least;
  }
  return 0;
}

}  // namespace motcua::places
