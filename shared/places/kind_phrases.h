#pragma once
// How people write the kind of a unit before its name: "Thị trấn", "TT.", "P.".

#include <span>
#include <vector>

#include "shared/places/name_words.h"
#include "shared/places/unit_kind.h"

namespace motcua::places {

struct KindPhrase {
  std::vector<NameWord> words;
  UnitKind kind;
  bool whole;  // spelled out
};

/// The longer ones of a kind first. To be made once.
std::vector<KindPhrase> kind_phrases();

/// True when `words` begin with the phrase; marks do not matter.
bool begins_with(std::span<const NameWord> words, const KindPhrase& phrase);

}  // namespace motcua::places
