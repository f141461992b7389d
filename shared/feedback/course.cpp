#include "shared/feedback/course.h"

#include <algorithm>
#include <string>

#include "shared/feedback/feedback.h"
#include "shared/record/state.h"

namespace motcua::feedback {
namespace {

const Said* find(const Course& course, std::uint64_t number) {
  const auto found = std::find_if(course.said.begin(), course.said.end(),
                                  [&](const Said& each) { return each.number == number; });
  return found == course.said.end() ? nullptr : &*found;
}

bool withdrawal_open(const Course& course) {
  return std::any_of(course.said.begin(), course.said.end(), [&](const Said& each) {
    return each.kind == Kind::withdrawal && !reached(course, each.number);
  });
}

Status check_kind(const Said& said, const Course& course) {
  switch (said.kind) {
    case Kind::complaint:
    case Kind::suggestion: return {};
    case Kind::addition:
      if (waits_for_addition(course, said.about)) return {};
      return fail(Code::refused, "the unit has not asked for an addition to this",
                  "send a complaint or a suggestion of its own");
    case Kind::withdrawal:
      if (!record::may_follow(course.status, record::withdrawn)) {
        return fail(Code::refused, "a dossier in this state cannot be withdrawn");
      }
      if (!withdrawal_open(course)) return {};
      return fail(Code::refused, "a wish to withdraw this dossier waits for its answer");
    case Kind::vote:
      if (record::ended(course.status)) return {};
      return fail(Code::refused, "a vote is possible once the dossier has ended");
  }
  return {};
}

}  // namespace

std::optional<Step> reached(const Course& course, std::uint64_t number) {
  std::optional<Step> last;
  for (const Answered& each : course.answers) {
    if (each.feedback == number) last = each.step;
  }
  return last;
}

bool waits_for_addition(const Course& course, std::uint64_t number) {
  if (reached(course, number) != Step::more_wanted) return false;
  const auto wanted =
      std::count_if(course.answers.begin(), course.answers.end(), [&](const Answered& each) {
        return each.feedback == number && each.step == Step::more_wanted;
      });
  const auto added = std::count_if(course.said.begin(), course.said.end(), [&](const Said& each) {
    return each.kind == Kind::addition && each.about == number;
  });
  return added < wanted;
}

Status check_said(const Said& said, const Course& course) {
  const std::uint64_t last = course.said.empty() ? 0 : course.said.back().number;
  if (said.number <= last) {
    return fail(Code::duplicate, "a feedback with this number is there already",
                "load what was said about the dossier, then send it with the next number");
  }
  if (said.number > most) return fail(Code::refused, "too much was said about this dossier");
  if (said.number != last + 1) {
    return fail(Code::refused, "a feedback before this one is missing");
  }
  return check_kind(said, course);
}

std::vector<Step> next_steps(const Course& course, std::uint64_t number) {
  const Said* said = find(course, number);
  if (said == nullptr) return {};
  const auto last = reached(course, number);
  if (said->kind == Kind::withdrawal) {
    // Granting it is an event of the dossier, not an answer.
    if (last || course.status == record::withdrawn) return {};
    return {Step::refused};
  }
  if (said->kind != Kind::complaint && said->kind != Kind::suggestion) return {};
  if (!last) return {Step::forwarded, Step::refused, Step::more_wanted, Step::resolved};
  switch (*last) {
    case Step::forwarded: return {Step::more_wanted, Step::resolved};
    case Step::more_wanted:
      if (waits_for_addition(course, number)) return {Step::resolved};
      return {Step::more_wanted, Step::resolved};
    case Step::resolved: return {Step::published};
    case Step::refused:
    case Step::published: return {};
  }
  return {};
}

Status check_answered(const Answered& answer, const Course& course) {
  const Said* said = find(course, answer.feedback);
  if (said == nullptr) {
    return fail(Code::not_found, "the dossier has no feedback with this number");
  }
  std::uint64_t last = 0;
  for (const Answered& each : course.answers) {
    if (each.feedback == answer.feedback) last = each.sequence;
  }
  if (answer.sequence <= last) {
    return fail(Code::duplicate, "an answer with this sequence number is there already",
                "load the answers again, then decide anew");
  }
  if (answer.sequence != last + 1) {
    return fail(Code::refused, "an answer before this one is missing", "load the answers again");
  }
  const auto allowed = next_steps(course, answer.feedback);
  if (std::find(allowed.begin(), allowed.end(), answer.step) != allowed.end()) return {};
  const auto before = reached(course, answer.feedback);
  return fail(Code::refused,
              "\"" + std::string(step_name(answer.step)) + "\" may not follow \"" +
                  std::string(before ? step_name(*before) : kind_name(said->kind)) + "\"",
              allowed.empty() ? "this is closed, or takes no answer" : "choose another step");
}

}  // namespace motcua::feedback
