#pragma once
// Compares names that people write with those of the lists.

#include "shared/places/gazetteer.h"

namespace motcua::places {

/// What a fit lacks; the sum of several costs tells which fit is better.
inline constexpr int other_marks_cost = 1, other_spaces_cost = 2, other_kind_cost = 16;

/// One way to read a written name.
struct NameForm {
  std::optional<UnitKind> kind;
  bool spelled_out = false;     // the kind is, as it is written: "Phường", not "P."
  std::vector<NameWord> words;  // without the kind's
  int cost = 0;
};

struct Fit {
  std::uint32_t row;
  int cost;
};

/// True when any word has a mark: then marks tell names apart.
bool has_marks(const std::vector<NameWord>& words);

class NameMatcher {
 public:
  /// With `marked` false the text has no marks anywhere, and lacking them costs nothing.
  NameMatcher(const Gazetteer& places, bool marked) : places_(places), marked_(marked) {}

  /// "TP. Cao Bằng" as a city and as a name with "TP" in it; a bare number is no name.
  std::vector<NameForm> forms(std::string_view text) const;

  /// The units of a table that bear the name, provinces also by their initials ("HCM"), with what
  /// each lacks at least; by row.
  std::vector<Fit> fits(const std::vector<NameForm>& forms, UnitTable table) const;

 private:
  void add_initials(const NameForm& form, UnitTable table, std::vector<Fit>& fits) const;
  /// Nothing when the kind belongs to another level.
  std::optional<int> kind_cost(const NameForm& form, UnitRow unit) const;
  int words_cost(const NameForm& form, UnitRow unit) const;

  const Gazetteer& places_;
  bool marked_;
};

}  // namespace motcua::places
