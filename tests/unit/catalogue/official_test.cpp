#include "shared/catalogue/official.h"

#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "shared/catalogue/official_compare.h"
#include "shared/catalogue/official_import.h"
#include "shared/codec/json.h"
#include "test_assets.h"

using namespace motcua;
using namespace motcua::catalogue;

namespace {

using codec::Json;

/// A record that nobody published.
Json invented() {
  return codec::json_parse(R"({"code":"1.001193","name_vi":" Thủ tục  thử ","ministry":"Bộ Thử",
    "executing":["Ủy ban thử"],"results_vi":["Giấy thử"],"legal":["1/2026/NĐ-CP"],
    "cases":[{"code":"1.001193.01","name":"Thử","qty":9,"type":"DAY"}],
    "methods":[
      {"channel":"ONLINE","time":1,"unit":"OTHER","note":"","fees":[{"type":"FEE","value":0,"note":""}]},
      {"channel":"DIRECT","time":5,"unit":"DAY","note":"ghi chú\u0007","fees":[{"type":"FEE","value":8000,"note":"một bản"}]}],
    "documents":[
      {"case":"* Phải nộp:","code":"x","name_vi":"- Giấy thử","original":1,"copy":0,"required_flag":false,"attachments":[]},
      {"case":"","code":"y","name_vi":"Lưu ý","original":0,"copy":0,"required_flag":true,"attachments":[]}],
    "note_rows_0_0":3})")
      .value();
}

const Taken taken{"Bản ghi thử", "2026-07-18"};

std::string refusal(const std::function<void(Json&)>& change, Taken from = taken) {
  Json data = invented();
  change(data);
  const auto record = import_official(data, "1.001193", from);
  return record ? std::string() : record.error().message;
}

}  // namespace

TEST_CASE("a public record becomes ours to show, clean and whole", "[catalogue]") {
  const auto made =
      import_official(Json::array({Json(1), Json::object(), invented()}), "1.001193", taken);
  REQUIRE(made);
  const auto record = read_official(*made);
  REQUIRE(record);
  CHECK(record->name == "Thủ tục thử");
  CHECK(record->source == "Bản ghi thử");
  REQUIRE(record->methods.size() == 2);
  CHECK(record->methods[0].note.empty());
  CHECK(record->methods[1].note == "ghi chú");
  CHECK(record->methods[1].channel == Channel::counter);
  CHECK(record->methods[1].unit == OfficialRecord::Unit::days);
  CHECK(record->methods[1].fees[0].value == 8000);
  CHECK(record->documents.size() == 2);
  CHECK(real_documents(*record) == 1);
  CHECK(record->notes == 3);
  CHECK(official_path(record->code) == "official/1.001193.json");
}

TEST_CASE("a record that is not one is refused with its place", "[catalogue]") {
  CHECK(refusal([](Json&) {}).empty());
  CHECK(refusal([](Json& d) { d["code"] = "../x"; }).find("no record") != std::string::npos);
  CHECK(refusal([](Json& d) { d.erase("name_vi"); }).find("name_vi") == 0);
  CHECK(refusal([](Json& d) { d["methods"][0]["channel"] = "FAX"; }) ==
        "methods[0].channel is none that is known");
  CHECK(refusal([](Json& d) { d["methods"][1]["time"] = "5"; }).find("methods[1].time") == 0);
  CHECK(refusal([](Json& d) { d["methods"][1]["time"] = 1'000'000; }).find("methods[1].time") == 0);
  CHECK(refusal([](Json& d) { d["documents"][0]["name_vi"] = 7; }).find("documents[0].name_vi") ==
        0);
  CHECK(refusal([](Json& d) {
          d["documents"][0]["name_vi"] = std::string(40000, 'a');
        }).find("documents[0].name is too long") == 0);
  CHECK(refusal([](Json& d) {
          d["documents"] = Json::array();
          for (int i = 0; i < 501; ++i) d["documents"].push_back(Json::object());
        }).find("documents has too many") == 0);
  CHECK(refusal([](Json&) {}, {"Bản ghi thử", "mai"}).find("date") == 0);
  CHECK(refusal([](Json&) {}, {"", "2026-07-18"}).find("source") == 0);
  CHECK_FALSE(import_official(Json(nullptr), "1.001193", taken));
  CHECK(import_official(Json::array(), "1.001193", taken).error().code == Code::not_found);
  CHECK_FALSE(parse_official("[]"));
}

TEST_CASE("a code that is no file name is refused", "[catalogue]") {
  Json data = invented();
  data["code"] = "../x";
  const auto made = import_official(data, "../x", taken);
  REQUIRE_FALSE(made);
  CHECK(made.error().message.find("code must be") == 0);
}

TEST_CASE("what differs in figures is found, and what the record contradicts", "[catalogue]") {
  const auto record = read_official(import_official(invented(), "1.001193", taken).value()).value();
  Procedure ours = parse_procedure(assets::procedures_1_001193_json).value();
  const auto told = [&] {
    std::string all;
    for (const auto& each : comparison(ours, record, "2026-11-22")) all += each + "\n";
    return all;
  };
  CHECK(told() ==
        "time at the counter: ours 1 working days, the record 5 days\n"
        "papers: ours 6, the record 1\n"
        "the record lists 4 notes as documents\n"
        "the record requires a document of which it wants nothing: Lưu ý\n"
        "its case 1.001193.01 takes 9 days, which none of its ways of filing says\n");
  ours.components.resize(1);
  ours.fees.push_back({});
  ours.fees[0].vnd = 100;
  const auto found = differences(ours, record, "2026-11-22");
  CHECK(found.time);
  CHECK(found.fee);
  CHECK_FALSE(found.papers);
  CHECK(told().find("fee online: ours 100, the record 0\n") != std::string::npos);
  ours.times.clear();
  CHECK_FALSE(differences(ours, record, "2026-11-22").time);
  CHECK(told().find("time online: we have no figure, the record 1 of a unit") != std::string::npos);
}
