#include "wasm/app/deadline.h"

namespace motcua::app {
namespace {

using Unit = catalogue::Duration::Unit;

std::string_view count_key(Unit unit) {
  switch (unit) {
    case Unit::hours: return "deadline.hours";
    case Unit::days: return "deadline.days";
    case Unit::working_days: break;
  }
  return "deadline.working_days";
}

/// "15:00" -> "15 giờ"; leading zeros go.
std::string clock_words(const Words& words, std::string_view clock) {
  const auto hour = clock.substr(clock[0] == '0' ? 1 : 0, clock[0] == '0' ? 1 : 2);
  const auto minute = clock.substr(3);
  return words(minute == "00" ? "deadline.hour" : "deadline.clock",
               {{"hour", hour}, {"minute", minute}});
}

}  // namespace

std::string deadline_text(const Words& words, const catalogue::Duration& time) {
  const auto counted = words.count(count_key(time.unit), time.value);
  if (time.same_day_before.empty()) return counted;
  const bool next = time.value == 1;
  const auto later = !next                             ? counted
                     : time.unit == Unit::working_days ? std::string(words("deadline.next_working"))
                                                       : std::string(words("deadline.next"));
  return words("deadline.same_day",
               {{"clock", clock_words(words, time.same_day_before)}, {"later", later}});
}

}  // namespace motcua::app
