#include "shared/text/search.h"

#include <algorithm>
#include <cstddef>

#include "shared/text/fold.h"

namespace motcua::text {

namespace {

constexpr std::size_t max_words = 32;

// How well one word is answered, of 1000.
constexpr int exact_word = 1000, run_together = 970, initials = 940, one_slip = 560;
constexpr int begun_least = 600, begun_span = 300;

// What it costs when the words found do not follow each other, or stand in another order.
constexpr int gap_cost = 30, order_cost = 90;

int begun(std::size_t typed, std::size_t whole) {
  return begun_least + static_cast<int>(begun_span * typed / whole);
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// One letter changed, added, left out or swapped with its neighbour; the first letter is right.
bool is_one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 4 || b.size() - a.size() > 1 || a[0] != b[0]) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (a.size() != b.size()) return a.substr(same) == b.substr(same + 1);
  if (a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

struct Answer {
  int quality = 0;      // 0 = none
  std::size_t end = 0;  // one past the last word answered
};

Answer better(Answer a, Answer b) { return b.quality > a.quality ? b : a; }

/// `typed` against one or more words from `start`.
Answer answer(std::string_view typed, const std::vector<std::string>& words, std::size_t start) {
  const std::string& first = words[start];
  if (typed == first) return {exact_word, start + 1};
  Answer best;
  if (starts_with(first, typed)) best = {begun(typed.size(), first.size()), start + 1};
  if (is_one_slip(typed, first)) best = better(best, {one_slip, start + 1});

  std::string_view rest = typed;
  for (std::size_t i = start; i < words.size() && !rest.empty(); ++i) {
    if (starts_with(rest, words[i])) {
      rest.remove_prefix(words[i].size());
      if (rest.empty()) best = better(best, {run_together, i + 1});
    } else {
      if (i > start && starts_with(words[i], rest)) {
        best = better(best, {begun(rest.size(), words[i].size()), i + 1});
      }
      break;
    }
  }

  if (typed.size() >= 2 && start + typed.size() <= words.size()) {
    std::size_t same = 0;
    while (same < typed.size() && words[start + same][0] == typed[same]) ++same;
    if (same == typed.size()) best = better(best, {initials, start + same});
  }
  return best;
}

}  // namespace

SearchKey search_key(std::string_view text) {
  std::string folded = fold(text);
  std::replace(folded.begin(), folded.end(), 'y', 'i');  // ký, kí; Mỹ, Mĩ
  SearchKey key;
  std::string_view rest = folded;
  while (!rest.empty() && key.words.size() < max_words) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    key.words.emplace_back(rest.substr(0, space));
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return key;
}

int match(const SearchKey& query, const SearchKey& key) {
  const std::size_t count = key.words.size();
  if (query.words.empty() || count == 0) return 0;

  // best[end]: the most that the words so far can give when the last one found ends at `end`.
  struct State {
    int sum = -1;             // -1 = impossible
    std::size_t covered = 0;  // words of the key that are answered
  };
  std::vector<State> best(count + 1), next(count + 1);
  best[0].sum = 0;
  for (std::size_t q = 0; q < query.words.size(); ++q) {
    std::fill(next.begin(), next.end(), State{});
    for (std::size_t start = 0; start < count; ++start) {
      const Answer found = answer(query.words[q], key.words, start);
      if (found.quality == 0) continue;
      for (std::size_t end = 0; end <= count; ++end) {
        if (best[end].sum < 0) continue;
        const int cost = start == end || (q == 0 && start > 0) ? 0
                         : start > end                         ? gap_cost
                                                               : order_cost;
        const State state{best[end].sum + std::max(1, found.quality - cost),
                          best[end].covered + (found.end - start)};
        if (state.sum > next[found.end].sum) next[found.end] = state;
      }
    }
    best.swap(next);
  }

  int score = 0;
  for (const State& state : best) {
    if (state.sum < 0) continue;
    const int quality = state.sum / static_cast<int>(query.words.size());
    const std::size_t covered = std::min(state.covered, count);
    score = std::max(score, quality * 3 / 4 + static_cast<int>(250 * covered / count));
  }
  return score;
}

std::vector<std::size_t> ranked(const std::vector<int>& scores, std::size_t most) {
  // Score and position in one number: sorting those is small and keeps equal ones in order.
  std::vector<unsigned long long> keys;
  for (std::size_t at = 0; at < scores.size(); ++at) {
    if (scores[at] <= 0) continue;
    const auto down = static_cast<unsigned long long>(0x7FFFFFFF - scores[at]);
    keys.push_back(down << 32 | at);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::size_t> positions;
  for (const unsigned long long key : keys) {
    if (positions.size() < most) positions.push_back(static_cast<std::size_t>(key & 0xFFFFFFFF));
  }
  return positions;
}

}  // namespace motcua::text
