#include "shared/catalogue/duration.h"

#include <algorithm>
#include <iterator>

#include "shared/form/reader.h"

namespace motcua::catalogue {

namespace {

using form::Presence;
using form::Reader;
using Unit = Duration::Unit;

constexpr int most = 1000;

constexpr std::pair<std::string_view, Unit> units[] = {
    {"hours", Unit::hours}, {"days", Unit::days}, {"working-days", Unit::working_days}};

bool is_clock(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':') return false;
  if (!digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
  return text.substr(0, 2) <= "23" && text.substr(3) <= "59";
}

}  // namespace

Duration read_duration(Reader& reader) {
  Duration time;
  time.value = static_cast<int>(reader.integer("value", 0, 1, most));
  if (time.value == 0) reader.fail("value", "is missing");
  const std::string unit = reader.text("unit");
  const auto* known = std::find_if(std::begin(units), std::end(units),
                                   [&](const auto& each) { return each.first == unit; });
  if (known == std::end(units)) {
    reader.fail("unit", "must be hours, days or working-days");
  } else {
    time.unit = known->second;
  }
  time.same_day_before = reader.text("same_day_before", Presence::optional);
  if (!time.same_day_before.empty() &&
      (!is_clock(time.same_day_before) || time.unit == Unit::hours)) {
    reader.fail("same_day_before", "must be a time of the day, 15:00, where days count");
  }
  time.reach = read_reach(reader);
  time.basis = reader.text("basis", Presence::optional);
  time.source = reader.source("source", Presence::needed);
  reader.done();
  return time;
}

}  // namespace motcua::catalogue
