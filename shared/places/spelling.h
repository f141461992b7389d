#pragma once
// Puts the names of a new list into its table of words, the frequent ones first: their numbers are
// short.

#include <map>
#include <string>
#include <string_view>

#include "shared/places/national_list.h"

namespace motcua::places {

class Spelling {
 public:
  /// Every name once for each place where it will stand, before number().
  void count(std::string_view name);
  /// Fills list.words.
  void number(NationalList& list);
  /// Appends to list.spelled.
  NameSpan spell(NationalList& list, std::string_view name) const;

 private:
  std::map<std::string, std::uint32_t, std::less<>> words_;  // how often, then which number
};

}  // namespace motcua::places
