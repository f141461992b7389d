#include "wasm/app/deadline_words.h"

#include "shared/deadline/lateness_words.h"
#include "shared/deadline/sentences.h"

namespace motcua::app {

DeadlineWords deadline_words(const Words& words, std::string_view language,
                             const deadline::Lateness& found) {
  DeadlineWords out;
  out.outcome = deadline::outcome_sentence(words, found);
  out.reasons = deadline::reason_sentences(words, found);
  if (!found.received) return out;
  if (found.deadline.due) out.due = deadline::moment_words(words, *found.deadline.due);
  out.may_change = found.deadline.may_change;
  out.steps = deadline::sentences({words, language}, found.deadline.working);
  return out;
}

}  // namespace motcua::app
