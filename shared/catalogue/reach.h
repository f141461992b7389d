#pragma once
// Where a rule about money or time holds: case, channel, province, days. Of several rules that hold
// the most particular one counts (docs/formats/catalogue.md).

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace motcua::form {
class Reader;
}

namespace motcua::catalogue {

enum class Channel : std::uint8_t { online, post, counter };

inline constexpr Channel every_channel[] = {Channel::online, Channel::post, Channel::counter};

/// What is empty bounds nothing.
struct Reach {
  std::vector<std::string> provinces;  // two-digit codes
  std::string case_id;                 // a case of the procedure
  std::vector<Channel> channels;
  std::string from, until;  // first and last day, "2026-07-01"
};

/// What a rule is wanted for; an empty province or case = not known.
struct Asked {
  Channel channel = Channel::online;
  std::string_view province, case_id;
  std::string_view day;  // "2026-11-22"
};

/// The members "case", "channels", "from" and "until"; "provinces" is read by who has it.
Reach read_reach(form::Reader& reader);

bool holds(const Reach& reach, const Asked& asked);

/// A province weighs more than a case, a case more than a channel, a channel more than days.
int weight(const Reach& reach);

/// Whether both may hold for the same dossier.
bool meet(const Reach& one, const Reach& other);

/// The most particular rule that holds; nullptr when none does.
template <class Rule>
const Rule* rule_for(const std::vector<Rule>& rules, const Asked& asked) {
  const Rule* best = nullptr;
  for (const Rule& rule : rules) {
    if (!holds(rule.reach, asked)) continue;
    if (!best || weight(rule.reach) > weight(best->reach)) best = &rule;
  }
  return best;
}

/// Pairs of rules that are equally particular and may hold for the same dossier: which one counts
/// is open.
template <class Rule>
std::vector<std::pair<std::size_t, std::size_t>> ambiguous(const std::vector<Rule>& rules) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t a = 0; a < rules.size(); ++a) {
    for (std::size_t b = a + 1; b < rules.size(); ++b) {
      const Reach &one = rules[a].reach, &other = rules[b].reach;
      if (weight(one) == weight(other) && meet(one, other)) pairs.emplace_back(a, b);
    }
  }
  return pairs;
}

}  // namespace motcua::catalogue
