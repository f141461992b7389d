#pragma once
// Whether a dossier was in time in plain words: the interface's words under "deadline".

#include <string>
#include <vector>

#include "shared/deadline/lateness.h"
#include "shared/text/words.h"

namespace motcua::deadline {

/// "Quá hạn 2 ngày làm việc."
std::string outcome_sentence(const text::Words& words, const Lateness& found);
/// What it rests on, a sentence each.
std::vector<std::string> reason_sentences(const text::Words& words, const Lateness& found);

}  // namespace motcua::deadline
