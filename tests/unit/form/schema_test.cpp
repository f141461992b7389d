#include <catch2/catch_test_macros.hpp>

#include "tests/unit/form/small_form.h"

using namespace motcua;
using namespace motcua::form;
using namespace motcua::form::small;

namespace {

std::string refusal(const std::string& fields) {
  const Result<Schema> parsed = parse_schema(schema_text(fields));
  return parsed ? "" : parsed.error().message;
}

bool says(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a field has sensible defaults", "[form]") {
  const Schema form = schema(field("personal-id"));
  const Field* found = find_field(form, "f");
  REQUIRE(found);
  CHECK(found->kind == Kind::personal_id);
  CHECK(found->max_length == 200);
  CHECK(found->inputmode == "numeric");
  CHECK(found->label.in("en") == "Box");
  CHECK_FALSE(found->required.truth);
  CHECK(found->visible_if.truth);
  CHECK(find_step(form, "one"));
  CHECK(step_of(form, "f") == find_step(form, "one"));
  CHECK_FALSE(find_field(form, "g"));
}

TEST_CASE("what is wrong in a schema is named with its place", "[form]") {
  CHECK(says(refusal(R"({"id":"f","label":{"vi":"Ô"}})"), "steps[0].groups[0].fields[0].type"));
  CHECK(says(refusal(field("essay")), "is not a known type"));
  CHECK(says(refusal(field("text") + "," + field("text")), "twice"));
  CHECK(says(refusal(field("text", R"("id2":1)")), "id2 is not a member known here"));
  CHECK(says(refusal(field("choice")), "options is missing"));
  CHECK(says(refusal(field("ethnicity")), "options_from"));
  CHECK(says(refusal(field("text", R"("min":1)")), "min"));
  CHECK(says(refusal(field("text", R"("max_length":0)")), "max_length"));
  CHECK(says(refusal(field("text", R"("initial":{})")), "initial"));
  CHECK(says(refusal(R"({"id":"F","type":"text","label":{"vi":"Ô"}})"), "id must be"));
  CHECK(says(refusal(R"({"id":"f","type":"text","label":"Ô"})"), "label must be an object"));
  CHECK(says(refusal(R"({"id":"f","type":"text","label":{"en":"Box"}})"), "label.vi is missing"));
  CHECK(says(refusal(field("text", R"("required":{"op":"present","field":"who"})")), "reads who"));
  CHECK(says(refusal(field("text", R"("visible_if":{"op":"present","field":"f"})")), "reads f"));
  CHECK(says(refusal(field("text", R"("checks":[{"code":"x","message":{"vi":"M"}}])")), "must"));
  CHECK_FALSE(parse_schema("[]"));
  CHECK_FALSE(parse_schema("{"));
  CHECK_FALSE(parse_schema(""));
}

TEST_CASE("a schema is bounded", "[form]") {
  std::string many;
  for (std::size_t i = 0; i <= max_fields; ++i) {
    if (i > 0) many += ',';
    many += R"({"id":"f)" + std::to_string(i) + R"(","type":"text","label":{"vi":"Ô"}})";
  }
  const Result<Schema> parsed = parse_schema(schema_text(many));
  REQUIRE_FALSE(parsed);
  CHECK(parsed.error().code == Code::too_large);
}
