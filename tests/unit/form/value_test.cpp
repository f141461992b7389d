#include "shared/form/value.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/json.h"

using namespace motcua;
using namespace motcua::form;

TEST_CASE("answers go to JSON and back", "[form]") {
  const Values values = {{"flag", false},
                         {"list", std::vector<std::string>{"a", "b"}},
                         {"number", std::int64_t{-9007199254740991}},
                         {"text", "Đặng"}};
  CHECK(read_values(to_json(values)) == values);
}

TEST_CASE("what no field accepts is read as nothing", "[form]") {
  const codec::Json odd = {{"a", nullptr},
                           {"b", codec::Json::object()},
                           {"c", codec::Json::array({1, "x"})},
                           {"d", 1.5},
                           {"e", 18446744073709551615u}};
  for (const auto& [field, value] : read_values(odd)) {
    INFO(field);
    CHECK(std::holds_alternative<std::monostate>(value));
  }
  CHECK(read_values(odd).size() == 5);
  CHECK(read_values(codec::Json::array()).empty());
  CHECK(read_values(codec::Json()).empty());
}

TEST_CASE("reading one answer", "[form]") {
  const Values values = {{"text", "x"}, {"yes", true}, {"no", false}};
  CHECK(text_of(values, "text") == "x");
  CHECK(text_of(values, "yes").empty());
  CHECK(text_of(values, "missing").empty());
  CHECK(is_set(values, "yes"));
  CHECK_FALSE(is_set(values, "no"));
  CHECK_FALSE(is_set(values, "text"));
  CHECK(find_value(values, "missing") == nullptr);
}
