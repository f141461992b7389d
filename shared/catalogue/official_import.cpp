#include "shared/catalogue/official_import.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "shared/catalogue/official.h"
#include "shared/codec/json.h"
#include "shared/form/reader.h"
#include "shared/text/normal.h"

namespace motcua::catalogue {

namespace {

using codec::Json;
using form::Presence;
using form::Reader;

using Names = std::pair<std::string_view, std::string_view>;

constexpr std::size_t max_rows = 500;
constexpr std::int64_t most = 1'000'000'000'000;
constexpr Names channels[] = {{"ONLINE", "online"}, {"POSTAL", "post"}, {"DIRECT", "counter"}};
constexpr Names units[] = {
    {"HOUR", "hours"}, {"DAY", "days"}, {"WORKING_DAY", "working-days"}, {"OTHER", "other"}};

const std::string* text_in(const Json& data) { return data.get_ptr<const Json::string_t*>(); }

template <std::size_t n>
std::string named(Reader& reader, std::string_view key, const Names (&names)[n]) {
  const std::string text = reader.text(key);
  for (const Names& each : names)
    if (each.first == text) return std::string(each.second);
  reader.fail(key, "is none that is known");
  return {};
}

using Clean = std::string (*)(std::string_view);

/// Puts a clean text under `to`; empty ones are left out.
void put(Json& object, const char* to, Reader& reader, std::string_view key, Presence presence,
         Clean clean_up = text::clean_line) {
  const Json* data = reader.member(key);
  const std::string* text = data ? text_in(*data) : nullptr;
  if (!text && (data || presence == Presence::needed)) reader.fail(key, "must be text");
  const std::string clean = text ? clean_up(*text) : std::string();
  if (clean.empty() && presence == Presence::needed) reader.fail(key, "must not be empty");
  if (!clean.empty()) object[to] = clean;
}

Json clean_texts(Reader& reader, std::string_view key) {
  Json list = Json::array();
  for (const std::string& text : reader.texts(key, max_rows)) {
    std::string clean = text::clean_line(text);
    if (!clean.empty()) list.push_back(std::move(clean));
  }
  return list;
}

Json method(Reader& reader) {
  Json out = Json::object();
  out["channel"] = named(reader, "channel", channels);
  out["time"] = reader.integer("time", 0, 0, most);
  out["unit"] = named(reader, "unit", units);
  put(out, "note", reader, "note", Presence::optional, text::clean_lines);
  out["fees"] = Json::array();
  for (Reader& item : reader.objects("fees", max_rows, Presence::optional)) {
    Json fee = Json::object();
    fee["value"] = item.integer("value", 0, 0, most);
    put(fee, "note", item, "note", Presence::optional, text::clean_lines);
    out["fees"].push_back(std::move(fee));
  }
  return out;
}

Json one_case(Reader& reader) {
  Json out = Json::object();
  put(out, "code", reader, "code", Presence::needed);
  put(out, "name", reader, "name", Presence::needed);
  out["time"] = reader.integer("qty", 0, 0, most);
  out["unit"] = named(reader, "type", units);
  return out;
}

Json document(Reader& reader) {
  Json out = Json::object();
  put(out, "group", reader, "case", Presence::optional);
  put(out, "name", reader, "name_vi", Presence::needed, text::clean_lines);
  out["originals"] = reader.integer("original", 0, 0, most);
  out["copies"] = reader.integer("copy", 0, 0, most);
  out["required"] = reader.flag("required_flag");
  return out;
}

template <class Make>
Json each(Reader& reader, std::string_view key, Make make) {
  Json list = Json::array();
  for (Reader& item : reader.objects(key, max_rows, Presence::optional)) list.push_back(make(item));
  return list;
}

/// Its code, or nothing when it has none.
std::string_view code_in(const Json& record) {
  if (!record.is_object()) return {};
  const auto found = record.find("code");
  const auto* text = found == record.end() ? nullptr : text_in(*found);
  return text ? std::string_view(*text) : std::string_view();
}

}  // namespace

Result<Json> import_official(const Json& data, std::string_view code, const Taken& taken) {
  const Json* found = nullptr;
  std::string place;
  if (data.is_array()) {
    for (std::size_t at = 0; at < data.size() && !found; ++at) {
      if (code_in(data[at]) != code) continue;
      found = &data[at];
      place = "[" + std::to_string(at) + "]";
    }
  } else if (code_in(data) == code) {
    found = &data;
  }
  if (!found) {
    return fail(Code::not_found, "there is no record with the code " + std::string(code),
                "name one that the file has");
  }
  std::optional<Error> error;
  Reader reader(*found, place, error);
  Json out = Json::object();
  out["format"] = "motcua.official/1";
  out["code"] = std::string(code);
  put(out, "name", reader, "name_vi", Presence::needed);
  out["source"] = text::clean_line(taken.source);
  out["date"] = taken.date;
  out["agencies"] = clean_texts(reader, "executing");
  out["results"] = clean_texts(reader, "results_vi");
  out["methods"] = each(reader, "methods", method);
  out["cases"] = each(reader, "cases", one_case);
  out["documents"] = each(reader, "documents", document);
  out["notes"] = reader.integer("note_rows_0_0", 0, 0, most);
  out["legal"] = clean_texts(reader, "legal");
  if (error) return *error;
  // What was made must be what is read.
  if (const auto read = read_official(out); !read) return read.error();
  return out;
}

}  // namespace motcua::catalogue
