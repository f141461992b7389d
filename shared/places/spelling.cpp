#include "shared/places/spelling.h"

#include <algorithm>

namespace motcua::places {
namespace {

void for_each_word(std::string_view name, auto take) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) take(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

}  // namespace

void Spelling::count(std::string_view name) {
  for_each_word(name, [&](std::string_view word) { ++words_[std::string(word)]; });
}

void Spelling::number(NationalList& list) {
  std::vector<std::pair<std::string, std::uint32_t>> sorted(words_.begin(), words_.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  list.words.clear();
  for (const auto& [word, often] : sorted) {
    words_[word] = static_cast<std::uint32_t>(list.words.size());
    list.words.push_back(word);
  }
}

NameSpan Spelling::spell(NationalList& list, std::string_view name) const {
  NameSpan span{static_cast<std::uint32_t>(list.spelled.size()), 0};
  for_each_word(name, [&](std::string_view word) {
    list.spelled.push_back(static_cast<std::uint16_t>(words_.find(word)->second));
    ++span.count;
  });
  return span;
}

}  // namespace motcua::places
