#pragma once
// The country's days off and make-up working days, year by year (docs/formats/calendar.md): data
// that an operator edits when the year's decision comes out.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/deadline/day.h"
#include "shared/form/schema.h"
#include "shared/result.h"
#include "shared/text/local_text.h"

namespace motcua::deadline {

struct DayOff {
  Day first = 0, last = 0;
  LocalText name;
  bool in_force = true;  // false: announced, but it does not count yet
  form::Source source;
};

/// A working day that is off because another day is worked instead.
struct Swap {
  Day off = 0, work = 0;
  LocalText name;
  form::Source source;
};

struct Year {
  /// `computed`: from law and the lunar calendar; what is decided may be otherwise.
  enum class State : std::uint8_t { published, computed } state = State::published;
  int year = 0;
  form::Source source;
  std::vector<DayOff> days_off;
  std::vector<Swap> swaps;

  /// Somebody compared all of it with the text in force.
  bool verified() const;
};

/// A day that is not what its weekday says.
struct Special {
  enum class Kind : std::uint8_t {
    holiday,
    moved,    // off, since a holiday falls on a weekend
    swapped,  // off, worked for on another day
    make_up,  // worked
  };
  Day day = 0;
  Kind kind = Kind::holiday;
  /// holiday: its entry's first day; moved: the holiday; swapped and make_up: the other of the two.
  Day other = 0;
  const LocalText* name = nullptr;
};

class Calendar {
 public:
  /// Years in order, no day twice, as read_calendar() makes sure. In computed years a holiday on a
  /// weekend takes the next day that is neither weekend nor off.
  Calendar(std::string version, std::vector<Year> years);
  Calendar(Calendar&&) = default;
  Calendar& operator=(Calendar&&) = default;

  const std::string& version() const { return version_; }
  const std::vector<Year>& years() const { return years_; }
  /// nullptr: nothing is known about that year.
  const Year* year(int number) const;
  /// nullptr: an ordinary day.
  const Special* special(Day day) const;

 private:
  std::string version_;
  std::vector<Year> years_;  // names in specials_ point into it
  std::vector<Special> specials_;
};

/// Errors: invalid (with its place), duplicate (a day that stands there twice), too_large.
Result<Calendar> read_calendar(const nlohmann::json& data);
Result<Calendar> parse_calendar(std::string_view json_text);

}  // namespace motcua::deadline
