#pragma once
// What may follow what: which feedback an applicant may send about a dossier as it stands, and
// which answer a unit may give (docs/formats/feedback.md). No cryptography: screens ask, too.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "shared/feedback/kind.h"
#include "shared/result.h"

namespace motcua::feedback {

/// What is known of an earlier feedback, and of an answer.
struct Said {
  std::uint64_t number = 0;
  Kind kind = Kind::complaint;
  std::uint64_t about = 0;
};
struct Answered {
  std::uint64_t feedback = 0;
  std::uint64_t sequence = 0;
  Step step = Step::resolved;
};

/// All of one dossier in the order of the log.
struct Course {
  std::span<const Said> said;
  std::span<const Answered> answers;
  int status = 1;  // of the dossier's last event; 1 when there is none
};

/// The step that this feedback has reached; nothing while the unit has not answered.
std::optional<Step> reached(const Course& course, std::uint64_t number);

/// Whether the unit waits for an addition to this feedback.
bool waits_for_addition(const Course& course, std::uint64_t number);

/// Code::duplicate for a number that is there already; Code::refused for one that leaves a gap, for
/// a 33rd, and for a kind that has no place now.
Status check_said(const Said& said, const Course& course);

/// What a unit may do next about this feedback; empty when it is closed, or needs no answer.
std::vector<Step> next_steps(const Course& course, std::uint64_t number);

/// Code::duplicate, Code::refused as above; Code::not_found for a feedback that is not there.
Status check_answered(const Answered& answer, const Course& course);

}  // namespace motcua::feedback
