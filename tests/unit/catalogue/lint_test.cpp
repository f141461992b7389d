#include "shared/catalogue/lint.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/json.h"
#include "test_assets.h"

using namespace motcua;
using namespace motcua::catalogue;

namespace {

codec::Json json(std::string_view text) { return codec::json_parse(text).value(); }

form::Schema birth_form() { return form::parse_schema(assets::forms_birth_json).value(); }
Index whole_index() {
  Index index = parse_index(assets::procedures_index_json).value();
  REQUIRE(parse_search(index, assets::procedures_search_json));
  return index;
}
Procedure birth() { return parse_procedure(assets::procedures_1_001193_json).value(); }

}  // namespace

TEST_CASE("the catalogue's own data is in order", "[catalogue]") {
  CHECK(lint::form(birth_form()) == lint::Findings{});
  CHECK(lint::procedure(birth(), birth_form()) == lint::Findings{});
  CHECK(lint::places(places::parse_list(assets::places_demo_json).value()) == lint::Findings{});
  const Index index = whole_index();
  CHECK(lint::entry(*find_entry(index, "1.001193"), birth()) == lint::Findings{});
  CHECK(lint::unverified(birth()) == 10);
}

TEST_CASE("slips in a form are found", "[catalogue]") {
  form::Schema form = birth_form();
  form::Field& name = form.steps[0].groups[1].fields[0];
  REQUIRE(name.id == "child.name");
  name.label.en.clear();
  name.hint.vi += " ";
  form.steps[0].groups[0].fields[0].initial = form::Value("nobody");
  form.steps[1].visible_if.op = form::Condition::Op::equal;
  form.steps[1].visible_if.field = "child.case";
  form.steps[1].visible_if.values = {form::Value("ordinery")};
  form.steps[1].visible_if.parts.clear();
  CHECK(lint::form(form) ==
        lint::Findings{"child.case: the initial answer is one that the form refuses",
                       "child.name: label has no English",
                       "child.name: hint is not in normal form, or has stray spaces or marks",
                       "mother: a condition compares child.case with a value it cannot have"});
}

TEST_CASE("slips in a procedure and its index are found", "[catalogue]") {
  Procedure procedure = birth();
  procedure.components[1].when.field = "requester.role";
  procedure.components[2].originals = 0;
  procedure.form = "death/1";
  CHECK(lint::procedure(procedure, birth_form()) ==
        lint::Findings{"1.001193: its form is birth/1",
                       "uy-quyen: a condition reads requester.role, which is no field",
                       "bien-ban-bo-roi: neither an original nor a copy is wanted"});
  const Index index = whole_index();
  procedure.version = "2027-03-01";
  CHECK(lint::entry(index.entries[0], procedure) ==
        lint::Findings{"1.001193: the index has another version",
                       "1.001193: the index has another form"});
}

TEST_CASE("a demo never uses an official code", "[catalogue]") {
  places::List list = places::parse_list(assets::places_demo_json).value();
  list.provinces[0].code = "01";
  CHECK(lint::places(list) == lint::Findings{"01: a demo must not use an official code"});
}

TEST_CASE("words stand in both languages", "[catalogue]") {
  const codec::Json vi = json(R"({"a":{"b":"x","c":"y"},"d":""})");
  CHECK(lint::words(vi, json(R"({"a":{"b":"x"},"d":"z","e":"w"})")) ==
        lint::Findings{"d: is empty", "a.c: has no English", "e: has no Vietnamese"});
  CHECK(lint::words(json(R"({"a":"b"})"), json(R"({"a":"c"})")).empty());
  CHECK(lint::words(json(R"({"a":{"other":"b"},"locale":{"x":"y"}})"),
                    json(R"({"a":{"one":"c","other":"d"}})"))
            .empty());
  CHECK(lint::words(json(R"({"b":"c"})"), json(R"({"b":"c","a":{"one":"c"}})")).size() == 1);
}
