#include "shared/deadline/deadline.h"

#include <algorithm>

#include "shared/deadline/pauses.h"
#include "shared/deadline/teller.h"
#include "shared/form/date.h"

namespace motcua::deadline {
namespace {

using Kind = Step::Kind;
using One = Pauses::One;

Error too_late() {
  return fail(Code::too_large, "the deadline would lie after the year 2200",
              "look at the limit, the pauses and the closed days of the office");
}

Status check(const Asked& asked) {
  const Moment most = moment_at(last_day, 0);
  const auto within = [&](Moment moment) { return moment >= 0 && moment <= most; };
  if (!within(asked.received)) return fail(Code::invalid, "the time of receipt is out of bounds");
  if (asked.limit.value < 1 || asked.limit.value > 1000) {
    return fail(Code::invalid, "a limit is 1 to 1000 of its unit");
  }
  if (asked.limit.same_day_before && asked.limit.unit == Unit::hours) {
    return fail(Code::invalid, "hours have no rule for the same day");
  }
  if (asked.pauses.size() > max_pauses) return fail(Code::too_large, "there are too many pauses");
  for (const Pause& pause : asked.pauses) {
    if (!within(pause.from) || (pause.to && (!within(*pause.to) || *pause.to < pause.from))) {
      return fail(Code::invalid, "a pause ends before it begins, or is out of bounds");
    }
  }
  return {};
}

/// The same day so many months later, or that month's last day.
Day months_later(Day day, int months) {
  const form::Date from = form::from_day(day);
  const int month = from.year * 12 + from.month - 1 + months;
  const Day first = form::first_day({month / 12, month % 12 + 1, 1});
  const Day next = form::first_day({(month + 1) / 12, (month + 1) % 12 + 1, 1});
  return std::min(first + from.day - 1, next - 1);
}

Step step(Kind kind, Day first = 0, Day last = 0) {
  Step made;
  made.kind = kind;
  made.first = first;
  made.last = last;
  return made;
}

Step step_at(Kind kind, Moment at) {
  Step made;
  made.kind = kind;
  made.at = at;
  return made;
}

class Computation {
 public:
  Computation(const Timetable& table, const Asked& asked)
      : table_(table),
        limit_(asked.limit),
        received_(asked.received),
        from_(counts_from()),
        start_(day_of(from_)),
        pauses_(asked.pauses, from_) {}

  Result<Deadline> run() {
    Step limit = step(Kind::limit);
    limit.count = limit_.value;
    limit.unit = limit_.unit;
    tell_.tell(std::move(limit));
    tell_.tell(step_at(Kind::received, received_));
    if (from_ != received_) {
      Step late = step_at(Kind::cut_off, from_);
      late.clock = *table_.office().cut_off;
      tell_.tell(std::move(late));
    }
    const bool told = limit_.unit == Unit::hours ? hours() : days();
    if (!told) return too_late();
    tell_years();
    return std::move(out_);
  }

 private:
  /// The receipt, or the opening of the next open day when it came too late for its own.
  Moment counts_from() const {
    const auto& cut_off = table_.office().cut_off;
    if (!cut_off) return received_;
    Day day = day_of(received_);
    const Sessions* hours = table_.plan(day).hours;
    if (!hours->empty() && second_of(received_) < *cut_off * 60) return received_;
    do {
      hours = table_.plan(++day).hours;
    } while (hours->empty() && day < last_day);
    return moment_at(day, hours->empty() ? 0 : hours->front().opens * 60);
  }

  // Every function below says false when it passes the last day there is.

  bool days() {
    if (falls_on_receipt()) {
      Step same = step(Kind::same_day, start_, start_);
      same.clock = *limit_.same_day_before;
      tell_.tell(std::move(same));
      same_day_ = true;
      return settle(start_);
    }
    tell_.tell(step(Kind::receipt_day, start_, start_));
    if (counts_working_days() || limit_.unit == Unit::days) return walk(limit_.value);
    const int months = limit_.value * (limit_.unit == Unit::years ? 12 : 1);
    const Day end = months_later(start_, months);
    if (end > last_day) return false;
    Step span = step(Kind::span, start_, end);
    span.count = end - start_;
    tell_.tell(std::move(span));
    return walk(end - start_);
  }

  bool falls_on_receipt() const {
    if (!limit_.same_day_before) return false;
    const DayPlan plan = table_.plan(start_);
    return plan.working && second_of(from_) < *limit_.same_day_before * 60 &&
           second_of(from_) < plan.hours->back().closes * 60;
  }

  bool counts_working_days() const { return limit_.unit == Unit::working_days; }

  /// Counts `wanted` days, then looks for the one that it may end on.
  bool walk(int wanted) {
    int number = 0;
    Day day = start_;
    while (number < wanted) {
      if (++day > last_day) return false;
      tell_pauses(moment_at(day, 0));
      if (const One* pause = pauses_.on_day(day)) {
        if (pause->open()) return stand(*pause, wanted - number);
        day = pause->last();
        continue;
      }
      if (!counts_working_days()) {
        tell_.every_day(day, ++number);
        continue;
      }
      const DayPlan plan = table_.plan(day);
      if (plan.working) {
        tell_.counted(day, plan, ++number);
      } else {
        tell_.off(day, plan);
      }
    }
    return settle(day);
  }

  /// From the day on which the count ended: the first working day that no pause holds at the moment
  /// when it would be due.
  bool settle(const Day ended) {
    bool interrupted = false;
    for (Day day = ended; day <= last_day; ++day) {
      tell_pauses(moment_at(day, 0));
      if (const One* pause = pauses_.on_day(day)) {
        if (pause->open()) return stand(*pause, 1);
        day = pause->last();
        continue;
      }
      const DayPlan plan = table_.plan(day);
      if (!plan.working) {
        tell_.off(day, plan);
        continue;
      }
      if (interrupted) {
        tell_.tell(step(Kind::again, day, day));
      } else if (day != ended) {
        tell_.tell(step(Kind::last_day_off, ended, day));
      }
      const Moment due = due_on(day, *plan.hours);
      tell_pauses(due + 1);
      const One* pause = pauses_.at(due);
      if (pause == nullptr) return end(due);
      tell_.tell(step(Kind::interrupted, day, day));
      if (pause->open()) return stand(*pause, 1);
      interrupted = true;
    }
    return false;
  }

  Moment due_on(Day day, const Sessions& hours) const {
    const int clock = second_of(from_);
    if (!same_day_ && table_.office().due_at == DueAt::clock_time) {
      for (const Session& each : hours) {
        if (clock < each.opens * 60) return moment_at(day, each.opens * 60);
        if (clock <= each.closes * 60) return moment_at(day, clock);
      }
    }
    return moment_at(day, hours.back().closes * 60);
  }

  bool hours() {
    Moment left = limit_.value * 3600;
    Moment cursor = from_;
    for (Day day = start_; day <= last_day; day = std::max(day + 1, day_of(cursor))) {
      const DayPlan plan = table_.plan(day);
      if (!plan.working) {
        tell_.off(day, plan);
        continue;
      }
      for (const Session& each : *plan.hours) {
        cursor = std::max(cursor, moment_at(day, each.opens * 60));
        const Moment closes = moment_at(day, each.closes * 60);
        while (cursor < closes) {
          tell_pauses(cursor + 1);
          if (const One* pause = pauses_.at(cursor)) {
            if (pause->open()) return stand(*pause, left);
            cursor = pause->to;
            continue;
          }
          const Moment piece = std::min({closes - cursor, left, next_pause() - cursor});
          tell_.counted_time(day, plan, piece);
          cursor += piece;
          left -= piece;
          if (left == 0) return end(cursor);
        }
      }
    }
    return false;
  }

  Moment next_pause() const {
    return told_ < pauses_.all().size() ? pauses_.all()[told_].from : Pauses::forever;
  }

  /// Those that begin before `moment`.
  void tell_pauses(Moment moment) {
    while (next_pause() < moment) {
      const One& pause = pauses_.all()[told_++];
      tell_.paused(pause, pause.open() ? 0 : lost(pause), counted_in());
    }
  }

  /// Months and years are counted in days, too.
  Unit counted_in() const {
    return limit_.unit == Unit::hours || counts_working_days() ? limit_.unit : Unit::days;
  }

  /// How much would have counted in a pause.
  std::int64_t lost(const One& pause) const {
    if (limit_.unit == Unit::hours) return table_.working_seconds(pause.from, pause.to);
    if (counts_working_days()) return table_.working_days(pause.first(), pause.last());
    return pause.last() - pause.first();
  }

  bool end(Moment due) {
    out_.due = due;
    reached_ = day_of(due);
    tell_.tell(step_at(Kind::due, due));
    return true;
  }

  bool stand(const One& pause, std::int64_t left) {
    Step standing = step_at(Kind::standing, pause.from);
    standing.count = left;
    standing.unit = counted_in();
    standing.why = pause.why;
    tell_.tell(std::move(standing));
    reached_ = pause.first();
    return true;
  }

  void tell_years() {
    for (int number = year_of(start_); number <= year_of(reached_); ++number) {
      const Year* year = table_.calendar().year(number);
      if (year && year->state == Year::State::published && year->verified()) continue;
      Step note;
      note.kind = !year                                  ? Kind::year_absent
                  : year->state == Year::State::computed ? Kind::year_computed
                                                         : Kind::year_unverified;
      note.number = note.number_last = number;
      out_.may_change = out_.may_change || note.kind != Kind::year_unverified;
      Step& last = out_.working.back();
      if (last.kind == note.kind && last.number_last == number - 1) {
        last.number_last = number;
      } else {
        out_.working.push_back(std::move(note));
      }
    }
  }

  const Timetable& table_;
  const Limit& limit_;
  const Moment received_, from_;
  const Day start_;
  Pauses pauses_;
  std::size_t told_ = 0;  // pauses whose steps are written
  bool same_day_ = false;
  Day reached_ = 0;
  Deadline out_;
  Teller tell_{out_.working};
};

}  // namespace

Result<Deadline> deadline(const Timetable& timetable, const Asked& asked) {
  if (auto status = check(asked); !status) return status.error();
  return Computation(timetable, asked).run();
}

}  // namespace motcua::deadline
