#include "shared/catalogue/index.h"

#include <map>
#include <set>

#include "shared/codec/json.h"
#include "shared/form/date.h"
#include "shared/form/reader.h"

namespace motcua::catalogue {

namespace {

using codec::Json;
using form::Presence;
using form::Reader;

constexpr std::size_t max_next = 16;

/// Ascending, so that no day has two versions.
void read_next(Reader& reader, Entry& entry) {
  std::string last = entry.version;
  for (Reader& item : reader.objects("next", max_next)) {
    Version version{item.text("version"), item.text("form")};
    item.done();
    const auto day = form::parse_date(version.day);
    if (!day || !day->whole()) item.fail("version", "must be a day such as 2027-03-01");
    if (version.day <= last) item.fail("version", "must be later than the one before it");
    last = version.day;
    entry.next.push_back(std::move(version));
  }
}

void make_keys(Entry& entry) {
  entry.keys = {text::search_key(entry.name.vi), text::search_key(entry.name.in("en"))};
  for (const std::string& alias : entry.aliases) entry.keys.push_back(text::search_key(alias));
}

Entry read_entry(Reader& reader) {
  Entry entry;
  entry.code = reader.text("code");
  entry.version = reader.text("version");
  entry.name = reader.words("name");
  entry.summary = reader.words("summary");
  entry.life_event = reader.text("life_event");
  entry.form = reader.text("form");
  if (reader.member("next")) read_next(reader, entry);
  reader.done();
  make_keys(entry);
  return entry;
}

}  // namespace

Result<Index> read_index(const Json& data) {
  std::optional<Error> error;
  Reader reader(data, "", error);
  Index index;
  if (reader.text("format") != "motcua.procedures/1") {
    reader.fail("format", "must be motcua.procedures/1");
  }
  std::set<std::string> events, codes;
  for (Reader& item : reader.objects("life_events", 64)) {
    LifeEvent event;
    event.id = item.text("id");
    event.name = item.words("name");
    item.done();
    if (!events.insert(event.id).second) item.fail("id", "stands there twice", Code::duplicate);
    index.life_events.push_back(std::move(event));
  }
  for (Reader& item : reader.objects("procedures", max_entries)) {
    index.entries.push_back(read_entry(item));
    const Entry& entry = index.entries.back();
    if (!codes.insert(entry.code).second) item.fail("code", "stands there twice", Code::duplicate);
    if (events.count(entry.life_event) == 0) item.fail("life_event", "is not in life_events");
  }
  reader.done();
  if (error) return *error;
  return index;
}

Result<Index> parse_index(std::string_view json_text) {
  Result<Json> data = codec::json_parse(json_text);
  if (!data) return data.error();
  return read_index(*data);
}

Status read_search(Index& index, const Json& data) {
  std::optional<Error> error;
  Reader reader(data, "", error);
  if (reader.text("format") != "motcua.search/1") reader.fail("format", "must be motcua.search/1");
  std::vector<std::string> fillers;
  for (const std::string& filler : reader.texts("fillers", 500)) {
    // The same folding as a query's words.
    for (const std::string& word : text::search_key(filler).words) fillers.push_back(word);
  }
  std::map<std::string, std::vector<std::string>> aliases;
  for (Reader& item : reader.objects("procedures", max_entries)) {
    const std::string code = item.text("code");
    const bool first = aliases.emplace(code, item.texts("aliases", 64)).second;
    item.done();
    if (!first) item.fail("code", "stands there twice", Code::duplicate);
    if (!find_entry(index, code)) item.fail("code", "is not in the index");
  }
  reader.done();
  if (error) return *error;
  index.fillers = std::move(fillers);
  for (Entry& entry : index.entries) {
    entry.aliases = std::move(aliases[entry.code]);
    make_keys(entry);
  }
  return {};
}

Status parse_search(Index& index, std::string_view json_text) {
  const Result<Json> data = codec::json_parse(json_text);
  if (!data) return data.error();
  return read_search(index, *data);
}

const Entry* find_entry(const Index& index, std::string_view code) {
  for (const Entry& entry : index.entries) {
    if (entry.code == code) return &entry;
  }
  return nullptr;
}

std::string version_on(const Entry& entry, std::string_view day) {
  std::string version = entry.version;
  for (const Version& each : entry.next)
    if (each.day <= day) version = each.day;
  return version;
}

std::string procedure_path(const Entry& entry, std::string_view version) {
  std::string path = "procedures/" + entry.code;
  if (version != entry.version) path.append("@").append(version);
  return path + ".json";
}

}  // namespace motcua::catalogue
