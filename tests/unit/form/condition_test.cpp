#include "shared/form/condition.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/json.h"

using namespace motcua;
using namespace motcua::form;

namespace {

const Date today = *parse_date("2026-11-22");

std::optional<bool> judged(const std::string& condition, const Values& values) {
  const auto data = codec::json_parse(condition);
  REQUIRE(data);
  const auto parsed = parse_condition(*data);
  INFO(condition);
  REQUIRE(parsed);
  return holds(*parsed, values, today);
}

bool refused(const std::string& condition) {
  const auto data = codec::json_parse(condition);
  REQUIRE(data);
  return !parse_condition(*data);
}

Values some() {
  return {{"sex", "male"},       {"n", std::int64_t{5}},  {"yes", true},    {"no", false},
          {"empty", ""},         {"birth", "1994-12-01"}, {"year", "1994"}, {"id", "999094000034"},
          {"bad", "1994-13-01"}, {"child", "2026-11-05"}};
}

}  // namespace

TEST_CASE("answers are compared", "[form]") {
  CHECK(judged("true", {}) == true);
  CHECK(judged("false", {}) == false);
  CHECK(judged(R"({"op":"eq","field":"sex","value":"male"})", some()) == true);
  CHECK(judged(R"({"op":"eq","field":"n","value":5})", some()) == true);
  CHECK(judged(R"({"op":"eq","field":"n","value":"5"})", some()) == false);
  CHECK(judged(R"({"op":"eq","field":"yes","value":true})", some()) == true);
  CHECK(judged(R"({"op":"eq","field":"missing","value":"x"})", some()) == false);
  CHECK(judged(R"({"op":"in","field":"sex","values":["female","male"]})", some()) == true);
  CHECK(judged(R"({"op":"in","field":"missing","values":["male"]})", some()) == false);
  CHECK(judged(R"({"op":"present","field":"sex"})", some()) == true);
  for (const char* nothing : {"missing", "empty", "no"}) {
    CHECK(judged(R"({"op":"present","field":")" + std::string(nothing) + "\"}", some()) == false);
  }
}

TEST_CASE("dates, ages and numbers are compared", "[form]") {
  CHECK(judged(R"({"op":"after","field":"child","than":"today"})", some()) == false);
  CHECK(judged(R"({"op":"before","field":"birth","than":{"field":"child"}})", some()) == true);
  CHECK(judged(R"({"op":"after","field":"child","than":{"field":"birth","years":32}})", some()) ==
        false);
  CHECK(judged(R"({"op":"before","field":"child","than":"2026-11-06"})", some()) == true);
  CHECK(judged(R"({"op":"after","field":"child","than":{"date":"today","days":-17}})", some()) ==
        false);
  CHECK(judged(R"({"op":"after","field":"child","than":{"date":"today","days":-18}})", some()) ==
        true);
  CHECK(judged(R"({"op":"age","field":"birth","at":"today","min":31,"max":31})", some()) == true);
  CHECK(judged(R"({"op":"age","field":"birth","at":{"field":"child"},"min":32})", some()) == false);
  CHECK(judged(R"({"op":"number","field":"n","min":5,"max":6})", some()) == true);
  CHECK(judged(R"({"op":"number","field":"n","max":4})", some()) == false);
}

TEST_CASE("a personal number is compared with birth and sex", "[form]") {
  CHECK(judged(R"({"op":"id-birth","field":"id","birth":"birth"})", some()) == true);
  CHECK(judged(R"({"op":"id-birth","field":"id","birth":"year"})", some()) == true);
  CHECK(judged(R"({"op":"id-birth","field":"id","birth":"child"})", some()) == false);
  CHECK(judged(R"({"op":"id-sex","field":"id","sex":"male"})", some()) == true);
  CHECK(judged(R"({"op":"id-sex","field":"id","sex":"female"})", some()) == false);
  CHECK(judged(R"({"op":"id-sex","field":"id","sex_field":"sex"})", some()) == true);
}

TEST_CASE("what is missing or malformed is neither true nor false", "[form]") {
  for (const char* open : {R"({"op":"before","field":"missing","than":"today"})",
                           R"({"op":"before","field":"bad","than":"today"})",
                           R"({"op":"before","field":"birth","than":{"field":"missing"}})",
                           R"({"op":"before","field":"year","than":{"field":"birth"}})",
                           R"({"op":"age","field":"n","at":"today","min":1})",
                           R"({"op":"number","field":"sex","min":1})",
                           R"({"op":"id-birth","field":"sex","birth":"birth"})",
                           R"({"op":"id-sex","field":"id","sex_field":"missing"})"}) {
    const std::string text = open;
    CHECK_FALSE(judged(text, some()));
    CHECK_FALSE(judged(R"({"op":"not","of":)" + text + "}", some()));
    CHECK_FALSE(judged(R"({"op":"and","of":[true,)" + text + "]}", some()));
    CHECK(judged(R"({"op":"and","of":[false,)" + text + "]}", some()) == false);
    CHECK(judged(R"({"op":"or","of":[true,)" + text + "]}", some()) == true);
    CHECK_FALSE(judged(R"({"op":"or","of":[false,)" + text + "]}", some()));
  }
}

TEST_CASE("malformed conditions are refused", "[form]") {
  for (const char* bad : {"null",
                          "1",
                          "[]",
                          "{}",
                          R"({"op":"run","field":"a"})",
                          R"({"op":"eq","field":"a"})",
                          R"({"op":"eq","value":"a"})",
                          R"({"op":"eq","field":"a","value":[]})",
                          R"({"op":"eq","field":"a","value":null})",
                          R"({"op":"eq","field":"a","value":{}})",
                          R"({"op":"in","field":"a","values":"b"})",
                          R"({"op":"and","of":[]})",
                          R"({"op":"and","of":true})",
                          R"({"op":"not","of":[true]})",
                          R"({"op":"not"})",
                          R"({"op":"before","field":"a"})",
                          R"({"op":"before","field":"a","than":"soon"})",
                          R"({"op":"before","field":"a","than":{}})",
                          R"({"op":"before","field":"a","than":{"field":"b","date":"today"}})",
                          R"({"op":"before","field":"a","than":{"field":"b","years":1000}})",
                          R"({"op":"age","field":"a","at":"today"})",
                          R"({"op":"id-sex","field":"a","sex":"x"})",
                          R"({"op":"id-sex","field":"a"})",
                          R"({"op":"present","field":"a","also":1})"}) {
    INFO(bad);
    CHECK(refused(bad));
  }
}

TEST_CASE("conditions are bounded in depth and size", "[form]") {
  std::string deep = "true";
  for (int i = 0; i < max_condition_depth; ++i) deep = R"({"op":"not","of":)" + deep + "}";
  CHECK_FALSE(refused(deep));
  CHECK(refused(R"({"op":"not","of":)" + deep + "}"));

  const std::string leaf = R"({"op":"present","field":"a"})";
  std::string wide = leaf;
  for (std::size_t i = 2; i < max_condition_nodes; ++i) wide += "," + leaf;
  CHECK_FALSE(refused(R"({"op":"or","of":[)" + wide + "]}"));
  CHECK(refused(R"({"op":"or","of":[)" + wide + "," + leaf + "]}"));
}
