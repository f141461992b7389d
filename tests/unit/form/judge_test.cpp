#include "shared/form/normalise.h"
#include "shared/form/visible.h"
#include "tests/unit/form/small_form.h"

using namespace motcua::form;
using namespace motcua::form::small;

namespace {

const char* chained =
    R"({"id":"a","type":"checkbox","label":{"vi":"A"}},)"
    R"({"id":"b","type":"checkbox","label":{"vi":"B"},"visible_if":{"op":"eq","field":"a","value":true}},)"
    R"({"id":"c","type":"text","label":{"vi":"C"},"required":true,)"
    R"("visible_if":{"op":"eq","field":"b","value":true}})";

}  // namespace

TEST_CASE("every defect is named at once, in the form's order, strangers last", "[form]") {
  const Schema form = schema(R"({"id":"a","type":"name","label":{"vi":"A"},"required":true},)"
                             R"({"id":"b","type":"phone","label":{"vi":"B"}},)"
                             R"({"id":"c","type":"date","label":{"vi":"C"},"required":true})");
  const auto defects =
      judge(form, {{"aa", "?"}, {"b", "12"}, {"c", "2026-13-01"}, {"zz", true}}, today);
  CHECK(codes(defects) == "required phone date-invalid unknown-field unknown-field");
  CHECK(defects[3].field == "aa");
  CHECK(defects[3].step.empty());
  CHECK(defects[3].message.vi == "Tờ khai này không có ô “aa”");
  CHECK(blocks(defects));
  CHECK(defects_of_step(defects, "one").size() == 3);
}

TEST_CASE("what hangs on a hidden answer is hidden, too", "[form]") {
  const Schema form = schema(chained);
  const Values stale = {{"a", false}, {"b", true}, {"c", ""}};
  const Visible shown = visible(form, stale, today);
  CHECK(shown.field("a"));
  CHECK_FALSE(shown.field("b"));
  CHECK_FALSE(shown.field("c"));
  CHECK(shown.group("g"));
  CHECK(shown.step("one"));
  CHECK(judge(form, stale, today).empty());
  CHECK(codes(judge_received(form, stale, today)) == "hidden-field hidden-field");
  CHECK(codes(judge(form, {{"a", true}, {"b", true}}, today)) == "required");
  CHECK(submission(form, stale, today).empty());
}

TEST_CASE("required may depend on other answers", "[form]") {
  const Schema form = schema(
      R"({"id":"a","type":"text","label":{"vi":"A"},"required":{"op":"not","of":{"op":"present","field":"b"}}},)"
      R"({"id":"b","type":"text","label":{"vi":"B"}})");
  CHECK(codes(judge(form, {}, today)) == "required");
  CHECK(judge(form, {{"b", "x"}}, today).empty());
}

TEST_CASE("warnings never block, and stand behind errors of the same field", "[form]") {
  const std::string check =
      R"("checks":[{"code":"old","severity":"warning","must":{"op":"after","field":"f","than":"2000-01-01"},"message":{"vi":"Lâu rồi"}},)"
      R"({"code":"future","must":{"op":"before","field":"f","than":"today"},"message":{"vi":"Chưa tới"}},)"
      R"({"code":"very-old","when":{"op":"before","field":"f","than":"1900-01-01"},"must":false,"message":{"vi":"Quá lâu"}}])";
  const Schema form = schema(field("date", check));
  CHECK(judge(form, {}, today).empty());
  CHECK(judge(form, {{"f", "2010-01-01"}}, today).empty());

  const auto warned = judge(form, {{"f", "1990-01-01"}}, today);
  CHECK(codes(warned) == "old");
  CHECK_FALSE(blocks(warned));
  CHECK(defect_of(warned, "f")->message.vi == "Lâu rồi");

  CHECK(codes(judge(form, {{"f", "2026-11-22"}}, today)) == "future");
  const auto both = judge(form, {{"f", "1890-01-01"}}, today);
  CHECK(codes(both) == "old very-old");
  CHECK(defect_of(both, "f")->code == "very-old");
  CHECK(defect_of(both, "g") == nullptr);
}

TEST_CASE("a field's own words go before the engine's", "[form]") {
  const Schema form =
      schema(field("text", R"("required":true,"messages":{"required":{"vi":"Hãy điền tên bé"}})"));
  CHECK(judge(form, {}, today)[0].message.vi == "Hãy điền tên bé");
  CHECK(judge(form, {{"f", true}}, today)[0].message.vi.find("kiểu dữ liệu") != std::string::npos);
}

TEST_CASE("a flood of answers is one defect, a monstrous name is cut", "[form]") {
  const Schema form = schema(field("text"));
  Values flood;
  for (int i = 0; i < 2000; ++i) flood.emplace("x" + std::to_string(i), "");
  CHECK(codes(judge(form, flood, today)) == "too-many");
  const auto defects = judge(form, {{std::string(100000, 'x'), ""}}, today);
  REQUIRE(defects.size() == 1);
  CHECK(defects[0].message.vi.size() < 200);
}
