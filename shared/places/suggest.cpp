#include "shared/places/suggest.h"

#include <algorithm>

#include "shared/text/search.h"
#include "shared/text/utf8.h"

namespace motcua::places {
namespace {

constexpr std::size_t max_points = 500;
/// Of what was typed last, as many words as name a place with all its levels.
constexpr std::size_t most_words = 8;
constexpr std::size_t shortest_query = 2;  // code points

constexpr std::string_view between = " \t\r\n,;";

/// Where each word begins, in order.
std::vector<std::size_t> word_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = text.find_first_not_of(between); at != std::string_view::npos;) {
    starts.push_back(at);
    at = text.find_first_of(between, at);
    if (at != std::string_view::npos) at = text.find_first_not_of(between, at);
  }
  return starts;
}

void add(Suggestions& out, std::string_view before, const Commune& today,
         const std::optional<OldUnit>& through, bool divided) {
  const auto same = [&](const Suggestion& each) { return each.today.row == today.row; };
  if (std::any_of(out.list.begin(), out.list.end(), same)) return;
  std::string address(before);
  if (!address.empty()) address += ", ";
  address.append(today.name).append(", ").append(today.province);
  out.list.push_back({std::move(address), today, through, divided});
}

/// Whether a part is the beginning of a name that the address gets anyway.
bool is_begun(const std::string& part, const AddressCandidate& candidate) {
  std::vector<std::string> names = {candidate.today.name, candidate.today.province};
  if (candidate.through)
    names.insert(names.end(), {candidate.through->district, candidate.through->province});
  const auto key = text::search_key(part);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return text::match(key, text::search_key(name)) > 0;
  });
}

/// The parts before the smallest one that names a level, and those that no level explains: nothing
/// that a person wrote is left out.
std::string parts_before(const AddressReading& reading, const AddressCandidate& candidate) {
  const auto lowest = candidate.ward       ? candidate.ward
                      : candidate.district ? candidate.district
                                           : candidate.province;
  std::string before;
  for (std::size_t i = 0; i < lowest.value_or(0); ++i)
    before.append(before.empty() ? "" : ", ").append(reading.parts[i]);
  for (const std::size_t part : candidate.unmatched)
    if (part > lowest.value_or(0) && !is_begun(reading.parts[part], candidate))
      before.append(before.empty() ? "" : ", ").append(reading.parts[part]);
  return before;
}

/// The words before those that are searched for, without the signs that part them.
std::string_view words_before(std::string_view typed, std::size_t start) {
  const auto last = typed.substr(0, start).find_last_not_of(between);
  const auto first = typed.find_first_not_of(between);
  return last == std::string_view::npos ? std::string_view{}
                                        : typed.substr(first, last + 1 - first);
}

/// The longest end of what was typed that is the beginning of a place's names. Fewer words answer
/// more, so it is found by halving.
void add_begun(const Gazetteer& places, std::string_view typed, std::size_t most,
               Suggestions& out) {
  const auto starts = word_starts(typed);
  std::size_t from = starts.size() - std::min(starts.size(), most_words), to = starts.size();
  while (to > from && text::count_points(typed.substr(starts[to - 1])) < shortest_query) --to;
  std::vector<Hit> hits;
  std::size_t start = 0;
  while (from < to) {
    const std::size_t middle = from + (to - from) / 2;
    std::string query(typed.substr(starts[middle]));
    std::replace(query.begin(), query.end(), ',', ' ');
    auto found = places.search(query, most);
    if (found.empty()) {
      from = middle + 1;
    } else {
      hits = std::move(found);
      start = starts[middle];
      to = middle;
    }
  }
  for (const Hit& hit : hits)
    if (out.list.size() < most)
      add(out, words_before(typed, start), hit.today, hit.through, hit.divided);
}

}  // namespace

std::string full_name(const OldUnit& unit) {
  std::string name = unit.ward;
  for (const std::string* level : {&unit.district, &unit.province})
    if (!level->empty()) name.append(name.empty() ? "" : ", ").append(*level);
  return name;
}

Suggestions suggest(const Gazetteer& places, std::string_view typed, std::size_t most) {
  typed = text::first_points(typed, max_points);
  Suggestions out;
  const AddressReading reading = read_address(places, typed);
  if (reading.certain && !reading.candidates[0].through) {
    out.certain = reading.candidates[0].today;
    return out;
  }
  for (const AddressCandidate& each : reading.candidates) {
    if (out.list.size() == most) break;
    add(out, parts_before(reading, each), each.today, each.through, each.divided);
  }
  out.old = !out.list.empty() && std::all_of(out.list.begin(), out.list.end(),
                                             [](const auto& each) { return each.through; });
  if (!out.old) add_begun(places, typed, most, out);
  return out;
}

}  // namespace motcua::places
