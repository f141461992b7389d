#pragma once
// What a unit answers to an applicant's feedback: one signed note a step
// (docs/formats/feedback.md).

#include <string>

#include "shared/feedback/kind.h"
#include "shared/record/event.h"

namespace motcua::feedback {

struct Answer {
  std::string submission;      // 12 digits
  std::uint64_t feedback = 0;  // its number
  std::uint64_t sequence = 0;  // 1, 2, 3 ... of this feedback
  Step step = Step::resolved;
  std::string time;
  std::string unit;           // code of the acting unit, also the name of the key that signs
  std::string body;           // hex64, of the sealed dossier
  std::string message = "-";  // hex64 of the age file for the applicant, or "-"
};

/// Code::invalid when a member is not as it must be. What is refused, wanted or resolved needs a
/// message: it has to say why, what, or how.
Result<std::string> answer_text(const Answer& answer);
Result<Answer> parse_answer_text(std::string_view text);

/// The signed note. Code::refused when the key is not the acting unit's.
Result<std::string> make_answer(const Answer& answer, const sign::NoteSigner& unit);

/// Verifies one answer of a stranger. `units` are those that may act on this dossier, by code;
/// `index` is where the log was proven to hold it, if that is known. Code::signature when the
/// acting unit is not among them or its signature does not hold.
Result<Answer> verify_answer(std::string_view note, const record::UnitKeys& units,
                             std::optional<std::uint64_t> index = std::nullopt);

}  // namespace motcua::feedback
