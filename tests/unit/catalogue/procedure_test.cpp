#include "shared/catalogue/procedure.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/catalogue/components.h"
#include "shared/codec/json.h"
#include "test_assets.h"

using namespace motcua;
using namespace motcua::catalogue;

namespace {

const form::Date today = *form::parse_date("2026-11-22");

Procedure birth() {
  Result<Procedure> parsed = parse_procedure(assets::procedures_1_001193_json);
  if (!parsed) FAIL(parsed.error().message);
  return std::move(parsed).value();
}

codec::Json birth_json() { return codec::json_parse(assets::procedures_1_001193_json).value(); }

std::string found(const form::Values& values, const std::vector<std::string>& attached) {
  std::string all;
  for (const form::Defect& defect : judge_components(birth(), values, attached, today)) {
    all += defect.field + ":" + defect.code + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("birth registration says what people ask first", "[catalogue]") {
  const Procedure procedure = birth();
  CHECK(procedure.code == "1.001193");
  CHECK(procedure.name.vi == "Đăng ký khai sinh");
  CHECK(procedure.time.text.vi.find("15 giờ") != std::string::npos);
  CHECK(form_path(procedure.form) == "forms/birth.json");
  CHECK(find_component(procedure, "giay-chung-sinh")->alternatives.size() == 2);
  CHECK(find_component(procedure, "nothing") == nullptr);
}

TEST_CASE("which papers are wanted depends on the answers", "[catalogue]") {
  CHECK(found({}, {}) == "giay-chung-sinh:missing-component ");
  CHECK(found({}, {"giay-chung-sinh"}).empty());
  CHECK(found({{"requester.relation", "authorised"}}, {"giay-chung-sinh"}) ==
        "uy-quyen:missing-component ");
  CHECK(found({{"child.case", "abandoned"}}, {}) == "bien-ban-bo-roi:missing-component ");
  CHECK(found({{"child.case", "surrogacy"}}, {"giay-chung-sinh", "mang-thai-ho"}).empty());
}

TEST_CASE("papers nobody asked for are named", "[catalogue]") {
  CHECK(found({}, {"giay-chung-sinh", "uy-quyen", "tuy-than"}) ==
        "uy-quyen:unwanted-component tuy-than:unwanted-component ");
  CHECK_FALSE(form::blocks(judge_components(birth(), {}, {"giay-chung-sinh", "uy-quyen"}, today)));
  CHECK(found({}, {"giay-chung-sinh", "cccd", "cccd"}) == "cccd:unknown-component ");
  CHECK(form::blocks(judge_components(birth(), {}, {"giay-chung-sinh", "cccd"}, today)));
  const auto defects = judge_components(birth(), {}, {"giay-chung-sinh", "../x\n"}, today);
  CHECK(defects[0].message.vi == "Thủ tục này không có giấy tờ “x”");
  CHECK(defects[0].step == "components");
}

TEST_CASE("a malformed procedure is refused with its place", "[catalogue]") {
  const auto refusal = [](auto change) {
    codec::Json data = birth_json();
    change(data);
    const Result<Procedure> parsed = read_procedure(data);
    return parsed ? std::string() : parsed.error().message;
  };
  CHECK(refusal([](auto&) {}).empty());
  CHECK(refusal([](auto& d) { d.erase("fee"); }) == "fee is missing");
  CHECK(refusal([](auto& d) { d["fee"]["vnd"] = 0; }).find("fee.vnd is not a member") == 0);
  CHECK(refusal([](auto& d) { d["times"][0]["case"] = "none"; }).find("times[0].case") == 0);
  CHECK(refusal([](auto& d) { d["times"][0]["value"] = 0; }).find("times[0].value") == 0);
  CHECK(refusal([](auto& d) { d["times"][0].erase("value"); }).find("times[0].value") == 0);
  CHECK(refusal([](auto& d) { d["times"][0]["unit"] = "weeks"; }).find("times[0].unit") == 0);
  for (const char* clock : {"24:00", "15:60", "3:00", "15.00", "15:0a"}) {
    INFO(clock);
    const auto told = refusal([&](auto& d) { d["times"][0]["same_day_before"] = clock; });
    CHECK(told.find("times[0].same_day_before") == 0);
  }
  CHECK(refusal([](auto& d) { d["times"][0]["unit"] = "hours"; }).find("same_day_before") !=
        std::string::npos);
  CHECK(refusal([](auto& d) { d["cases"][0].erase("when"); }).find("cases[0].when") == 0);
  CHECK(refusal([](auto& d) { d["cases"][1]["id"] = d["cases"][0]["id"]; }).find("twice") !=
        std::string::npos);
  CHECK(refusal([](auto& d) { d["questions"] = {"a", "a"}; }).find("questions") == 0);
  CHECK(refusal([](auto& d) {
          d["questions"] = {"a", "b", "c", "d", "e"};
        }).find("questions") == 0);
  CHECK(refusal([](auto& d) { d["extra"] = 1; }) == "extra is not a member known here");
  CHECK(refusal([](auto& d) { d["components"][0]["need"] = "maybe"; }).find("components[0].need") ==
        0);
  CHECK(refusal([](auto& d) { d["components"][0].erase("when"); }).find("components[0].when") == 0);
  CHECK(refusal([](auto& d) { d["components"][1]["id"] = "giay-chung-sinh"; }).find("twice") !=
        std::string::npos);
  CHECK(refusal([](auto& d) { d["components"][0]["id"] = "../x"; }).find("components[0].id") == 0);
  CHECK(refusal([](auto& d) { d["source"]["date"] = "soon"; }).find("source.date") == 0);
  CHECK_FALSE(parse_procedure("null"));
}
