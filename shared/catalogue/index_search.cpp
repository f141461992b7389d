#include <algorithm>

#include "shared/catalogue/index.h"
#include "shared/text/normal.h"
#include "shared/text/utf8.h"

namespace motcua::catalogue {

namespace {

constexpr std::size_t longest_query = 200;  // code points
constexpr std::size_t most_words = 12;

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

text::SearchKey meaningful(const Index& index, text::SearchKey query) {
  text::SearchKey kept;
  for (const std::string& word : query.words) {
    const auto& fillers = index.fillers;
    if (std::find(fillers.begin(), fillers.end(), word) == fillers.end()) {
      kept.words.push_back(word);
    }
  }
  if (kept.words.empty()) kept = std::move(query);
  if (kept.words.size() > most_words) kept.words.resize(most_words);
  return kept;
}

int best_match(const text::SearchKey& query, const Entry& entry) {
  int best = 0;
  for (const text::SearchKey& key : entry.keys) best = std::max(best, text::match(query, key));
  return best;
}

std::vector<int> scores_of(const Index& index, const text::SearchKey& query) {
  std::vector<int> scores;
  for (const Entry& entry : index.entries) scores.push_back(best_match(query, entry));
  return scores;
}

/// What answers all words but one, at half the score.
std::vector<int> near_scores(const Index& index, const text::SearchKey& query) {
  std::vector<int> scores(index.entries.size(), 0);
  if (query.words.size() < 2) return scores;
  for (std::size_t left_out = 0; left_out < query.words.size(); ++left_out) {
    text::SearchKey shorter = query;
    shorter.words.erase(shorter.words.begin() + static_cast<std::ptrdiff_t>(left_out));
    for (std::size_t at = 0; at < scores.size(); ++at) {
      scores[at] = std::max(scores[at], best_match(shorter, index.entries[at]) / 2);
    }
  }
  return scores;
}

std::vector<int> code_scores(const Index& index, std::string_view typed) {
  std::vector<int> scores;
  for (const Entry& entry : index.entries) {
    scores.push_back(entry.code == typed ? 1000 : starts_with(entry.code, typed) ? 900 : 0);
  }
  return scores;
}

bool is_found(const std::vector<int>& scores) {
  return std::any_of(scores.begin(), scores.end(), [](int score) { return score > 0; });
}

}  // namespace

std::vector<Hit> search(const Index& index, std::string_view query, std::size_t most) {
  const std::string typed = text::clean_line(text::first_points(query, longest_query));
  std::vector<Hit> hits;
  if (typed.empty()) return hits;
  std::vector<int> scores;
  if (typed.find_first_not_of("0123456789.") == std::string::npos) {
    scores = code_scores(index, typed);
  }
  if (!is_found(scores)) {
    const text::SearchKey words = meaningful(index, text::search_key(typed));
    scores = scores_of(index, words);
    if (!is_found(scores)) scores = near_scores(index, words);
  }
  for (const std::size_t at : text::ranked(scores, most)) {
    hits.push_back({&index.entries[at], scores[at]});
  }
  return hits;
}

}  // namespace motcua::catalogue
