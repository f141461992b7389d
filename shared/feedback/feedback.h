#pragma once
// What an applicant says about a filed dossier: a text of fixed lines, signed like the envelope by
// the dossier's own one-time key (docs/formats/feedback.md). The words are in a sealed message.

#include <string>

#include "shared/feedback/kind.h"
#include "shared/sign/minisign.h"

namespace motcua::feedback {

inline constexpr std::uint64_t most = 32;  // of one dossier

struct Feedback {
  std::string submission;    // 12 digits
  std::uint64_t number = 0;  // 1, 2, 3 ... of this dossier
  Kind kind = Kind::complaint;
  std::uint64_t about = 0;  // of an addition: the number that it adds to; else 0
  std::string time;
  std::string body;           // hex64, of the sealed dossier
  std::string message = "-";  // hex64 of the age file with the words, or "-"
};

/// Code::invalid when a member is not as it must be: an addition is about an earlier number and
/// nothing else is; only a withdrawal may come without a message.
Result<std::string> feedback_text(const Feedback& feedback);
Result<Feedback> parse_feedback_text(std::string_view text);

using DraftId = ByteArray<16>;

/// The trusted comment of the signature.
std::string feedback_comment(const DraftId& draft);
Result<std::string> sign_feedback(std::string_view text, const DraftId& draft,
                                  const sign::SecretKey& key);

/// Whose word it must be: both stand in the dossier's envelope.
struct Applicant {
  sign::PublicKey sign;
  DraftId draft{};
};

/// Code::signature unless the applicant signed exactly this text. Code::invalid.
Result<Feedback> verify_feedback(std::string_view text, std::string_view signature,
                                 const Applicant& applicant);

}  // namespace motcua::feedback
