#include "tests/unit/deadline/slow_country.h"

#include <array>

namespace deadline_test {
namespace {

struct Date {
  int year, month, day, weekday;  // 0 = Monday
};

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int length(int year, int month) {
  if (month == 2) return leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Every day from 1970 on, one after the other.
const std::vector<Date>& table() {
  static const std::vector<Date> days = [] {
    std::vector<Date> all;
    Date at{1970, 1, 1, 3};
    while (at.year < 2060) {
      all.push_back(at);
      at.weekday = at.weekday == 6 ? 0 : at.weekday + 1;
      if (++at.day > length(at.year, at.month)) {
        at.day = 1;
        if (++at.month == 13) {
          at.month = 1;
          ++at.year;
        }
      }
    }
    return all;
  }();
  return days;
}

const Date& date(Day day) { return table().at(static_cast<std::size_t>(day)); }

Day day_named(int year, int month, int of_month) {
  for (std::size_t i = static_cast<std::size_t>(year - 1970) * 365; i < table().size(); ++i) {
    const Date& each = table()[i];
    if (each.year == year && each.month == month && each.day == of_month)
      return static_cast<Day>(i);
  }
  return -1;
}

std::string text(Day day) {
  const Date& at = date(day);
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(at.year) + "-" + two(at.month) + "-" + two(at.day);
}

std::string clock(int minutes) {
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

std::string hours_text(const Session& hours) {
  return clock(hours.opens) + "-" + clock(hours.closes);
}

const Json trial{{"vi", "Thử"}, {"en", "Trial"}};
const Json source{{"text", "Thử"}, {"date", "2026-01-01"}};

/// Takes the days when nobody has them yet.
bool take(std::set<Day>& taken, Day first, Day last) {
  for (Day day = first; day <= last; ++day) {
    if (taken.count(day) != 0) return false;
  }
  for (Day day = first; day <= last; ++day) taken.insert(day);
  return true;
}

}  // namespace

Facts random_facts(std::mt19937& chance) {
  const auto up_to = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
  Facts facts;
  std::set<Day> taken, own;
  for (int year = 2026; year <= 2030; ++year) {
    if (up_to(5) == 0) continue;
    const std::size_t before = facts.holidays.size();
    const Day first = day_named(year, 1, 1);
    const int days = leap(year) ? 366 : 365;
    for (int i = up_to(9); i >= 0; --i) {
      // More often than not at the ends of the year, where neighbours meet.
      const int at = up_to(3) == 0 ? up_to(days) : up_to(2) == 0 ? up_to(45) : days - 1 - up_to(40);
      const int last = std::min(days - 1, at + (up_to(3) == 0 ? up_to(9) : 0));
      if (take(taken, first + at, first + last)) {
        facts.holidays.push_back({first + at, first + last, up_to(6) != 0});
      }
    }
    if (facts.holidays.size() == before) continue;
    facts.years[year] = up_to(2) == 0;
    for (int i = up_to(4); i > 0; --i) {
      const Day off = first + up_to(days);
      const Day work = off + up_to(41) - 20;
      if (date(off).weekday >= 5 || date(work).weekday < 5 || date(work).year < 2026) continue;
      if (!take(taken, off, off)) continue;
      if (take(taken, work, work)) {
        facts.swaps.push_back({off, work});
      } else {
        taken.erase(off);
      }
    }
  }
  if (facts.years.empty()) {
    facts.years[2026] = false;
    facts.holidays.assign(1, {day_named(2026, 1, 1), day_named(2026, 1, 1), true});
  }
  for (int i = 0; i < 7; ++i) {
    const int kind = i < 5 ? up_to(8) : up_to(3) + 5;
    if (kind <= 4) facts.week[i] = {{450, 690}, {810, 1020}};
    if (kind == 5) facts.week[i] = {{450, 690}};
    if (kind == 6) facts.week[i] = {{0, 1}, {600, 1439}};
    facts.reception_only[i] = !facts.week[i].empty() && up_to(6) == 0;
  }
  facts.week[2] = {{480, 720}, {780, 1050}};
  facts.reception_only[2] = false;
  const Day start = day_named(2026, 1, 1);
  for (int i = up_to(6); i > 0; --i) {
    const Day first = start + up_to(1700);
    const Day last = first + up_to(12);
    if (take(own, first, last)) facts.closed.push_back({first, last});
  }
  for (int i = up_to(6); i > 0; --i) {
    const Day day = start + up_to(1700);
    const int opens = up_to(1000);
    if (take(own, day, day)) facts.open.push_back({day, {opens, opens + 1 + up_to(400)}});
  }
  if (up_to(3) == 0) facts.cut_off = up_to(1440);
  facts.clock_time = up_to(2) == 0;
  return facts;
}

Json calendar_of(const Facts& facts) {
  Json years = Json::array();
  for (const auto& [number, computed] : facts.years) {
    Json off = Json::array(), swaps = Json::array();
    for (const auto& each : facts.holidays) {
      if (date(each.first).year != number) continue;
      Json one{{"date", text(each.first)}, {"name", trial}, {"in_force", each.in_force}};
      if (each.last > each.first) one["until"] = text(each.last);
      off.push_back(one);
    }
    for (const auto& each : facts.swaps) {
      if (date(each.off).year != number) continue;
      swaps.push_back({{"off", text(each.off)}, {"work", text(each.work)}, {"name", trial}});
    }
    if (off.empty()) continue;
    years.push_back({{"year", number},
                     {"state", computed ? "computed" : "published"},
                     {"source", source},
                     {"days_off", off},
                     {"swaps", swaps}});
  }
  return {{"format", "motcua.calendar/1"}, {"version", "2026-01-01"}, {"years", years}};
}

Json office_of(const Facts& facts) {
  constexpr const char* names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                   "friday", "saturday", "sunday"};
  Json week = Json::object(), reception = Json::array(), closed = Json::array(),
       open = Json::array();
  for (int i = 0; i < 7; ++i) {
    for (const Session& each : facts.week[i]) week[names[i]].push_back(hours_text(each));
    if (facts.reception_only[i]) reception.push_back(names[i]);
  }
  for (const auto& each : facts.closed) {
    Json one{{"date", text(each.first)}, {"name", trial}, {"source", source}};
    if (each.last > each.first) one["until"] = text(each.last);
    closed.push_back(one);
  }
  for (const auto& [day, hours] : facts.open) {
    open.push_back({{"date", text(day)},
                    {"hours", Json::array({hours_text(hours)})},
                    {"name", trial},
                    {"source", source}});
  }
  Json office{{"format", "motcua.office/1"},
              {"name", trial},
              {"source", source},
              {"week", week},
              {"due_at", facts.clock_time ? "clock-time" : "end-of-day"}};
  if (!reception.empty()) office["reception_only"] = reception;
  if (!closed.empty()) office["closed"] = closed;
  if (!open.empty()) office["open"] = open;
  if (facts.cut_off) office["cut_off"] = clock(*facts.cut_off);
  return office;
}

SlowCountry::SlowCountry(const Facts& facts) : facts_(facts) {
  // In computed years each holiday on a weekend asks for the next day that is still free.
  for (Day day = day_named(2026, 1, 1); day < day_named(2031, 1, 1); ++day) {
    const auto year = facts.years.find(date(day).year);
    if (year == facts.years.end() || !year->second) continue;
    if (!holiday(day) || date(day).weekday < 5) continue;
    for (Day next = day + 1;; ++next) {
      bool swapped = false;
      for (const auto& each : facts.swaps) swapped = swapped || each.off == next;
      if (date(next).weekday >= 5 || holiday(next) || swapped || moved_.count(next) != 0) continue;
      moved_.insert(next);
      break;
    }
  }
}

bool SlowCountry::holiday(Day day) const {
  for (const auto& each : facts_.holidays) {
    if (each.in_force && each.first <= day && day <= each.last) return true;
  }
  return false;
}

std::vector<Session> SlowCountry::hours(Day day) const {
  for (const auto& [own, session] : facts_.open) {
    if (own == day) return {session};
  }
  for (const auto& each : facts_.closed) {
    if (each.first <= day && day <= each.last) return {};
  }
  if (holiday(day) || moved_.count(day) != 0) return {};
  for (const auto& each : facts_.swaps) {
    if (each.off == day) return {};
    if (each.work != day) continue;
    const auto& stood_for = facts_.week[date(each.off).weekday];
    if (!stood_for.empty()) return stood_for;
    for (int i = 0; i < 7; ++i) {
      if (!facts_.week[i].empty() && !facts_.reception_only[i]) return facts_.week[i];
    }
  }
  return facts_.week[date(day).weekday];
}

bool SlowCountry::working(Day day) const {
  for (const auto& [own, session] : facts_.open) {
    if (own == day) return true;
  }
  for (const auto& each : facts_.swaps) {
    if (each.work == day) return open(day);
  }
  return open(day) && !facts_.reception_only[date(day).weekday];
}

Moment SlowCountry::counts_from(Moment received) const {
  if (!facts_.cut_off) return received;
  Day day = day_of(received);
  if (open(day) && second_of(received) < *facts_.cut_off * 60) return received;
  while (!open(++day)) {
  }
  return moment_at(day, hours(day)[0].opens * 60);
}

Moment SlowCountry::due_on(Day day, Moment from, bool same_day) const {
  const auto sessions = hours(day);
  Moment due = moment_at(day, sessions[sessions.size() - 1].closes * 60);
  if (same_day || !facts_.clock_time) return due;
  // The first minute at or after the receipt's clock at which the office is open or just closes.
  for (int minute = second_of(from) / 60; minute < 1440; ++minute) {
    for (const Session& each : sessions) {
      if (each.opens <= minute && minute <= each.closes) return moment_at(day, minute * 60);
    }
  }
  return due;
}

std::optional<Moment> SlowCountry::after_hours(const Asked& asked, Moment from) const {
  int left = asked.limit.value * 60;
  Day known = -1;
  std::array<bool, 1440> counts{};
  for (Moment minute = from; minute < from + Moment{400} * 86400; minute += 60) {
    const Day day = day_of(minute);
    if (day != known) {
      known = day;
      counts.fill(false);
      if (working(day)) {
        for (const Session& each : hours(day)) {
          for (int m = each.opens; m < each.closes; ++m) counts[static_cast<std::size_t>(m)] = true;
        }
      }
    }
    if (!counts[static_cast<std::size_t>(second_of(minute) / 60)]) continue;
    bool paused = false;
    for (const Pause& each : asked.pauses) {
      if (each.from <= minute && !each.to) return std::nullopt;
      paused = paused || (each.from <= minute && (!each.to || minute < *each.to));
    }
    if (paused) continue;
    if (--left == 0) return minute + 60;
  }
  return std::nullopt;
}

std::optional<Moment> SlowCountry::due(const Asked& asked) const {
  const Moment from = counts_from(asked.received);
  if (asked.limit.unit == Unit::hours) return after_hours(asked, from);
  const Day start = day_of(from);
  const bool same_day = asked.limit.same_day_before && working(start) &&
                        second_of(from) < *asked.limit.same_day_before * 60 &&
                        from < due_on(start, from, true);
  // A pause that began before the receipt stops nothing until then.
  const auto for_ever = [&](Day day) {
    for (const Pause& each : asked.pauses) {
      if (!each.to && day_of(std::max(each.from, from)) < day) return true;
    }
    return false;
  };
  const auto left_out = [&](Day day) {
    for (const Pause& each : asked.pauses) {
      if (each.to && *each.to <= from) continue;
      const Day first = day_of(std::max(each.from, from));
      if (first < day && (!each.to || day <= day_of(*each.to))) return true;
    }
    return false;
  };
  const auto stands = [&](Moment moment) {
    for (const Pause& each : asked.pauses) {
      if (each.from <= moment && (!each.to || moment < *each.to)) return true;
    }
    return false;
  };
  int wanted = asked.limit.value;
  if (asked.limit.unit == Unit::months || asked.limit.unit == Unit::years) {
    Date end = date(start);
    for (int i = asked.limit.value * (asked.limit.unit == Unit::years ? 12 : 1); i > 0; --i) {
      if (++end.month == 13) {
        end.month = 1;
        ++end.year;
      }
    }
    end.day = std::min(end.day, length(end.year, end.month));
    wanted = day_named(end.year, end.month, end.day) - start;
  }
  if (same_day) wanted = 0;
  int counted = 0;
  for (Day day = start; day < start + 6000 && !for_ever(day); ++day) {
    if (day > start && counted < wanted && !left_out(day) &&
        (asked.limit.unit != Unit::working_days || working(day))) {
      ++counted;
    }
    if (counted < wanted || !working(day) || left_out(day)) continue;
    const Moment due = due_on(day, from, same_day);
    if (!stands(due)) return due;
  }
  return std::nullopt;
}

bool SlowCountry::may_change(const Asked& asked) const {
  const Moment from = counts_from(asked.received);
  std::optional<Moment> until = due(asked);
  if (!until) {
    // Back from the pause that lasts, over those that run into it.
    for (const Pause& each : asked.pauses) {
      if (!each.to && (!until || each.from < *until)) until = each.from;
    }
    for (bool again = true; again;) {
      again = false;
      for (const Pause& each : asked.pauses) {
        if (!each.to || each.from >= *until || *each.to < *until) continue;
        until = each.from;
        again = true;
      }
    }
    until = std::max(*until, from);
  }
  for (Day day = day_of(from); day <= day_of(*until); ++day) {
    const auto year = facts_.years.find(date(day).year);
    if (year == facts_.years.end() || year->second) return true;
  }
  return false;
}

Moment SlowCountry::working_seconds(Moment from, Moment to) const {
  Moment seconds = 0;
  for (Day day = day_of(from); day <= day_of(to); ++day) {
    if (!working(day)) continue;
    for (const Session& each : hours(day)) {
      for (int minute = each.opens; minute < each.closes; ++minute) {
        const Moment at = moment_at(day, minute * 60);
        if (from <= at && at < to) seconds += 60;
      }
    }
  }
  return seconds;
}

Judged SlowCountry::judge(const Case& one) const {
  Judged judged;
  std::optional<Moment> received;
  bool refused = false;
  for (const Change& each : one.history) {
    if (each.status == 2 && !received) received = each.at;
    refused = refused || each.status == 3;
  }
  if (!received) {
    judged.outcome = refused ? "refused" : "not-started";
    return judged;
  }
  // 9 > 10 > 8 > 3 > 7: the first of its kind, but 8 only as the last word.
  const std::size_t none = one.history.size();
  std::size_t end = none;
  std::string why = "unfinished";
  const std::pair<int, const char*> ends[] = {
      {7, "withdrawn"}, {3, "refused"}, {8, "stopped"}, {10, "returned"}, {9, "done"}};
  for (const auto& [status, name] : ends) {
    for (std::size_t i = none; i-- > 0;) {
      if (one.history[i].status != status) continue;
      if (status == 8 && (!one.rules.stopped_ends || i + 1 < none)) continue;
      end = i;
      why = name;
    }
  }
  // Each stretch between two entries stands still or does not.
  std::vector<Pause> waits;
  int requests = 0;
  bool waiting = false;
  for (std::size_t i = 0; i < none; ++i) {
    const int status = one.history[i].status;
    requests += status == 5 ? 1 : 0;
    if (i >= end || (status != 5 && status != 6 && status != 8)) continue;
    Pause wait{one.history[i].at, {}, Why::other};
    if (i + 1 < none) {
      wait.to = one.history[i + 1].at;
    } else {
      waiting = true;
    }
    waits.push_back(wait);
  }
  judged.compared = end < none ? one.history[end].at
                    : waiting  ? one.history[none - 1].at
                               : std::max(one.now, one.history[none - 1].at);
  judged.reasons.insert(waiting ? "waiting" : why);

  bool after = false;
  if (one.appointment) {
    // The formula: what ended, less the time of waiting, is not later than the appointment.
    Moment waited = 0;
    const Moment known = std::max(one.appointment->given, *received);
    for (const Pause& each : waits) {
      const Moment from = std::max(each.from, known);
      const Moment to = std::min(each.to.value_or(judged.compared), judged.compared);
      waited += std::max<Moment>(0, to - from);
    }
    after = judged.compared - waited > one.appointment->due;
    // The appointment itself goes on minute by minute while the clock stands still.
    judged.due = one.appointment->due;
    for (Moment minute = known; judged.due && minute <= *judged.due; minute += 60) {
      for (const Pause& each : waits) {
        if (minute < each.from || (each.to && minute >= *each.to)) continue;
        if (!each.to) {
          judged.due.reset();
        } else {
          *judged.due += 60;
        }
        break;
      }
    }
    judged.reasons.insert("appointed");
    if (judged.due != one.appointment->due) {
      judged.reasons.insert("waiting-left-out");
      if (judged.due) judged.reasons.insert("appointed-later");
    }
  } else {
    judged.due = due({*received, one.limit, waits});
    after = judged.due && judged.compared > *judged.due;
    if (!waits.empty()) judged.reasons.insert("waiting-left-out");
  }
  if (after) judged.reasons.insert("after-due");
  const bool often = requests > one.rules.most_requests;
  if (often) judged.reasons.insert("many-requests");
  if (judged.due) {
    const Moment first = std::min(*judged.due, judged.compared);
    const Moment last = std::max(*judged.due, judged.compared);
    for (Day day = day_of(first) + 1; day <= day_of(last); ++day) judged.days += working(day);
    judged.seconds = working_seconds(first, last);
  }
  judged.outcome = after || often    ? "late"
                   : waiting         ? "paused"
                   : end == none     ? "running"
                   : judged.days > 0 ? "early"
                                     : "on-time";
  return judged;
}

}  // namespace deadline_test
