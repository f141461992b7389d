#include "shared/catalogue/fee.h"

#include <algorithm>
#include <utility>

#include "shared/form/date.h"
#include "shared/form/reader.h"

namespace motcua::catalogue {

namespace {

using form::Presence;
using form::Reader;

constexpr std::int64_t most_vnd = 1'000'000'000;
constexpr std::size_t most_provinces = 100;

constexpr std::pair<std::string_view, Channel> channels[] = {
    {"online", Channel::online}, {"post", Channel::post}, {"counter", Channel::counter}};

std::vector<Channel> read_channels(Reader& reader) {
  std::vector<Channel> found;
  if (!reader.member("channels")) return found;
  for (const std::string& name : reader.texts("channels", std::size(channels))) {
    const auto* known = std::find_if(std::begin(channels), std::end(channels),
                                     [&](const auto& each) { return each.first == name; });
    if (known == std::end(channels)) {
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

template <class T, class U>
bool has(const std::vector<T>& list, const U& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

int weight(const Fee& fee) {
  return (fee.provinces.empty() ? 0 : 4) + (fee.channels.empty() ? 0 : 2) +
         (fee.from.empty() && fee.until.empty() ? 0 : 1);
}

/// Whether both lists may mean the same one; an empty list means every one.
template <class T>
bool meet(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(), [&](const T& each) { return has(b, each); });
}

bool days_meet(const Fee& a, const Fee& b) {
  const bool a_first = !a.until.empty() && !b.from.empty() && a.until < b.from;
  const bool b_first = !b.until.empty() && !a.from.empty() && b.until < a.from;
  return !a_first && !b_first;
}

}  // namespace

Fee read_fee(Reader& reader) {
  Fee fee;
  fee.vnd = reader.integer("vnd", -1, 0, most_vnd);
  if (fee.vnd < 0) reader.fail("vnd", "is missing");
  fee.per = reader.words("per", Presence::optional);
  fee.exempt = reader.words("exempt", Presence::optional);
  fee.channels = read_channels(reader);
  if (reader.member("provinces")) fee.provinces = reader.texts("provinces", most_provinces);
  fee.from = read_day(reader, "from");
  fee.until = read_day(reader, "until");
  if (!fee.until.empty() && fee.until < fee.from) reader.fail("until", "is before from");
  fee.basis = reader.text("basis", Presence::optional);
  fee.source = reader.source("source", Presence::needed);
  reader.done();
  return fee;
}

const Fee* fee_for(const std::vector<Fee>& fees, Channel channel, std::string_view province,
                   std::string_view day) {
  const Fee* best = nullptr;
  for (const Fee& fee : fees) {
    const bool dated =
        (fee.from.empty() || fee.from <= day) && (fee.until.empty() || day <= fee.until);
    if (!dated || !has(fee.channels, channel) || !has(fee.provinces, province)) continue;
    if (!best || weight(fee) > weight(*best)) best = &fee;
  }
  return best;
}

std::vector<std::pair<std::size_t, std::size_t>> ambiguous(const std::vector<Fee>& fees) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t a = 0; a < fees.size(); ++a) {
    for (std::size_t b = a + 1; b < fees.size(); ++b) {
      const Fee &one = fees[a], &other = fees[b];
      if (weight(one) != weight(other) || !days_meet(one, other)) continue;
      if (meet(one.channels, other.channels) && meet(one.provinces, other.provinces)) {
        pairs.emplace_back(a, b);
      }
    }
  }
  return pairs;
}

}  // namespace motcua::catalogue
