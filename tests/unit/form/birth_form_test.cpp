// The form of birth registration itself, as people fill it in.

#include "shared/codec/json.h"
#include "shared/form/judge_json.h"
#include "shared/form/normalise.h"
#include "shared/form/visible.h"
#include "test_assets.h"
#include "tests/unit/form/small_form.h"

using namespace motcua;
using namespace motcua::form;
using small::codes;
using small::today;

namespace {

Schema birth() {
  Result<Schema> parsed = parse_schema(assets::forms_birth_json);
  if (!parsed) FAIL(parsed.error().message);
  return std::move(parsed).value();
}

codec::Json fixture() {
  Result<codec::Json> parsed = codec::json_parse(assets::forms_birth_fixture_json);
  if (!parsed) FAIL(parsed.error().message);
  return (*parsed)["values"];
}

Values filled() { return read_values(fixture()); }

Values with(const char* field, Value value) {
  Values values = filled();
  values[field] = std::move(value);
  return values;
}

std::string fields(const std::vector<Defect>& defects) {
  std::string all;
  for (const Defect& defect : defects) all += (all.empty() ? "" : " ") + defect.field;
  return all;
}

}  // namespace

TEST_CASE("the fixture is complete and right", "[form]") {
  const Schema form = birth();
  CHECK(form.id == "birth/1");
  CHECK(codes(judge_received(form, filled(), today)).empty());
  CHECK(submission(form, filled(), today) == filled());
}

TEST_CASE("an empty form names everything that is wanted, step by step", "[form]") {
  const Schema form = birth();
  const auto defects = judge(form, initial_values(form), today);
  for (const Defect& defect : defects) CHECK(defect.code == "required");
  CHECK(fields(defects) ==
        "child.name child.sex child.birth child.ethnicity child.place-kind "
        "child.place-address child.native-place mother.name mother.birth mother.ethnicity "
        "mother.address father.name father.birth father.ethnicity father.address "
        "requester.relation requester.id requester.name requester.address requester.phone "
        "filing.competent filing.receiving");
  CHECK(defects[0].message.vi == "Hãy điền họ, chữ đệm và tên của bé");
}

TEST_CASE("a father of whom nothing is known is not asked about", "[form]") {
  const Schema form = birth();
  Values values = with("father.unknown", true);
  const Visible shown = visible(form, values, today);
  CHECK(shown.step("father"));
  CHECK_FALSE(shown.group("father.identity"));
  CHECK_FALSE(shown.group("parents.marriage"));
  CHECK(judge(form, values, today).empty());
  CHECK(submission(form, values, today).count("father.name") == 0);
  CHECK(fields(judge_received(form, values, today)).find("father.name") != std::string::npos);
}

TEST_CASE("an abandoned child has no steps for the parents", "[form]") {
  const Schema form = birth();
  Values values = with("child.case", "abandoned");
  values["requester.relation"] = "carer";
  const Visible shown = visible(form, values, today);
  CHECK_FALSE(shown.step("mother"));
  CHECK_FALSE(shown.step("father"));
  CHECK(judge(form, submission(form, values, today), today).empty());
}

TEST_CASE("dates that cannot be are errors, unusual ones only warnings", "[form]") {
  const Schema form = birth();
  CHECK(codes(judge(form, with("child.birth", "2026-11-23"), today)) == "future");
  CHECK(codes(judge(form, with("child.birth", "2026-11-22"), today)).empty());

  const auto younger = judge(form, with("mother.birth", "2026-11-06"), today);
  CHECK(blocks(younger));
  CHECK(codes(younger).find("born-before-child") != std::string::npos);

  const auto nine = judge(form, with("mother.birth", "2017-03-27"), today);
  CHECK(codes(nine) == "id-birth-year parent-age");
  CHECK_FALSE(blocks(nine));

  CHECK(judge(form, with("mother.birth", "1996"), today).empty());
}

TEST_CASE("a personal number that disagrees only warns", "[form]") {
  const Schema form = birth();
  const auto mother = judge(form, with("mother.id", "999095000012"), today);
  CHECK(codes(mother) == "id-birth-year id-sex");
  CHECK_FALSE(blocks(mother));
  CHECK(codes(judge(form, with("father.id", "999194000034"), today)) == "id-sex");
}

TEST_CASE("who asks must fit what is known about the parents", "[form]") {
  const auto defects = judge(birth(), with("mother.unknown", true), today);
  CHECK(codes(defects) == "mother-unknown");
  CHECK_FALSE(blocks(defects));
}

TEST_CASE("copies are a number from 0 to 20", "[form]") {
  const auto defects = judge(birth(), with("filing.copies", std::int64_t{21}), today);
  REQUIRE(codes(defects) == "number-range");
  CHECK(defects[0].message.vi == "“Số bản sao muốn nhận thêm” phải là số từ 0 đến 20");
}

TEST_CASE("judging over JSON, as the gateway does", "[form]") {
  const auto schema = codec::json_parse(assets::forms_birth_json);
  REQUIRE(schema);
  codec::Json values = fixture();
  const auto clean = judge_json(*schema, values, "2026-11-22T05:00:00Z");
  REQUIRE(clean);
  CHECK(clean->empty());

  values["child.name"] = 7;
  values["mother.id"] = "999095000012";
  values["nobody"] = codec::Json::object();
  const auto found = judge_json(*schema, values, "2026-11-22");
  REQUIRE(found);
  CHECK(
      codec::json_canonical((*found)[0]).value() ==
      R"({"code":"wrong-type","field":"child.name","message":{"en":"“Full name of the child” holds )"
      R"(the wrong kind of data. Fill it in again","vi":"“Họ, chữ đệm và tên của bé” có kiểu dữ )"
      R"(liệu không đúng. Hãy điền lại ô này"},"severity":"error","step":"child"})");
  CHECK((*found)[1]["severity"] == "warning");
  CHECK(found->back()["code"] == "unknown-field");

  for (const codec::Json& odd : {codec::Json(), codec::Json::array(), codec::Json("x")}) {
    const auto refused = judge_json(*schema, odd, "2026-11-22");
    REQUIRE(refused);
    CHECK((*refused)[0]["code"] == "wrong-type");
  }
  CHECK_FALSE(judge_json(*schema, values, "today"));
  CHECK_FALSE(judge_json(codec::Json::object(), values, "2026-11-22"));
}
