#include "shared/catalogue/reach.h"

#include <algorithm>

#include "shared/form/date.h"
#include "shared/form/reader.h"

namespace motcua::catalogue {

namespace {

using form::Presence;
using form::Reader;

constexpr std::pair<std::string_view, Channel> names[] = {
    {"online", Channel::online}, {"post", Channel::post}, {"counter", Channel::counter}};

std::vector<Channel> read_channels(Reader& reader) {
  std::vector<Channel> found;
  for (const std::string& name : reader.texts("channels", std::size(names))) {
    const auto* known = std::find_if(std::begin(names), std::end(names),
                                     [&](const auto& each) { return each.first == name; });
    if (known == std::end(names)) {
      reader.fail("channels", "knows online, post and counter");
    } else {
      found.push_back(known->second);
    }
  }
  return found;
}

std::string read_day(Reader& reader, std::string_view key) {
  std::string text = reader.text(key, Presence::optional);
  const auto day = form::parse_date(text);
  if (!text.empty() && (!day || !day->whole())) reader.fail(key, "must be a day, 2026-07-01");
  return text;
}

/// An empty list means every one.
template <class T, class U>
bool has(const std::vector<T>& list, const U& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

template <class T>
bool lists_meet(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(), [&](const T& each) { return has(b, each); });
}

bool days_meet(const Reach& a, const Reach& b) {
  const bool a_first = !a.until.empty() && !b.from.empty() && a.until < b.from;
  const bool b_first = !b.until.empty() && !a.from.empty() && b.until < a.from;
  return !a_first && !b_first;
}

bool cases_meet(const Reach& a, const Reach& b) {
  return a.case_id.empty() || b.case_id.empty() || a.case_id == b.case_id;
}

}  // namespace

Reach read_reach(Reader& reader) {
  Reach reach;
  reach.case_id = reader.text("case", Presence::optional);
  reach.channels = read_channels(reader);
  reach.from = read_day(reader, "from");
  reach.until = read_day(reader, "until");
  if (!reach.until.empty() && reach.until < reach.from) reader.fail("until", "is before from");
  return reach;
}

bool holds(const Reach& reach, const Asked& asked) {
  const bool dated = (reach.from.empty() || reach.from <= asked.day) &&
                     (reach.until.empty() || asked.day <= reach.until);
  const bool fits = reach.case_id.empty() || reach.case_id == asked.case_id;
  return dated && fits && has(reach.channels, asked.channel) &&
         has(reach.provinces, asked.province);
}

int weight(const Reach& reach) {
  return (reach.provinces.empty() ? 0 : 8) + (reach.case_id.empty() ? 0 : 4) +
         (reach.channels.empty() ? 0 : 2) + (reach.from.empty() && reach.until.empty() ? 0 : 1);
}

bool meet(const Reach& one, const Reach& other) {
  return days_meet(one, other) && cases_meet(one, other) &&
         lists_meet(one.channels, other.channels) && lists_meet(one.provinces, other.provinces);
}

}  // namespace motcua::catalogue
