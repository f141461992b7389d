#include "shared/form/repeat.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "shared/codec/json.h"
#include "shared/form/judge.h"
#include "shared/form/schema.h"

using namespace motcua;
using namespace motcua::form;

namespace {

codec::Json made() {
  return codec::json_parse(R"({
    "format": "motcua.form/1", "id": "move/1", "title": {"vi": "Chuyển", "en": "Moving"},
    "source": {"text": "thử", "date": "2026-07-01", "verified": false},
    "roles": {"applicant": {"name": "me.name", "id": "me.id"}, "receiving": "me.unit"},
    "steps": [{"id": "who", "title": {"vi": "Ai", "en": "Who"}, "groups": [
      {"id": "me", "legend": {"vi": "Bạn", "en": "You"}, "fields": [
        {"id": "me.name", "type": "name", "label": {"vi": "Tên"}},
        {"id": "me.id", "type": "personal-id", "label": {"vi": "Số"}},
        {"id": "me.unit", "type": "unit", "label": {"vi": "Nơi"}},
        {"id": "me.others", "type": "number", "label": {"vi": "Mấy người"}, "min": 0, "max": 3}]},
      {"id": "people", "legend": {"vi": "Người thứ {n}", "en": "Person {n}"},
       "repeat": {"count": "me.others", "most": 3},
       "fields": [
        {"id": "people.name", "type": "name", "label": {"vi": "Tên người thứ {n}"}, "required": true},
        {"id": "people.birth", "type": "date", "label": {"vi": "Sinh"}},
        {"id": "people.id", "type": "personal-id", "label": {"vi": "Số"},
         "card": {"name": "people.name", "birth": "people.birth"},
         "checks": [{"code": "year", "severity": "warning",
                     "must": {"op": "id-birth", "field": "people.id", "birth": "people.birth"},
                     "message": {"vi": "Năm sinh khác"}}]}]}]}]})")
      .value();
}

std::string codes(const Schema& schema, const Values& values) {
  std::string out;
  for (const auto& defect : judge(schema, values, Date{2026, 11, 22}))
    out += (out.empty() ? "" : " ") + defect.field + ":" + defect.code;
  return out;
}

}  // namespace

TEST_CASE("a group is asked as often as the person says", "[form]") {
  const auto schema = read_schema(made());
  REQUIRE(schema);
  REQUIRE(schema->steps[0].groups.size() == 4);
  CHECK(schema->steps[0].groups[2].id == "people.2");
  CHECK(schema->steps[0].groups[2].legend.vi == "Người thứ 2");
  CHECK(find_field(*schema, "people.3.name")->label.vi == "Tên người thứ 3");
  CHECK(find_field(*schema, "people.2.id")->card.name == "people.2.name");
  CHECK(codes(*schema, {}).empty());
  CHECK(codes(*schema, {{"me.others", Value(std::int64_t{2})}}) ==
        "people.1.name:required people.2.name:required");
  // Conditions inside look at the same one.
  CHECK(codes(*schema, {{"me.others", Value(std::int64_t{2})},
                        {"people.1.name", Value("Thử Một")},
                        {"people.1.birth", Value("1996-03-27")},
                        {"people.1.id", Value("999196000012")},
                        {"people.2.name", Value("Thử Hai")},
                        {"people.2.birth", Value("1996-03-27")},
                        {"people.2.id", Value("999180000012")}}) == "people.2.id:year");
}

TEST_CASE("a repeat that cannot be is refused", "[form]") {
  const auto refused = [](const char* text) {
    codec::Json form = made();
    form["steps"][0]["groups"][1]["repeat"] = codec::json_parse(text).value();
    return !read_schema(form);
  };
  CHECK(refused(R"({"count":"me.others","most":1})"));
  CHECK(refused(R"({"count":"me.others","most":21})"));
  CHECK(refused(R"({"count":"me.others"})"));
  CHECK(refused(R"({"count":"nobody","most":3})"));
  CHECK(refused(R"({"count":"me.others","most":3,"more":1})"));
  CHECK(refused(R"([])"));
  codec::Json form = made();
  form["steps"][0]["groups"][1]["fields"][0]["id"] = "name";
  CHECK(!read_schema(form));
}
