#pragma once
// The same question answered without any cleverness: a table of days made by counting, every day
// and every minute looked at on its own, every entry searched anew. Only for tests.

#include <random>
#include <set>

#include "shared/deadline/lateness.h"
#include "tests/unit/deadline/country.h"

namespace deadline_test {

/// A country and an office made of chance, as plain facts.
struct Facts {
  struct Stretch {
    Day first, last;
    bool in_force = true;
  };
  struct Swap {
    Day off, work;
  };
  std::map<int, bool> years;  // whether it is only computed
  std::vector<Stretch> holidays;
  std::vector<Swap> swaps;
  std::vector<Session> week[7];
  bool reception_only[7] = {};
  std::vector<Stretch> closed;
  std::vector<std::pair<Day, Session>> open;
  std::optional<int> cut_off;
  bool clock_time = false;
};

Facts random_facts(std::mt19937& chance);
Json calendar_of(const Facts& facts);
Json office_of(const Facts& facts);

/// Whether a dossier was in time, and all that this rests on.
struct Judged {
  std::string outcome;
  std::set<std::string> reasons;
  std::optional<Moment> due;  // that it is compared with
  Moment compared = 0;
  int days = 0;
  Moment seconds = 0;
};

struct Case {
  Limit limit;
  std::vector<Change> history;
  Moment now = 0;
  std::optional<Appointment> appointment;
  LatenessRules rules;
};

class SlowCountry {
 public:
  explicit SlowCountry(const Facts& facts);

  /// Nothing when the clock stands still for ever.
  std::optional<Moment> due(const Asked& asked) const;
  /// Whether days off that nobody has decided yet may change that.
  bool may_change(const Asked& asked) const;
  Judged judge(const Case& one) const;
  bool working(Day day) const;

 private:
  bool holiday(Day day) const;
  bool open(Day day) const { return !hours(day).empty(); }
  std::vector<Session> hours(Day day) const;
  Moment counts_from(Moment received) const;
  Moment due_on(Day day, Moment from, bool same_day) const;
  Moment working_seconds(Moment from, Moment to) const;
  std::optional<Moment> after_hours(const Asked& asked, Moment from) const;

  const Facts& facts_;
  std::set<Day> moved_;
};

}  // namespace deadline_test
