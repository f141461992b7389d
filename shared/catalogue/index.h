#pragma once
// The small list of procedures every visitor loads (assets/procedures/index.json), and its search,
// whose further words (assets/procedures/search.json) come when somebody searches.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.h"
#include "shared/text/local_text.h"
#include "shared/text/search.h"

namespace motcua::catalogue {

/// A later version: from this day on another form and other papers hold.
struct Version {
  std::string day;   // "2027-03-01"; names the version
  std::string form;  // "birth/2"
};

struct Entry {
  std::string code;
  std::string version;
  LocalText name;
  LocalText summary;
  std::vector<std::string> aliases;  // from the words of the search
  std::string life_event;
  std::string form;
  std::vector<Version> next;          // by day, all after `version`
  std::vector<text::SearchKey> keys;  // names first, then aliases; made while parsing
};

struct LifeEvent {
  std::string id;
  LocalText name;
};

struct Index {
  std::vector<std::string> fillers;  // folded words that say nothing: "xin", "cho", "the"
  std::vector<LifeEvent> life_events;
  std::vector<Entry> entries;
};

inline constexpr std::size_t max_entries = 10000;

/// Errors: invalid, too_large, duplicate.
Result<Index> read_index(const nlohmann::json& data);
Result<Index> parse_index(std::string_view json_text);

/// Gives the index what people call its procedures, and the words that say nothing; in place of
/// those it had. Errors: invalid (also a code that is not in the index), too_large, duplicate; the
/// index is then as before.
Status read_search(Index& index, const nlohmann::json& data);
Status parse_search(Index& index, std::string_view json_text);

const Entry* find_entry(const Index& index, std::string_view code);

/// The version that holds on a day ("2026-11-22"); before the first one's day, the first.
std::string version_on(const Entry& entry, std::string_view day);

/// Where a version's file lies under assets/: "procedures/1.001193.json", a later one
/// "procedures/1.001193@2027-03-01.json".
std::string procedure_path(const Entry& entry, std::string_view version);

struct Hit {
  const Entry* entry = nullptr;  // into the index
  int score = 0;                 // 1..1000
};

/// Best first, equal ones in the index's order, at most `most`. A code ("1.001193", also begun)
/// finds its procedure. Filler words do not count; when nothing answers every word, what answers
/// all but one is found at half the score. An empty query finds nothing. Reads at most 200 code
/// points.
std::vector<Hit> search(const Index& index, std::string_view query, std::size_t most = 20);

}  // namespace motcua::catalogue
