#include "shared/deadline/lateness.h"

#include "tests/unit/deadline/country.h"

using namespace deadline_test;

namespace {

using History = std::vector<std::pair<int, const char*>>;

Lateness judge(const History& history, const char* now = "2026-08-20 09:00",
               Limit limit = working_days(5), const LatenessRules& rules = {},
               const std::optional<Appointment>& appointment = {}) {
  const Country country;
  std::vector<Change> changes;
  for (const auto& [status, time] : history) changes.push_back({status, at(time)});
  auto found = lateness(Timetable(country.calendar, country.office), limit, changes, at(now),
                        appointment, rules);
  REQUIRE(found);
  return std::move(found).value();
}

/// "late: done after-due"
std::string told(const Lateness& found) {
  std::string all = std::string(outcome_name(found.outcome)) + ":";
  for (const auto reason : found.reasons) all += " " + std::string(reason_name(reason));
  return all;
}

// Received Mon 10/8/2026, five working days: due Mon 17/8 17:00.
const History received = {{1, "2026-08-09 20:00"}, {2, "2026-08-10 09:00"}};

History then(History more) {
  History all = received;
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("what was never received has no time", "[deadline]") {
  CHECK(told(judge({})) == "not-started:");
  CHECK(told(judge({{1, "2026-08-09 20:00"}})) == "not-started:");
  CHECK(told(judge({{1, "2026-08-09 20:00"}, {3, "2026-08-10 08:00"}})) == "refused:");
  CHECK_FALSE(judge({}).received);
}

TEST_CASE("the end is the result, else its return, else what stopped it", "[deadline]") {
  Lateness found = judge(then({{4, "2026-08-10 10:00"}, {9, "2026-08-13 16:00"}}));
  CHECK(told(found) == "early: done");
  CHECK(text_of(found.deadline) == "2026-08-17 17:00");
  CHECK(found.days == 2);
  CHECK(found.seconds == (60 + 450 + 450) * 60);
  // Handed over late, but the result was there in time.
  found = judge(then({{9, "2026-08-17 16:59"}, {10, "2026-08-25 09:00"}}));
  CHECK(told(found) == "on-time: done");
  CHECK(found.compared == at("2026-08-17 16:59"));
  CHECK(told(judge(then({{10, "2026-08-17 17:00"}}))) == "on-time: returned");
  CHECK(told(judge(then({{10, "2026-08-17 17:01"}}))) == "late: returned after-due");
  CHECK(told(judge(then({{8, "2026-08-12 10:00"}}))) == "early: stopped");
  CHECK(told(judge(then({{7, "2026-08-12 10:00"}}))) == "early: withdrawn");
  CHECK(told(judge(then({{3, "2026-08-18 10:00"}}))) == "late: refused after-due");
}

TEST_CASE("how late, in working time", "[deadline]") {
  const Lateness found = judge(then({{9, "2026-08-19 10:00"}}));
  CHECK(told(found) == "late: done after-due");
  CHECK(found.days == 2);
  CHECK(found.seconds == (450 + 150) * 60);
  const Lateness same_day = judge(then({{9, "2026-08-17 20:00"}}));
  CHECK(told(same_day) == "late: done after-due");
  CHECK(same_day.days == 0);
  CHECK(same_day.seconds == 0);
  const Lateness hours =
      judge(then({{9, "2026-08-10 15:00"}}), "2026-08-20 09:00", {4, Unit::hours, {}});
  CHECK(text_of(hours.deadline) == "2026-08-10 15:00");
  CHECK(told(hours) == "on-time: done");
}

TEST_CASE("what is not finished is compared with now", "[deadline]") {
  CHECK(told(judge(received, "2026-08-17 17:00")) == "running: unfinished");
  CHECK(told(judge(received, "2026-08-17 17:01")) == "late: unfinished after-due");
  CHECK(judge(received, "2026-08-14 09:00").days == 1);
  // A clock that is behind.
  CHECK(told(judge(received, "2026-08-01 09:00")) == "running: unfinished");
}

TEST_CASE("the wait for papers is left out, a second request is late", "[deadline]") {
  const History once = then({{5, "2026-08-12 10:00"}, {2, "2026-08-14 10:00"}});
  Lateness found = judge(once, "2026-08-19 09:00");
  CHECK(told(found) == "running: unfinished waiting-left-out");
  CHECK(text_of(found.deadline) == "2026-08-19 17:00");
  CHECK(found.requests == 1);
  History twice = once;
  twice.push_back({5, "2026-08-17 10:00"});
  CHECK(told(judge(twice)) == "late: waiting waiting-left-out many-requests");
  twice.push_back({4, "2026-08-17 11:00"});
  twice.push_back({9, "2026-08-17 12:00"});
  CHECK(told(judge(twice)) == "late: done waiting-left-out many-requests");
  CHECK(told(judge(twice, "2026-08-20 09:00", working_days(5), {true, 2})) ==
        "early: done waiting-left-out");
  // Papers, then money, without a step between: one wait.
  found = judge(then({{5, "2026-08-11 10:00"}, {6, "2026-08-12 10:00"}, {4, "2026-08-13 10:00"}}),
                "2026-08-13 11:00");
  CHECK(text_of(found.deadline) == "2026-08-19 17:00");
}

TEST_CASE("while it waits it is compared when the clock stopped", "[deadline]") {
  const Lateness waits = judge(then({{5, "2026-08-12 10:00"}}), "2026-12-31 09:00");
  CHECK(told(waits) == "paused: waiting waiting-left-out");
  CHECK_FALSE(waits.deadline.due);
  CHECK(waits.compared == at("2026-08-12 10:00"));
  CHECK(told(judge(then({{5, "2026-08-18 10:00"}}))) == "late: waiting waiting-left-out after-due");
  CHECK(told(judge(then({{6, "2026-08-12 10:00"}}))) == "paused: waiting waiting-left-out");
  CHECK(told(judge(then({{8, "2026-08-12 10:00"}}), "2026-08-20 09:00", working_days(5),
                   {false, 1})) == "paused: waiting waiting-left-out");
  // Withdrawn while it waited.
  CHECK(told(judge(then({{5, "2026-08-12 10:00"}, {7, "2026-09-12 10:00"}}))) ==
        "early: withdrawn waiting-left-out");
}

namespace {

/// The same dossier with an appointment for `due`.
Lateness promised(const char* due, const History& history, const char* now = "2026-08-20 09:00",
                  const char* given = "2026-08-10 09:00") {
  return judge(history, now, working_days(5), {}, Appointment{at(due), at(given)});
}

std::string due_of(const Lateness& found) { return found.due ? text_of(*found.due) : "-"; }

}  // namespace

TEST_CASE("an appointment goes before the procedure's time", "[deadline]") {
  // Sooner than the procedure says: Mon 17/8.
  Lateness found = promised("2026-08-13 17:00", then({{9, "2026-08-13 17:00"}}));
  CHECK(told(found) == "on-time: done appointed");
  CHECK(due_of(found) == "2026-08-13 17:00");
  CHECK(text_of(found.deadline) == "2026-08-17 17:00");
  found = promised("2026-08-13 17:00", then({{9, "2026-08-14 10:00"}}));
  CHECK(told(found) == "late: done appointed after-due");
  CHECK(found.days == 1);
  CHECK(found.seconds == 150 * 60);
  // Later than it says.
  found = promised("2026-08-19 17:00", then({{9, "2026-08-19 17:00"}}));
  CHECK(told(found) == "on-time: done appointed");
  CHECK(told(promised("2026-08-19 17:00", then({{9, "2026-08-18 10:00"}}))) ==
        "early: done appointed");
  CHECK(told(promised("2026-08-19 17:00", then({{10, "2026-08-19 17:01"}}))) ==
        "late: returned appointed after-due");
  CHECK(told(promised("2026-08-19 17:00", received, "2026-08-19 17:00")) ==
        "running: unfinished appointed");
  CHECK(told(promised("2026-08-19 17:00", received, "2026-08-19 17:01")) ==
        "late: unfinished appointed after-due");
}

TEST_CASE("the wait for papers moves the appointment by its own length", "[deadline]") {
  const History once = then({{5, "2026-08-12 10:00"}, {4, "2026-08-13 11:30"}});
  Lateness found = promised("2026-08-14 11:00", once, "2026-08-15 12:30");
  CHECK(told(found) == "running: unfinished appointed waiting-left-out appointed-later");
  CHECK(due_of(found) == "2026-08-15 12:30");
  CHECK(found.appointed == at("2026-08-14 11:00"));
  CHECK(told(promised("2026-08-14 11:00", once, "2026-08-15 12:31")) ==
        "late: unfinished appointed waiting-left-out appointed-later after-due");
  // Given after the wait, or in it, it knows of what was before.
  CHECK(told(promised("2026-08-14 11:00", once, "2026-08-14 11:01", "2026-08-13 11:30")) ==
        "late: unfinished appointed after-due");
  CHECK(due_of(promised("2026-08-14 11:00", once, "2026-08-14 11:01", "2026-08-13 11:00")) ==
        "2026-08-14 11:30");
  // A wait that began when it was over does not mend it, at that very moment it does.
  CHECK(due_of(promised("2026-08-12 09:59", once)) == "2026-08-12 09:59");
  CHECK(due_of(promised("2026-08-12 10:00", once)) == "2026-08-13 11:30");
  // Still waiting: nothing is due, and it was in time when the clock stopped, or was not.
  const History waits = then({{5, "2026-08-12 10:00"}});
  found = promised("2026-08-12 10:00", waits);
  CHECK(told(found) == "paused: waiting appointed waiting-left-out");
  CHECK(due_of(found) == "-");
  CHECK(told(promised("2026-08-12 09:59", waits)) == "late: waiting appointed after-due");
  // Too often is late for itself.
  History twice = once;
  twice.push_back({5, "2026-08-13 12:00"});
  twice.push_back({9, "2026-08-13 13:00"});
  CHECK(told(promised("2026-08-30 17:00", twice)) ==
        "late: done appointed waiting-left-out appointed-later many-requests");
}

TEST_CASE("an appointment is enough where the procedure names no time", "[deadline]") {
  const Country country;
  const Timetable timetable(country.calendar, country.office);
  const std::vector<Change> history = {{2, at("2026-08-10 09:00")}, {9, at("2026-08-14 10:00")}};
  const auto with = [&](const char* due) {
    return lateness(timetable, std::nullopt, history, 1, Appointment{at(due), 0});
  };
  CHECK(told(with("2026-08-14 10:00").value()) == "on-time: done appointed");
  const auto found = with("2026-08-13 17:00");
  CHECK(told(found.value()) == "late: done appointed after-due");
  CHECK(found->days == 1);
  CHECK_FALSE(found->deadline.due);
  CHECK(found->deadline.working.empty());
  const auto nothing = lateness(timetable, std::nullopt, history, 1);
  CHECK_FALSE(nothing.ok());
}

TEST_CASE("what comes after the end changes nothing", "[deadline]") {
  const Lateness found = judge(then({{9, "2026-08-13 16:00"}, {6, "2026-08-14 09:00"}}));
  CHECK(told(found) == "early: done");
  CHECK(text_of(found.deadline) == "2026-08-17 17:00");
}

TEST_CASE("a history that cannot be is refused", "[deadline]") {
  const Country country;
  const Timetable timetable(country.calendar, country.office);
  const auto code = [&](const std::vector<Change>& history, Moment now = 1) {
    const auto found = lateness(timetable, working_days(1), history, now);
    return found ? Code::other : found.error().code;
  };
  CHECK(code({{0, 5}}) == Code::invalid);
  CHECK(code({{11, 5}}) == Code::invalid);
  CHECK(code({{1, 5}, {2, 4}}) == Code::invalid);
  CHECK(code({{1, -5}}) == Code::invalid);
  CHECK(code({{1, 5}}, -1) == Code::invalid);
  CHECK(code(std::vector<Change>(1001, Change{1, 5})) == Code::too_large);
  const auto with = [&](Appointment appointment, const std::vector<Change>& history) {
    const auto found = lateness(timetable, working_days(1), history, 1, std::optional(appointment));
    return found ? Code::other : found.error().code;
  };
  const Moment most = moment_at(last_day, 0);
  CHECK(with({-1, 0}, {{2, 5}}) == Code::invalid);
  CHECK(with({most + 1, 0}, {{2, 5}}) == Code::invalid);
  CHECK(with({9, -1}, {{2, 5}}) == Code::invalid);
  CHECK(with({most, 0}, {{2, 5}}) == Code::other);
  CHECK(with({most, 0}, {{2, 5}, {5, 9}, {4, 10}}) == Code::too_large);
}
