#include "shared/catalogue/official.h"

#include <algorithm>
#include <iterator>

#include "shared/codec/json.h"
#include "shared/form/date.h"
#include "shared/form/reader.h"

namespace motcua::catalogue {

namespace {

using codec::Json;
using form::Presence;
using form::Reader;
using Record = OfficialRecord;

constexpr std::size_t max_list = 500, max_words = 32u << 10;
constexpr std::int64_t most_time = 10'000, most_value = 1'000'000'000'000;

template <class T>
using Names = std::pair<std::string_view, T>;

constexpr Names<Channel> channels[] = {
    {"online", Channel::online}, {"post", Channel::post}, {"counter", Channel::counter}};
constexpr Names<Record::Unit> units[] = {{"hours", Record::Unit::hours},
                                         {"days", Record::Unit::days},
                                         {"working-days", Record::Unit::working_days},
                                         {"other", Record::Unit::other}};

template <class T, std::size_t n>
T named(Reader& reader, std::string_view key, const Names<T> (&names)[n]) {
  const std::string text = reader.text(key);
  const auto* found = std::find_if(std::begin(names), std::end(names),
                                   [&](const auto& each) { return each.first == text; });
  if (found != std::end(names)) return found->second;
  reader.fail(key, "is not known here");
  return names[0].second;
}

/// The record's own words may be longer than ours.
std::string verbatim(Reader& reader, std::string_view key, Presence presence = Presence::needed) {
  const Json* data = reader.member(key);
  if (!data && presence == Presence::optional) return {};
  const auto* text = data ? data->get_ptr<const Json::string_t*>() : nullptr;
  if (!text || text->empty()) {
    reader.fail(key, "must be text that is not empty");
  } else if (text->size() > max_words) {
    reader.fail(key, "is too long", Code::too_large);
  } else {
    return *text;
  }
  return {};
}

Record::Method read_method(Reader& reader) {
  Record::Method method;
  method.channel = named(reader, "channel", channels);
  method.time = reader.integer("time", 0, 0, most_time);
  method.unit = named(reader, "unit", units);
  method.note = verbatim(reader, "note", Presence::optional);
  for (Reader& item : reader.objects("fees", max_list, Presence::optional)) {
    method.fees.push_back(
        {item.integer("value", 0, 0, most_value), verbatim(item, "note", Presence::optional)});
    item.done();
  }
  reader.done();
  return method;
}

Record::Case read_case(Reader& reader) {
  Record::Case each{reader.text("code"), verbatim(reader, "name"),
                    reader.integer("time", 0, 0, most_time), named(reader, "unit", units)};
  reader.done();
  return each;
}

Record::Document read_document(Reader& reader) {
  Record::Document document{verbatim(reader, "group", Presence::optional), verbatim(reader, "name"),
                            reader.integer("originals", 0, 0, most_time),
                            reader.integer("copies", 0, 0, most_time), reader.flag("required")};
  reader.done();
  return document;
}

bool is_code(std::string_view text) {
  return text.size() <= 20 && form::is_id(text) &&
         text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

Result<OfficialRecord> read_official(const Json& data) {
  std::optional<Error> error;
  Reader reader(data, "", error);
  Record record;
  if (reader.text("format") != "motcua.official/1") {
    reader.fail("format", "must be motcua.official/1");
  }
  record.code = reader.text("code");
  if (!is_code(record.code)) reader.fail("code", "must be a procedure's code, 1.001193");
  record.name = verbatim(reader, "name");
  record.source = reader.text("source");
  record.date = reader.text("date");
  const auto day = form::parse_date(record.date);
  if (!day || !day->whole()) reader.fail("date", "must be a day such as 2026-11-22");
  record.agencies = reader.texts("agencies", max_list);
  record.results = reader.texts("results", max_list);
  for (Reader& item : reader.objects("methods", max_list, Presence::optional))
    record.methods.push_back(read_method(item));
  for (Reader& item : reader.objects("cases", max_list, Presence::optional))
    record.cases.push_back(read_case(item));
  for (Reader& item : reader.objects("documents", max_list, Presence::optional))
    record.documents.push_back(read_document(item));
  record.notes = reader.integer("notes", 0, 0, most_time);
  record.legal = reader.texts("legal", max_list);
  reader.done();
  if (error) return *error;
  return record;
}

Result<OfficialRecord> parse_official(std::string_view json_text) {
  const Result<Json> data = codec::json_parse(json_text);
  if (!data) return data.error();
  return read_official(*data);
}

std::string official_path(std::string_view code) {
  return "official/" + std::string(code) + ".json";
}

std::size_t real_documents(const OfficialRecord& record) {
  return static_cast<std::size_t>(
      std::count_if(record.documents.begin(), record.documents.end(),
                    [](const auto& each) { return each.originals + each.copies > 0; }));
}

}  // namespace motcua::catalogue
