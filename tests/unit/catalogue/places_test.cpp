#include "shared/places/places.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/json.h"
#include "test_assets.h"

using namespace motcua;
using namespace motcua::places;

TEST_CASE("the demo's places are fictional and complete", "[catalogue]") {
  const auto list = parse_list(assets::places_demo_json);
  REQUIRE(list);
  CHECK(list.value().demo);
  CHECK(list.value().version == "demo-1");
  CHECK(find_unit(list.value(), "99901")->name.vi == "Ủy ban nhân dân xã Mây Trắng");
  CHECK(find_unit(list.value(), "99001")->kind == Unit::Kind::centre);
  CHECK(find_province(list.value(), "99"));
  CHECK(find_unit(list.value(), "00004") == nullptr);
}

TEST_CASE("units are found by name", "[catalogue]") {
  const auto list = parse_list(assets::places_demo_json);
  REQUIRE(list);
  CHECK(search(list.value(), "").size() == 2);
  CHECK(search(list.value(), "may trang").at(0)->code == "99901");
  CHECK(search(list.value(), "song xanh").at(0)->code == "99001");
  CHECK(search(list.value(), "ha noi").empty());
  CHECK(search(list.value(), "", 1).size() == 1);
}

TEST_CASE("a malformed list is refused", "[catalogue]") {
  const codec::Json good = codec::json_parse(assets::places_demo_json).value();
  const auto refused = [&](auto change) {
    codec::Json data = good;
    change(data);
    return !read_list(data);
  };
  CHECK_FALSE(refused([](auto&) {}));
  CHECK(refused([](auto& d) { d["units"][0]["code"] = "9990"; }));
  CHECK(refused([](auto& d) { d["units"][1]["code"] = "99901"; }));
  CHECK(refused([](auto& d) { d["units"][0]["province"] = "98"; }));
  CHECK(refused([](auto& d) { d["units"][0]["kind"] = "ward"; }));
  CHECK(refused([](auto& d) { d.erase("version"); }));
}
