#include "shared/deadline/lateness.h"

#include <algorithm>

#include "shared/deadline/pauses.h"

namespace motcua::deadline {
namespace {

using Outcome = Lateness::Outcome;
using Reason = Lateness::Reason;

// The national statuses by their numbers.
constexpr int received = 2, refused = 3, supplement_wanted = 5, payment_wanted = 6, withdrawn = 7,
              stopped = 8, done = 9, returned = 10;

const Moment most = moment_at(last_day, 0);

bool within(Moment moment) { return moment >= 0 && moment <= most; }

Status check(const std::vector<Change>& history, Moment now,
             const std::optional<Appointment>& appointment) {
  if (history.size() > max_history) return fail(Code::too_large, "the history is too long");
  Moment before = 0;
  for (const Change& each : history) {
    if (each.status < 1 || each.status > 10) return fail(Code::invalid, "there is no such status");
    if (each.at < before || each.at > most) {
      return fail(Code::invalid, "the history goes back in time, or out of bounds");
    }
    before = each.at;
  }
  if (!within(now)) return fail(Code::invalid, "the time of the comparison is out of bounds");
  if (appointment && (!within(appointment->due) || !within(appointment->given)))
    return fail(Code::invalid, "the time of the appointment is out of bounds");
  return {};
}

const Change* first_of(const std::vector<Change>& history, int status) {
  const auto found = std::find_if(history.begin(), history.end(),
                                  [&](const Change& each) { return each.status == status; });
  return found == history.end() ? nullptr : &*found;
}

struct End {
  const Change* change = nullptr;
  Reason reason = Reason::unfinished;
};

End end_of(const std::vector<Change>& history, const LatenessRules& rules) {
  if (const Change* change = first_of(history, done)) return {change, Reason::done};
  if (const Change* change = first_of(history, returned)) return {change, Reason::returned};
  const Change& last = history.back();
  if (last.status == stopped && rules.stopped_ends) return {&last, Reason::stopped};
  if (const Change* change = first_of(history, refused)) return {change, Reason::refused};
  if (const Change* change = first_of(history, withdrawn)) return {change, Reason::withdrawn};
  return {};
}

std::optional<Why> why_paused(int status) {
  if (status == supplement_wanted) return Why::supplement;
  if (status == payment_wanted) return Why::payment;
  if (status == stopped) return Why::stopped;
  return std::nullopt;
}

/// From each status that stops the clock to whatever came next, as long as it has not ended.
std::vector<Pause> pauses_of(const std::vector<Change>& history, const Change* end) {
  std::vector<Pause> pauses;
  for (std::size_t i = 0; i < history.size(); ++i) {
    if (&history[i] == end) break;
    const auto why = why_paused(history[i].status);
    if (!why) continue;
    Pause pause{history[i].at, std::nullopt, *why};
    if (i + 1 < history.size()) pause.to = history[i + 1].at;
    pauses.push_back(pause);
  }
  return pauses;
}

/// Each pause that begins by then moves it by its own length; nothing while one is open.
std::optional<Moment> moved(const Appointment& appointment, Moment start,
                            const std::vector<Pause>& pauses) {
  Moment due = appointment.due;
  const Pauses after(pauses, std::max(appointment.given, start));
  for (const auto& pause : after.all()) {
    if (pause.from > due) break;
    if (pause.open()) return std::nullopt;
    due += pause.to - pause.from;
  }
  return due;
}

}  // namespace

Result<Lateness> lateness(const Timetable& timetable, const std::optional<Limit>& limit,
                          const std::vector<Change>& history, Moment now,
                          const std::optional<Appointment>& appointment,
                          const LatenessRules& rules) {
  if (auto status = check(history, now, appointment); !status) return status.error();
  if (!limit && !appointment)
    return fail(Code::invalid, "there is neither a limit nor an appointment");
  Lateness out;
  const Change* start = first_of(history, received);
  if (start == nullptr) {
    if (first_of(history, refused)) out.outcome = Outcome::refused;
    return out;
  }
  out.received = start->at;
  const End end = end_of(history, rules);
  const std::vector<Pause> pauses = pauses_of(history, end.change);
  out.requests =
      static_cast<int>(std::count_if(history.begin(), history.end(), [](const Change& each) {
        return each.status == supplement_wanted;
      }));

  if (limit) {
    auto computed = deadline(timetable, {start->at, *limit, pauses});
    if (!computed) return computed.error();
    out.deadline = std::move(*computed);
  }

  const bool waiting = !end.change && !pauses.empty() && !pauses.back().to;
  out.compared = end.change ? end.change->at
                 : waiting  ? pauses.back().from
                            : std::max(now, history.back().at);
  out.reasons.push_back(waiting ? Reason::waiting : end.reason);

  out.due = out.deadline.due;
  bool left_out = !pauses.empty();
  if (appointment) {
    out.appointed = appointment->due;
    out.due = moved(*appointment, start->at, pauses);
    left_out = out.due != appointment->due;
    out.reasons.push_back(Reason::appointed);
  }
  if (left_out) out.reasons.push_back(Reason::waiting_left_out);
  if (appointment && left_out && out.due) out.reasons.push_back(Reason::appointed_later);

  const auto& due = out.due;
  if (due && !within(*due)) {
    return fail(Code::too_large, "the appointment would lie after the year 2200",
                "look at the appointment and the pauses");
  }
  const bool after = due && out.compared > *due;
  if (due) {
    const Moment first = std::min(*due, out.compared), last = std::max(*due, out.compared);
    out.days = timetable.working_days(day_of(first), day_of(last));
    out.seconds = timetable.working_seconds(first, last);
  }
  const bool often = out.requests > rules.most_requests;
  if (often) out.reasons.push_back(Reason::many_requests);
  if (after) out.reasons.push_back(Reason::after_due);
  out.outcome = after || often ? Outcome::late
                : waiting      ? Outcome::paused
                : !end.change  ? Outcome::running
                : out.days > 0 ? Outcome::early
                               : Outcome::on_time;
  return out;
}

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::not_started: return "not-started";
    case Outcome::refused: return "refused";
    case Outcome::running: return "running";
    case Outcome::paused: return "paused";
    case Outcome::early: return "early";
    case Outcome::on_time: return "on-time";
    case Outcome::late: return "late";
  }
  return {};
}

std::string_view reason_name(Reason reason) {
  switch (reason) {
    case Reason::done: return "done";
    case Reason::returned: return "returned";
    case Reason::stopped: return "stopped";
    case Reason::refused: return "refused";
    case Reason::withdrawn: return "withdrawn";
    case Reason::waiting: return "waiting";
    case Reason::unfinished: return "unfinished";
    case Reason::appointed: return "appointed";
    case Reason::waiting_left_out: return "waiting-left-out";
    case Reason::appointed_later: return "appointed-later";
    case Reason::many_requests: return "many-requests";
    case Reason::after_due: return "after-due";
  }
  return {};
}

}  // namespace motcua::deadline
