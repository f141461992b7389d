#include "shared/places/suggest.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/places/small_list.h"

using namespace motcua;
using namespace motcua::places;

namespace {

std::string first(const Suggestions& found) {
  return found.list.empty() ? std::string() : found.list[0].address;
}

}  // namespace

TEST_CASE("what was typed last completes the address", "[places]") {
  const Gazetteer places = test::small_country();
  const auto offered = [&](std::string_view typed) { return first(suggest(places, typed)); };
  CHECK(offered("dinh ba") == "Phường Đình Ba, Tỉnh Sông Xanh");
  CHECK(offered("Tổ 2, đình b") == "Tổ 2, Phường Đình Ba, Tỉnh Sông Xanh");
  CHECK(offered("12 Lê Lai, tổ 2 đình b") == "12 Lê Lai, tổ 2, Phường Đình Ba, Tỉnh Sông Xanh");
  CHECK(offered("Tổ 2, đặc khu đ") == "Tổ 2, Đặc khu Đảo Cát, Thành phố Hoa Cúc Mai");
  CHECK(offered("Tổ 2, xã ea h'l") == "Tổ 2, Xã Ea H'Leo, Thành phố Hoa Cúc Mai");
  CHECK(offered("số 1, đặc khu đảo cát, hoa cúc") ==
        "số 1, Đặc khu Đảo Cát, Thành phố Hoa Cúc Mai");
}

TEST_CASE("nothing is offered where nothing fits", "[places]") {
  const Gazetteer places = test::small_country();
  for (const char* typed : {"", " ", ",,;", "a", "12 Lê Lai", "\xFF\xFE", "Tổ 2, "}) {
    INFO(typed);
    const auto found = suggest(places, typed);
    CHECK(found.list.empty());
    CHECK_FALSE(found.certain);
    CHECK_FALSE(found.old);
  }
  CHECK(suggest(places, std::string(100000, ',')).list.empty());
  CHECK(suggest(places, std::string(100000, 'x')).list.empty());
}

TEST_CASE("an old address gives all that it can mean today", "[places]") {
  const Gazetteer places = test::small_country();
  const auto divided = suggest(places, "Thôn 3, Xã Hải Lạng, Huyện Hòa Bình, Tỉnh Sông Xanh");
  CHECK(divided.old);
  REQUIRE(divided.list.size() == 3);
  for (const auto& each : divided.list) {
    CHECK(each.divided);
    CHECK(each.address.rfind("Thôn 3, Xã ", 0) == 0);
    REQUIRE(each.through);
    CHECK(full_name(*each.through) == "Xã Hải Lạng, Huyện Hòa Bình, Tỉnh Sông Xanh");
  }
  const auto whole = suggest(places, "Phường 10, Thành phố Sông Xanh, Tỉnh Sông Xanh");
  CHECK(whole.old);
  REQUIRE(whole.list.size() == 1);
  CHECK(whole.list[0].address == "Phường Đình Ba, Tỉnh Sông Xanh");
  CHECK_FALSE(whole.list[0].divided);
}

TEST_CASE("a chosen address is certain, and offers nothing more", "[places]") {
  const Gazetteer places = test::small_country();
  for (const char* typed : {"Thôn 3, Xã Hải Lạng, Huyện Hòa Bình, Tỉnh Sông Xanh", "tổ 1, bạch mai",
                            "Huyện Đảo Cát, Thành phố Hoa Cúc Mai", "ea h'mar"}) {
    for (const auto& each : suggest(places, typed).list) {
      INFO(each.address);
      const auto again = suggest(places, each.address);
      REQUIRE(again.certain);
      CHECK(again.certain->code == each.today.code);
      CHECK(again.list.empty());
    }
  }
}

TEST_CASE("no more is offered than was asked for", "[places]") {
  const Gazetteer places = test::small_country();
  CHECK(suggest(places, "xã", 2).list.size() == 2);
}

TEST_CASE("what no level explains stays in the address", "[places]") {
  const Gazetteer places = test::small_country();
  const auto found = suggest(places, "Xã Hải Lạng, Thôn 3, Huyện Hòa Bình, Tỉnh Sông Xanh");
  REQUIRE_FALSE(found.list.empty());
  CHECK(found.list[0].address.rfind("Thôn 3, Xã ", 0) == 0);
}
