#pragma once
// The interface's words in one language: assets/words/<lang>.json, objects nested by screen, whose
// leaves are texts with places such as `{name}`. docs/words.md has the rules and how to add a
// language.

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/result.h"

namespace motcua::text {

using WordPlaces = std::initializer_list<std::pair<std::string_view, std::string_view>>;

class Words {
 public:
  /// Errors: invalid (not an object of objects and texts), too_large (512 KiB).
  static Result<Words> parse(std::string_view json);

  /// The words under "screen.name". A key that is not there is shown as it is: a visible defect.
  std::string_view operator()(std::string_view key) const;
  /// The same with its places filled in. Texts put in are never searched for places again.
  std::string operator()(std::string_view key, WordPlaces places) const;
  /// The words for `n` things, which also fill the place {n}: those under "screen.name.one" or
  /// "screen.name.other", as the language's own rule ("locale.plural") says.
  std::string count(std::string_view key, std::int64_t n, WordPlaces places = {}) const;
  /// "1.234" in Vietnamese, "1,234" in English.
  std::string number(std::int64_t n) const;
  bool has(std::string_view key) const;
  /// Takes from `whole` what is not here: a language whose translation is under way.
  void fill_gaps(const Words& whole);
  /// Takes the words of further areas; those that are here stay.
  void add(const Words& more) { fill_gaps(more); }

  /// All keys, sorted; the tests compare the languages with it.
  std::vector<std::string> keys() const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

/// `text` with every `{name}` that `places` knows replaced.
std::string fill(std::string_view text, WordPlaces places);

}  // namespace motcua::text
