#pragma once
// What a procedure costs: by channel, province and day, with who pays nothing and the text it rests
// on (docs/formats/catalogue.md). Provinces set most fees; a rule without provinces is the national
// one.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/schema.h"
#include "shared/text/local_text.h"

namespace motcua::form {
class Reader;
}

namespace motcua::catalogue {

enum class Channel : std::uint8_t { online, post, counter };

struct Fee {
  std::int64_t vnd = 0;
  LocalText per;                       // "mỗi bản"; empty = for the whole
  LocalText exempt;                    // who pays nothing
  std::vector<Channel> channels;       // empty = every one
  std::vector<std::string> provinces;  // two-digit codes; empty = every one
  std::string from, until;             // first and last day, "2026-07-01"; empty = open
  std::string basis;                   // "NQ 12/2026/NQ-HĐND"
  form::Source source;
};

Fee read_fee(form::Reader& reader);

/// The rule that holds for a channel, a province ("" = not known) and a day: the most particular
/// one, where a province weighs more than a channel, and a channel more than a day; nullptr when
/// none does.
const Fee* fee_for(const std::vector<Fee>& fees, Channel channel, std::string_view province,
                   std::string_view day);

/// Pairs of rules that are equally particular and both hold at some time: which one counts is open.
std::vector<std::pair<std::size_t, std::size_t>> ambiguous(const std::vector<Fee>& fees);

}  // namespace motcua::catalogue
