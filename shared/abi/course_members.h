#pragma once
// What was said and answered about a dossier, as members of a request.

#include "shared/abi/call.h"
#include "shared/feedback/course.h"

namespace motcua::abi {

/// A number of a feedback or an answer; whether it may be that large is for the core to say.
std::uint64_t read_count(Members& from, std::string_view name);
/// The members "kind" and "step".
feedback::Kind read_kind(Members& from);
feedback::Step read_step(Members& from);

/// {said: [{number, kind, about?}...], answers: [{feedback, sequence, step}...], status: 1..10};
/// further members of the items are skipped.
class Known {
 public:
  explicit Known(Members& from);

  feedback::Course course() const { return {said_, answers_, status_}; }

 private:
  std::vector<feedback::Said> said_;
  std::vector<feedback::Answered> answers_;
  int status_ = 1;
};

}  // namespace motcua::abi
