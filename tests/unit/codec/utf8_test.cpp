#include "shared/codec/utf8.h"

#include <catch2/catch_test_macros.hpp>

using motcua::codec::utf8_valid;

TEST_CASE("UTF-8 has one well-formed text for each string of characters") {
  using namespace std::string_view_literals;
  for (const auto good : {""sv, "a\0b"sv, "\xc2\x80"sv, "\xdf\xbf"sv, "\xe0\xa0\x80"sv,
                          "\xed\x9f\xbf"sv, "\xee\x80\x80"sv, "\xef\xbf\xbf"sv,
                          "\xf0\x90\x80\x80"sv, "\xf4\x8f\xbf\xbf"sv, "T\u1ea5n"sv}) {
    INFO(good);
    CHECK(utf8_valid(good));
  }
  for (const auto bad :
       {"\x80"sv, "\xc0\x80"sv, "\xc1\xbf"sv, "\xc2"sv, "\xc2\x41"sv, "\xe0\x9f\xbf"sv,
        "\xed\xa0\x80"sv, "\xed\xbf\xbf"sv, "\xe2\x82"sv, "\xf0\x8f\xbf\xbf"sv,
        "\xf4\x90\x80\x80"sv, "\xf5\x80\x80\x80"sv, "\xff"sv, "a\xf0\x9f\x98"sv}) {
    INFO(bad.size());
    CHECK_FALSE(utf8_valid(bad));
  }
}
