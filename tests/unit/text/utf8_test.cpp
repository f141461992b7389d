#include "shared/text/utf8.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua::text;

TEST_CASE("well-formed UTF-8 and nothing else", "[text]") {
  for (const char* good : {"", "abc", "Đặng", "日本", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"}) {
    CHECK(is_utf8(good));
  }
  for (const char* bad :
       {"\x80", "\xC3", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE2\x80", "\xED\xA0\x80",
        "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xC3(b"}) {
    CHECK_FALSE(is_utf8(bad));
  }
}

TEST_CASE("code points are counted and never cut", "[text]") {
  CHECK(count_points("Đặng") == 4);
  CHECK(first_points("Đặng", 2) == "Đặ");
  CHECK(first_points("Đặng", 0).empty());
  CHECK(first_points("Đặng", 99) == "Đặng");
  CHECK(count_points("\xC3\xC3") == 2);
}

TEST_CASE("points survive being written and read", "[text]") {
  for (const char32_t point : {U'a', U'Đ', U'ậ', char32_t{0x10FFFF}, char32_t{0x7FF}}) {
    std::string text;
    append_point(text, point);
    std::size_t at = 0;
    CHECK(next_point(text, at) == point);
    CHECK(at == text.size());
  }
  std::string text;
  append_point(text, 0xD800);
  append_point(text, 0x110000);
  CHECK(text == "\xEF\xBF\xBD\xEF\xBF\xBD");
}
