// Calendars, offices and answers about deadlines that a stranger wrote, and questions asked of what
// was read. The first byte chooses.

#include <cstdlib>

#include "shared/codec/json.h"
#include "shared/deadline/calendar_lint.h"
#include "shared/deadline/lateness.h"
#include "shared/deadline/working_json.h"
#include "test_assets.h"

using namespace motcua;
using namespace motcua::deadline;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

constexpr Moment start = 1787900700;  // 28/8/2026 14:05 in Vietnam

void ask(const Calendar& calendar, const Office& office) {
  const Timetable timetable(calendar, office);
  for (const Unit unit : {Unit::hours, Unit::working_days, Unit::days, Unit::months}) {
    Asked asked{start, {40, unit, {}}, {{start + 90000, start + 500000, Why::payment}}};
    const auto found = deadline::deadline(timetable, asked);
    if (!found) continue;
    require(found->due && *found->due > asked.received);
    const auto again = read_working(working_json(found->working));
    require(again.ok() && *again == found->working);
    asked.pauses.push_back({start, {}, Why::other});
    require(!deadline::deadline(timetable, asked)->due);
  }
  static_cast<void>(
      lateness(timetable, Limit{5, Unit::hours, {}}, {{2, start}, {5, start + 9}}, start + 99));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Calendar calendar = parse_calendar(assets::calendar_vn_json).value();
  static const Office office = parse_office(assets::calendar_office_json).value();
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 3) {
    case 0:
      if (const auto read = parse_calendar(text)) {
        lint::calendar(*read);
        ask(*read, office);
      }
      break;
    case 1:
      if (const auto read = parse_office(text)) {
        lint::office(*read);
        ask(calendar, *read);
      }
      break;
    default:
      if (const auto json = codec::json_parse(text)) {
        const auto read = read_working(*json);
        if (read) require(read_working(working_json(*read)).value() == *read);
      }
  }
  return 0;
}
