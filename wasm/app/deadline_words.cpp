#include "wasm/app/deadline_words.h"

#include "shared/deadline/sentences.h"

namespace motcua::app {
namespace {

using deadline::Lateness;
using Outcome = Lateness::Outcome;
using Reason = Lateness::Reason;

std::string_view key_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::not_started: return "deadline.outcome_not_started";
    case Outcome::refused: return "deadline.outcome_refused";
    case Outcome::running: return "deadline.outcome_running";
    case Outcome::paused: return "deadline.outcome_paused";
    case Outcome::early: return "deadline.outcome_early";
    case Outcome::on_time: return "deadline.outcome_on_time";
    case Outcome::late: break;
  }
  return "deadline.outcome_late";
}

std::string_view key_of(Reason reason) {
  switch (reason) {
    case Reason::done: return "deadline.reason_done";
    case Reason::returned: return "deadline.reason_returned";
    case Reason::stopped: return "deadline.reason_stopped";
    case Reason::refused: return "deadline.reason_refused";
    case Reason::withdrawn: return "deadline.reason_withdrawn";
    case Reason::waiting: return "deadline.reason_waiting";
    case Reason::unfinished: return "deadline.reason_unfinished";
    case Reason::waiting_left_out: return "deadline.reason_waiting_left_out";
    case Reason::many_requests: return "deadline.reason_many_requests";
    case Reason::after_due: break;
  }
  return "deadline.reason_after_due";
}

bool rests_on(const Lateness& found, Reason reason) {
  for (const auto each : found.reasons)
    if (each == reason) return true;
  return false;
}

std::string outcome_words(const Words& words, const Lateness& found) {
  if (found.outcome == Outcome::late && !rests_on(found, Reason::after_due))
    return std::string(words("deadline.outcome_counted_late"));
  const std::string by = found.days > 0 ? words.count("deadline.working_days", found.days)
                                        : deadline::time_words(words, found.seconds);
  return words(key_of(found.outcome), {{"by", by}});
}

}  // namespace

DeadlineWords deadline_words(const Words& words, std::string_view language, const Lateness& found) {
  DeadlineWords out;
  out.outcome = outcome_words(words, found);
  const std::string at = deadline::moment_words(words, found.compared);
  const std::string requests = words.number(found.requests);
  for (const auto reason : found.reasons)
    out.reasons.push_back(words(key_of(reason), {{"at", at}, {"n", requests}}));
  if (!found.received) return out;
  if (found.deadline.due) out.due = deadline::moment_words(words, *found.deadline.due);
  out.may_change = found.deadline.may_change;
  out.steps = deadline::sentences({words, language}, found.deadline.working);
  return out;
}

}  // namespace motcua::app
