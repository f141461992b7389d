#include "shared/codec/base64.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua;
using namespace motcua::codec;

TEST_CASE("base64 of RFC 4648, padded and raw") {
  const char* rows[][3] = {{"", "", ""},
                           {"f", "Zg==", "Zg"},
                           {"fo", "Zm8=", "Zm8"},
                           {"foo", "Zm9v", "Zm9v"},
                           {"foob", "Zm9vYg==", "Zm9vYg"},
                           {"fooba", "Zm9vYmE=", "Zm9vYmE"},
                           {"foobar", "Zm9vYmFy", "Zm9vYmFy"}};
  for (const auto& [plain, padded, raw] : rows) {
    INFO(plain);
    CHECK(base64_encode(bytes_of(plain)) == padded);
    CHECK(base64_raw_encode(bytes_of(plain)) == raw);
    CHECK(text_of(base64_decode(padded).value()) == plain);
    CHECK(text_of(base64_raw_decode(raw).value()) == plain);
  }
  const Bytes high = {0xfb, 0xff};
  CHECK(base64_encode(high) == "+/8=");
}

TEST_CASE("base64 refuses what is not canonical") {
  for (const char* text : {"Zg", "Zg=", "Zh==", "Zm9=", "Zg== ", "Zg\n==", " Zg==", "Zg==Zg==",
                           "Zm9v=", "Z", "====", "-_8=", "Zm9v\n"}) {
    INFO(text);
    CHECK_FALSE(base64_decode(text).ok());
  }
  for (const char* text : {"Zg==", "Zh", "Zm9", "Zm8=", "Z", "Zg\n", " Zg", "-_8"}) {
    INFO(text);
    CHECK_FALSE(base64_raw_decode(text).ok());
  }
  CHECK_FALSE(base64_decode(std::string_view("Zm9v\0", 5)).ok());
}
