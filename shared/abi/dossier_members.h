#pragma once
// Which dossier something must be about, and what happened to it so far, as members of a request.

#include <string>
#include <vector>

#include "shared/abi/call.h"
#include "shared/record/event.h"

namespace motcua::abi {

/// history: [{sequence, status}...] of events, oldest first; 0 is the filing and is left out.
std::vector<record::Step> read_history(Members& from);

/// The dossier that a caller says it must be: submission? and body?
class AboutDossier {
 public:
  explicit AboutDossier(Members& from) {
    if (from.has("submission")) submission_ = from.text("submission", 12);
    if (from.has("body")) body_ = from.text("body", 64);
  }

  /// Code::mismatch. T: an event, a feedback, an answer, a mark.
  template <class T>
  Status check(const T& of) const {
    if ((submission_.empty() || submission_ == of.submission) &&
        (body_.empty() || body_ == of.body)) {
      return {};
    }
    return fail(Code::mismatch, "this is about another dossier");
  }

 private:
  std::string submission_, body_;
};

}  // namespace motcua::abi
