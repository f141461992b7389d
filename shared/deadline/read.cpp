#include "shared/deadline/read.h"

#include "shared/form/date.h"

namespace motcua::deadline {

using form::Reader;

Day read_day(Reader& reader, std::string_view key) {
  const auto date = form::parse_date(reader.text(key));
  const Day day = date && date->whole() ? form::first_day(*date) : -1;
  if (day >= 0) return day;
  reader.fail(key, "must be a day such as 2026-11-22");
  return 0;
}

Stretch read_stretch(Reader& reader) {
  Stretch stretch;
  stretch.first = stretch.last = read_day(reader, "date");
  if (!reader.member("until")) return stretch;
  stretch.last = read_day(reader, "until");
  if (stretch.last <= stretch.first || stretch.last - stretch.first >= longest_entry) {
    reader.fail("until", "must be later than the date, by less than a year");
    stretch.last = stretch.first;
  }
  return stretch;
}

void add_days(Reader& reader, std::string_view key, Stretch stretch, std::set<Day>& taken) {
  for (Day day = stretch.first; day <= stretch.last; ++day) {
    if (taken.insert(day).second) continue;
    reader.fail(key, "names " + form::to_text(form::from_day(day)) + ", which stands there already",
                Code::duplicate);
  }
}

}  // namespace motcua::deadline
