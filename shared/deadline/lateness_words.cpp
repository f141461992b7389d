#include "shared/deadline/lateness_words.h"

#include <algorithm>

#include "shared/deadline/sentences.h"

namespace motcua::deadline {
namespace {

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
    case Reason::appointed: return "deadline.reason_appointed";
    case Reason::waiting_left_out: return "deadline.reason_waiting_left_out";
    case Reason::appointed_later: return "deadline.reason_appointed_later";
    case Reason::many_requests: return "deadline.reason_many_requests";
    case Reason::after_due: break;
  }
  return "deadline.reason_after_due";
}

std::string said(const text::Words& words, const std::optional<Moment>& moment) {
  return moment ? moment_words(words, *moment) : std::string();
}

}  // namespace

std::string outcome_sentence(const text::Words& words, const Lateness& found) {
  const auto& reasons = found.reasons;
  const bool after = std::find(reasons.begin(), reasons.end(), Reason::after_due) != reasons.end();
  if (found.outcome == Outcome::late && !after)
    return std::string(words("deadline.outcome_counted_late"));
  if (after && found.days == 0 && found.seconds < 60)
    return std::string(words("deadline.outcome_late_closed"));
  const std::string by = found.days > 0 ? words.count("deadline.working_days", found.days)
                                        : time_words(words, found.seconds);
  return words(key_of(found.outcome), {{"by", by}});
}

std::vector<std::string> reason_sentences(const text::Words& words, const Lateness& found) {
  const std::string at = moment_words(words, found.compared);
  const std::string appointed = said(words, found.appointed), due = said(words, found.due);
  const std::string requests = words.number(found.requests);
  std::vector<std::string> list;
  list.reserve(found.reasons.size());
  for (const auto reason : found.reasons)
    list.push_back(words(key_of(reason),
                         {{"at", at}, {"appointed", appointed}, {"due", due}, {"n", requests}}));
  return list;
}

}  // namespace motcua::deadline
