#pragma once
// Whether a dossier was handled in time, as the national index of public services counts it
// (docs/deadlines.md).

#include "shared/deadline/deadline.h"

namespace motcua::deadline {

/// A status of the national list (1..10) and when the dossier got it.
struct Change {
  int status = 0;
  Moment at = 0;
};

/// What the agency promised on its receipt slip, "NgayHenTra". It goes before the limit.
struct Appointment {
  Moment due = 0;
  Moment given = 0;  // pauses before it are in `due` already
};

struct LatenessRules {
  bool stopped_ends = true;  // status 8 ends it; otherwise the clock stands still
  int most_requests = 1;     // more requests for papers than this count as late
};

struct Lateness {
  enum class Outcome : std::uint8_t {
    not_started,  // never received
    refused,      // refused before it was received: it does not count
    running,      // not ended, not late
    paused,       // waits for the applicant, not late
    early,        // ended on a working day before the one on which it was due
    on_time,
    late,
  } outcome = Outcome::not_started;
  /// What it rests on, in this order.
  enum class Reason : std::uint8_t {
    done,              // ended when the result was there (9)
    returned,          // ended when the result was handed over (10)
    stopped,           // ended when it was stopped (8)
    refused,           // ended when it was refused (3)
    withdrawn,         // ended when the applicant took it back (7)
    waiting,           // compared at the moment when the clock stopped
    unfinished,        // compared now
    appointed,         // compared with the appointment
    waiting_left_out,  // pauses were not counted
    appointed_later,   // pauses since it was given moved the appointment
    many_requests,     // papers were asked for too often
    after_due,
  };
  std::vector<Reason> reasons;
  std::optional<Moment> received;
  Moment compared = 0;  // when it ended, or what `reasons` says; 0 when it never started
  std::optional<Moment> appointed;  // as it was given
  /// What it is compared with: the appointment, later by as long as the clock has stood still since
  /// it was given, else `deadline.due`. Nothing while the clock stands still.
  std::optional<Moment> due;
  /// From `due` to the moment compared, or the other way round: working days and working seconds.
  /// 0 without `due`.
  int days = 0;
  Moment seconds = 0;
  int requests = 0;   // for papers
  Deadline deadline;  // by the limit, whatever was promised; empty without one
};

inline constexpr std::size_t max_history = 1000;

/// `history` from the oldest on; no limit where the procedure names none. Errors: invalid (an
/// unknown status, times that go back or are out of bounds, neither limit nor appointment),
/// too_large.
Result<Lateness> lateness(const Timetable& timetable, const std::optional<Limit>& limit,
                          const std::vector<Change>& history, Moment now,
                          const std::optional<Appointment>& appointment = {},
                          const LatenessRules& rules = {});

/// "on-time", "many-requests".
std::string_view outcome_name(Lateness::Outcome outcome);
std::string_view reason_name(Lateness::Reason reason);

}  // namespace motcua::deadline
