#include "shared/deadline/calendar_lint.h"

#include <algorithm>

#include "shared/form/date.h"
#include "shared/text/normal.h"

namespace motcua::deadline::lint {
namespace {

class Linter {
 public:
  Findings findings;

  void add(const std::string& place, const std::string& what) {
    findings.push_back(place + ": " + what);
  }

  void words(const std::string& place, const LocalText& text) {
    line(place, text.vi);
    line(place, text.en);
    if (text.en.empty()) add(place, "“" + text.vi + "” has no English");
  }

  void source(const std::string& place, const form::Source& source) { line(place, source.text); }

 private:
  void line(const std::string& place, const std::string& text) {
    if (text::clean_line(text) == text) return;
    add(place, "“" + text + "” is not in normal form, or has stray spaces or marks");
  }
};

std::string day_text(Day day) { return form::to_text(form::from_day(day)); }

std::size_t open(const form::Source& source) { return source.verified ? 0 : 1; }

}  // namespace

Findings calendar(const Calendar& calendar) {
  Linter linter;
  const auto version = form::parse_date(calendar.version());
  if (!version || !version->whole()) linter.add("version", "is not a day such as 2026-11-22");
  const Year* before = nullptr;
  for (const Year& year : calendar.years()) {
    const std::string place = std::to_string(year.year);
    if (before && before->year + 1 != year.year) linter.add(place, "a year before it is missing");
    if (before && before->state == Year::State::computed && year.state == Year::State::published) {
      linter.add(place, "is published, though the year before is only computed");
    }
    before = &year;
    linter.source(place, year.source);
    for (const DayOff& off : year.days_off) {
      linter.words(day_text(off.first), off.name);
      linter.source(day_text(off.first), off.source);
    }
    for (const Swap& swap : year.swaps) {
      linter.words(day_text(swap.off), swap.name);
      linter.source(day_text(swap.off), swap.source);
    }
  }
  return std::move(linter.findings);
}

Findings office(const Office& office) {
  Linter linter;
  linter.words("name", office.name);
  linter.source("source", office.source);
  for (const Closure& each : office.closed) {
    linter.words(day_text(each.first), each.name);
    linter.source(day_text(each.first), each.source);
  }
  for (const OwnDay& each : office.open) {
    linter.words(day_text(each.day), each.name);
    linter.source(day_text(each.day), each.source);
  }
  return std::move(linter.findings);
}

std::size_t unverified(const Calendar& calendar) {
  std::size_t count = 0;
  for (const Year& year : calendar.years()) {
    for (const DayOff& off : year.days_off) count += open(off.source);
    for (const Swap& swap : year.swaps) count += open(swap.source);
  }
  return count;
}

std::size_t unverified(const Office& office) {
  std::size_t count = open(office.source);
  for (const Closure& each : office.closed) count += open(each.source);
  for (const OwnDay& each : office.open) count += open(each.source);
  return count;
}

}  // namespace motcua::deadline::lint
