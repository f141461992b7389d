#include "shared/codec/json.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua;
using namespace motcua::codec;

namespace {

std::string canon(std::string_view text) {
  const auto value = json_parse(text);
  if (!value) return "refused: " + value.error().message;
  return json_canonical(value.value()).value();
}

}  // namespace

TEST_CASE("canonical JSON has one form") {
  CHECK(canon(" { \"b\" : [ 1 , -2, true,null ] , \"a\":{} } ") ==
        "{\"a\":{},\"b\":[1,-2,true,null]}");
  CHECK(canon("-0") == "0");
  CHECK(canon("\"\\u0061\\/\\u001f\\n\\\"\\\\\\u20ac\"") == "\"a/\\u001f\\n\\\"\\\\\u20ac\"");
  CHECK(canon("\"H\u1ed3 s\u01a1\"") == "\"H\u1ed3 s\u01a1\"");
  CHECK(canon("9007199254740991") == "9007199254740991");
  CHECK(canon("-9007199254740991") == "-9007199254740991");
}

TEST_CASE("keys are ordered by UTF-16 units, as in RFC 8785") {
  // Its own example: U+1F602 (surrogates D83D DE02) comes before U+FB33.
  CHECK(canon("{\"\u20ac\":1,\"\\r\":2,\"\ufb33\":3,\"1\":4,\"\U0001f602\":5,\"\u0080\":6,"
              "\"\u00f6\":7}") ==
        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\U0001f602\":5,\"\ufb33\":3}");
  CHECK(utf16_less("\U0010ffff", "\ue000"));
  CHECK_FALSE(utf16_less("\ue000", "\U0001f602"));
  CHECK(utf16_less("\xed\x9f\xbf", "\U0001f602"));
  CHECK(utf16_less("", "a"));
  CHECK(utf16_less("a", "aa"));
  CHECK_FALSE(utf16_less("a", "a"));
}

TEST_CASE("JSON that could be read in two ways is refused") {
  using namespace std::string_view_literals;
  for (const auto text : {"{\"a\":1,\"a\":1}"sv,
                          "{\"a\":1,\"\\u0061\":2}"sv,
                          "1.0"sv,
                          "1e2"sv,
                          "-1E0"sv,
                          "0.5"sv,
                          "9007199254740992"sv,
                          "-9007199254740992"sv,
                          "18446744073709551615"sv,
                          "123456789012345678901234567890"sv,
                          "01"sv,
                          "+1"sv,
                          "NaN"sv,
                          "Infinity"sv,
                          "[1,]"sv,
                          "{\"a\":1,}"sv,
                          "{a:1}"sv,
                          "'a'"sv,
                          "\"\xff\""sv,
                          "\"\xc0\x80\""sv,
                          "\"\\ud800\""sv,
                          "\"\\udc00\\ud800\""sv,
                          "\xef\xbb\xbf{}"sv,
                          "{}\0"sv,
                          "{}{}"sv,
                          "// c\n{}"sv,
                          "\"a\nb\""sv,
                          ""sv,
                          " "sv,
                          "[1"sv,
                          "\"a"sv,
                          "tru"sv}) {
    INFO(text);
    const auto value = json_parse(text);
    REQUIRE_FALSE(value.ok());
    CHECK(value.error().code == Code::invalid);
  }
}

TEST_CASE("JSON is bounded in size, depth and number of values") {
  const std::string deep(33, '[');
  CHECK(json_parse(deep + std::string(33, ']')).error().code == Code::too_large);
  CHECK(json_parse(deep.substr(1) + std::string(32, ']')).ok());
  CHECK(json_parse("[1,2,3]", {.bytes = 6}).error().code == Code::too_large);
  CHECK(json_parse("[1,2,3]", {.values = 3}).error().code == Code::too_large);
  CHECK(json_parse("[1,2,3]", {.values = 4}).ok());
  CHECK(json_parse(std::string(100'000, '[')).error().code == Code::too_large);
}

TEST_CASE("a signed document must already be canonical") {
  CHECK(json_parse_canonical("{\"a\":1,\"b\":2}").ok());
  CHECK_FALSE(json_parse_canonical("{\"b\":2,\"a\":1}").ok());
  CHECK_FALSE(json_parse_canonical("{\"a\":1}\n").ok());
  CHECK_FALSE(json_parse_canonical("{\"a\":-0}").ok());
}

TEST_CASE("nothing is written that could not be read back") {
  CHECK_FALSE(json_canonical(Json(1.5)).ok());
  CHECK_FALSE(json_canonical(Json(json_max_integer + 1)).ok());
  CHECK_FALSE(json_canonical(Json(-json_max_integer - 1)).ok());
  CHECK_FALSE(json_canonical(Json(std::uint64_t{1} << 63)).ok());
  CHECK_FALSE(json_canonical(Json("\xff")).ok());
  CHECK_FALSE(json_canonical(Json::binary({1})).ok());
  CHECK(json_canonical(Json(std::uint64_t{7})).value() == "7");
}
