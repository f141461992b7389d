#pragma once
// The words of a feedback, which only the competent unit and the applicant can read: canonical JSON
// inside an age file (docs/formats/feedback.md).

#include <string>

#include "shared/feedback/kind.h"
#include "shared/result.h"

namespace motcua::feedback {

inline constexpr std::size_t most_characters = 4000;

struct Message {
  std::string text;  // lines end with LF; empty only with a vote or a withdrawal
  int vote = 0;      // of a vote: 1 (bad) to 5 (very good); else 0
};

/// Whether a text may stand there: at most 4,000 characters, no control characters but LF, nothing
/// that changes the direction of writing. Empty is well.
bool words_ok(std::string_view text);

/// Code::invalid for what does not go with the kind.
Result<std::string> message_text(Kind kind, const Message& message);
/// Refuses what message_text would not write. Code::invalid, Code::too_large.
Result<Message> parse_message(Kind kind, std::string_view text);

}  // namespace motcua::feedback
