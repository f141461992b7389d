#include "shared/catalogue/outlook.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/json.h"
#include "test_assets.h"

using namespace motcua;
using namespace motcua::catalogue;

namespace {

const form::Date today = *form::parse_date("2026-11-22");

Procedure birth() { return parse_procedure(assets::procedures_1_001193_json).value(); }
form::Schema birth_form() { return form::parse_schema(assets::forms_birth_json).value(); }

/// "papers: + needed, - not needed, ? open; questions; case"
std::string told(const Procedure& procedure, const form::Schema& schema,
                 const form::Values& answers) {
  const Outlook ahead = outlook(procedure, schema, answers, today);
  std::string all;
  for (const Wanted wanted : ahead.papers)
    all += wanted == Wanted::yes ? '+' : wanted == Wanted::no ? '-' : '?';
  for (const form::Field* field : ahead.questions) all += " " + field->id;
  return all + " = " + (ahead.fits ? ahead.fits->id : "");
}

/// A form of three questions in a chain, and a procedure with a paper for each.
struct Chain {
  form::Schema schema =
      form::parse_schema(
          R"({"format":"motcua.form/1","id":"thu/1","title":{"vi":"t"},)"
          R"("source":{"text":"thử","date":"2026-07-01","verified":false},"steps":[{"id":"s","title":{"vi":"t"},)"
          R"("groups":[{"id":"g","legend":{"vi":"l"},"fields":[)"
          R"({"id":"who","type":"choice","label":{"vi":"w"},"options":[{"value":"self","label":{"vi":"a"}},)"
          R"({"value":"other","label":{"vi":"b"}}]},)"
          R"({"id":"lost","type":"checkbox","label":{"vi":"l"},"visible_if":{"op":"eq","field":"who","value":"other"}},)"
          R"({"id":"note","type":"text","label":{"vi":"n"},"visible_if":{"op":"eq","field":"lost","value":true}}]}]}]})")
          .value();
  Procedure procedure = birth();

  Chain() {
    procedure.questions = {"who", "lost"};
    procedure.cases.clear();
    procedure.components.resize(3);
    when(0, R"({"op":"not","of":{"op":"eq","field":"who","value":"self"}})");
    when(1, R"({"op":"or","of":[{"op":"eq","field":"lost","value":true},)"
            R"({"op":"eq","field":"who","value":"self"}]})");
    when(2, R"({"op":"present","field":"note"})");
  }
  void when(std::size_t at, std::string_view condition) {
    procedure.components[at].need = Component::Need::conditional;
    procedure.components[at].when =
        form::parse_condition(codec::json_parse(condition).value()).value();
  }
};

}  // namespace

TEST_CASE("before any answer every conditional paper is open", "[catalogue]") {
  CHECK(told(birth(), birth_form(), {}) == "????++ child.case requester.relation = ");
}

TEST_CASE("answers tell the papers and the case", "[catalogue]") {
  CHECK(told(birth(), birth_form(), {{"child.case", "ordinary"}}) ==
        "+?--++ child.case requester.relation = ordinary");
  CHECK(told(birth(), birth_form(),
             {{"child.case", "abandoned"}, {"requester.relation", "authorised"}}) ==
        "-++-++ child.case requester.relation = abandoned");
}

TEST_CASE("what only an unasked field could tell stays open", "[catalogue]") {
  // An answer to a field that is no question counts for nothing.
  Procedure procedure = birth();
  procedure.questions = {"requester.relation"};
  CHECK(told(procedure, birth_form(), {{"child.case", "abandoned"}}) ==
        "????++ requester.relation = ");
}

TEST_CASE("a question that is not asked any more settles what it would have told", "[catalogue]") {
  const Chain chain;
  const auto now = [&](const form::Values& answers) {
    return told(chain.procedure, chain.schema, answers);
  };
  CHECK(now({}) == "??? who = ");
  CHECK(now({{"who", "self"}}) == "-+- who = ");
  CHECK(now({{"who", "other"}}) == "+?? who lost = ");
  CHECK(now({{"who", "other"}, {"lost", false}}) == "+-- who lost = ");
  CHECK(now({{"who", "other"}, {"lost", true}}) == "++? who lost = ");
  // The answer to a question that went away again counts for nothing.
  CHECK(now({{"who", "self"}, {"lost", true}}) == "-+- who = ");
  CHECK(outlook(chain.procedure, chain.schema, {{"who", "self"}, {"lost", true}}, today)
            .answers.size() == 1);
}

TEST_CASE("a later case does not fit while an earlier one may", "[catalogue]") {
  Procedure procedure = birth();
  procedure.cases[0].when = procedure.components[1].when;  // by authorisation
  CHECK(told(procedure, birth_form(), {{"child.case", "ordinary"}}) ==
        "+?--++ child.case requester.relation = ");
  CHECK(told(procedure, birth_form(),
             {{"child.case", "ordinary"}, {"requester.relation", "mother"}}) ==
        "+---++ child.case requester.relation = ordinary");
}
