#pragma once
// When an agency is open, and how it counts (docs/formats/calendar.md).

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/deadline/day.h"
#include "shared/form/schema.h"
#include "shared/result.h"
#include "shared/text/local_text.h"

namespace motcua::deadline {

/// From `opens` until before `closes`, in minutes of the day.
struct Session {
  int opens = 0, closes = 0;
};
/// In order, none touching the next.
using Sessions = std::vector<Session>;

/// Days on which the agency is closed for itself.
struct Closure {
  Day first = 0, last = 0;
  LocalText name;
  form::Source source;
};

/// A day on which it works though its week and the country's calendar say otherwise.
struct OwnDay {
  Day day = 0;
  Sessions sessions;
  LocalText name;
  form::Source source;
};

/// When in its last day a time that is counted in days ends.
enum class DueAt : std::uint8_t {
  end_of_day,  // when the office closes
  clock_time,  // at the clock of the receipt, within the hours of that day
};

struct Office {
  LocalText name;
  std::array<Sessions, 7> week;      // from Monday
  std::array<bool, 7> working = {};  // counts as a working day; what is not may still be open
  std::optional<int> cut_off;        // minutes: received from then on, it is of the next open day
  DueAt due_at = DueAt::end_of_day;
  std::vector<Closure> closed;  // in order
  std::vector<OwnDay> open;     // in order
  form::Source source;
};

/// Errors: invalid (with its place), duplicate, too_large. At least one weekday is a working day.
Result<Office> read_office(const nlohmann::json& data);
Result<Office> parse_office(std::string_view json_text);

}  // namespace motcua::deadline
