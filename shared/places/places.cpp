#include "shared/places/places.h"

#include <algorithm>
#include <set>

#include "shared/codec/json.h"
#include "shared/form/reader.h"
#include "shared/text/search.h"
#include "shared/text/utf8.h"

namespace motcua::places {

namespace {

using codec::Json;
using form::Reader;

constexpr std::size_t max_provinces = 100, max_units = 20000;

bool is_code(std::string_view text, std::size_t size) {
  return text.size() == size && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Unit read_unit(Reader& reader) {
  Unit unit;
  unit.code = reader.text("code");
  unit.province = reader.text("province");
  const std::string kind = reader.text("kind");
  unit.kind = kind == "centre" ? Unit::Kind::centre : Unit::Kind::commune;
  if (kind != "centre" && kind != "commune") reader.fail("kind", "must be commune or centre");
  unit.name = reader.words("name");
  unit.place = reader.words("place");
  if (!is_code(unit.code, 5)) reader.fail("code", "must be five digits");
  reader.done();
  return unit;
}

}  // namespace

Result<List> read_list(const Json& data) {
  std::optional<Error> error;
  Reader reader(data, "", error);
  List list;
  if (reader.text("format") != "motcua.places/1") reader.fail("format", "must be motcua.places/1");
  list.version = reader.text("version");
  list.demo = reader.flag("demo");
  std::set<std::string> provinces, units;
  for (Reader& item : reader.objects("provinces", max_provinces)) {
    Province province;
    province.code = item.text("code");
    province.name = item.words("name");
    item.done();
    if (!is_code(province.code, 2)) item.fail("code", "must be two digits");
    if (!provinces.insert(province.code).second) {
      item.fail("code", "stands there twice", Code::duplicate);
    }
    list.provinces.push_back(std::move(province));
  }
  for (Reader& item : reader.objects("units", max_units)) {
    list.units.push_back(read_unit(item));
    const Unit& unit = list.units.back();
    if (!units.insert(unit.code).second) item.fail("code", "stands there twice", Code::duplicate);
    if (provinces.count(unit.province) == 0) item.fail("province", "is not in the list");
  }
  reader.done();
  if (error) return *error;
  return list;
}

Result<List> parse_list(std::string_view json_text) {
  Result<Json> data = codec::json_parse(json_text);
  if (!data) return data.error();
  return read_list(*data);
}

const Unit* find_unit(const List& list, std::string_view code) {
  for (const Unit& unit : list.units) {
    if (unit.code == code) return &unit;
  }
  return nullptr;
}

const Province* find_province(const List& list, std::string_view code) {
  for (const Province& province : list.provinces) {
    if (province.code == code) return &province;
  }
  return nullptr;
}

std::vector<const Unit*> search(const List& list, std::string_view query, std::size_t most) {
  const text::SearchKey words = text::search_key(text::first_points(query, 200));
  std::vector<int> scores;
  for (const Unit& unit : list.units) {
    int score = words.words.empty() ? 1 : 0;
    for (const LocalText* name : {&unit.place, &unit.name}) {
      score = std::max(score, text::match(words, text::search_key(name->vi)));
      score = std::max(score, text::match(words, text::search_key(name->in("en"))));
    }
    scores.push_back(score);
  }
  std::vector<const Unit*> units;
  for (const std::size_t at : text::ranked(scores, most)) units.push_back(&list.units[at]);
  return units;
}

}  // namespace motcua::places
