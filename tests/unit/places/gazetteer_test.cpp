#include "shared/places/gazetteer.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/places/small_list.h"

using namespace motcua;
using namespace motcua::places;
using motcua::test::codes;
using motcua::test::small_country;
using motcua::test::small_version;

namespace {

/// The codes found, best first.
std::string found(const Gazetteer& places, std::string_view query, std::size_t most = 3) {
  std::string out;
  for (const Hit& hit : places.search(query, most)) {
    out += (out.empty() ? "" : " ") + hit.today.code;
  }
  return out;
}

}  // namespace

TEST_CASE("a code is read only with the version of its list", "[places]") {
  const Gazetteer places = small_country();
  const Commune commune = places.find("90004", small_version).value();
  CHECK(commune.name == "Phường Đình Ba");
  CHECK(commune.english == "Dinh Ba Ward");
  CHECK(commune.province == "Tỉnh Sông Xanh");
  CHECK(commune.province_code == "97");
  CHECK(commune.kind == UnitKind::ward);
  CHECK(places.find("90004", "2024-01-01").error().code == Code::mismatch);
  CHECK(places.find("90004", "").error().code == Code::mismatch);
  CHECK(places.find("90001", small_version).error().code == Code::not_found);
  for (const char* code : {"", "9004", "900044", "9000a", "+9004"}) {
    CHECK(places.find(code, small_version).error().code == Code::invalid);
  }
}

TEST_CASE("a second code finds the same commune", "[places]") {
  const Gazetteer places = small_country();
  CHECK(places.find("90970", small_version)->code == "90021");
}

TEST_CASE("an old code leads to what became of that ward, not to its new bearer", "[places]") {
  const Gazetteer places = small_country();
  const Succession found = places.today("90004").value();
  CHECK(found.old.ward == "Phường Trúc Vàng");
  CHECK(found.old.district == "Thành phố Sông Xanh");
  CHECK(codes(found.today) == "90008");
  CHECK_FALSE(found.divided);
  CHECK(places.today("90008").error().code == Code::not_found);
  CHECK(places.today("x").error().code == Code::invalid);
}

TEST_CASE("a divided ward gives all its successors, sorted", "[places]") {
  const Gazetteer places = small_country();
  const Succession by_code = places.today("90012").value();
  CHECK(by_code.divided);
  CHECK(codes(by_code.today) == "90008 90010 90011");
  const auto by_name = places.today("Xã Hải Lạng", "Huyện Hòa Bình", "Tỉnh Sông Xanh");
  REQUIRE(by_name.size() == 1);
  CHECK(by_name[0].old.code == "90012");
  CHECK(codes(by_name[0].today) == "90008 90010 90011");
}

TEST_CASE("old names are found as old papers write them", "[places]") {
  const Gazetteer places = small_country();
  const auto only = [&](std::string_view ward, std::string_view district,
                        std::string_view province) {
    const auto found = places.today(ward, district, province);
    return found.size() == 1 ? found[0].old.code : std::to_string(found.size()) + " found";
  };
  CHECK(only("Xã Hoà Bình", "Huyện Hoà Bình", "Sông Xanh") == "90010");
  CHECK(only("xa hoa binh", "h. hoa binh", "t. song xanh") == "90010");
  CHECK(only("Xã Mĩ Lí", "Huyện Châu Thành", "Tỉnh Núi Cũ") == "90032");
  CHECK(only("Phường 01", "TP. Sông Xanh", "") == "90001");
  CHECK(only("P.1", "Q.3", "TPHCM") == "90051");
  CHECK(only("P1", "Q3", "TP HCM") == "90051");
  CHECK(only("Xã EaHleo", "Ea H'Leo", "") == "90061");
  CHECK(only("Xã Ea H\u2019mar", "", "") == "90062");
  // The kind decides between two of the same name; another kind is taken where there is no other.
  CHECK(only("TT Hải Lạng", "Hòa Bình", "") == "90013");
  CHECK(only("Hải Lạng", "Hòa Bình", "") == "2 found");
  CHECK(only("Phường Mỹ Lý", "Châu Thành", "Núi Cũ") == "90032");
  // A name alone may mean several.
  CHECK(only("Phường 1", "", "") == "2 found");
  CHECK(only("Xã Mỹ Lý", "Huyện Châu Thành", "") == "2 found");
  CHECK(only("Xã Mỹ Lý", "Huyện Hòa Bình", "") == "0 found");
  CHECK(only("", "", "") == "0 found");
  CHECK(only("1", "Quận 3", "") == "0 found");
}

TEST_CASE("a district without wards has successors too", "[places]") {
  const Gazetteer places = small_country();
  const auto found = places.today("", "Huyện Đảo Cát", "");
  REQUIRE(found.size() == 1);
  CHECK(found[0].old.ward.empty());
  CHECK(found[0].old.code.empty());
  CHECK(codes(found[0].today) == "90022");
  CHECK(places.today("", "Huyện Hòa Bình", "").empty());
}

TEST_CASE("communes are found as one types", "[places]") {
  const Gazetteer places = small_country();
  for (const char* query : {"đình ba", "dinh ba", "Đình B", "dinhba", "phuong dinh ba", "p đình ba",
                            "dinh song", "ĐÌNH BA tỉnh sông xanh", "Di\u0300nh Ba"}) {
    INFO(query);
    CHECK(found(places, query, 1) == "90004");
  }
  CHECK(places.search("đình ba")[0].through == std::nullopt);
  CHECK(found(places, "hleo", 1) == "90023");
  CHECK(found(places, "ea hleo", 1) == "90023");
  CHECK(found(places, "1 bach", 1) == "90020");
  CHECK(found(places, "không có").empty());
  CHECK(found(places, "").empty());
  CHECK(found(places, " - ").empty());
  CHECK(places.search("xã", 2).size() == 2);
  CHECK(places.search("xã", 0).empty());
}

TEST_CASE("old names lead to today's communes", "[places]") {
  const Gazetteer places = small_country();
  const auto hits = places.search("hải lạng");
  REQUIRE(hits.size() == 3);
  std::string all;
  for (const Hit& hit : hits) {
    all += hit.today.code + ' ';
    REQUIRE(hit.through);
    CHECK(hit.through->district == "Huyện Hòa Bình");
  }
  CHECK(all == "90008 90010 90011 ");
  CHECK(hits[0].divided);

  const auto ward = places.search("phuong 12 quan 3");
  REQUIRE_FALSE(ward.empty());
  CHECK(ward[0].today.code == "90021");
  CHECK(ward[0].through->ward == "Phường 12");
  CHECK_FALSE(ward[0].divided);

  // A whole district.
  const auto district = places.search("huyen hoa binh");
  REQUIRE(district.size() == 3);
  CHECK(district[0].through->ward.empty());
  CHECK(district[0].divided);
}

TEST_CASE("what is written exactly comes first", "[places]") {
  const Gazetteer places = small_country();
  CHECK(found(places, "văn lang", 1) == "90010");
  CHECK(found(places, "vân lăng", 1) == "90011");
  CHECK(found(places, "van lang", 2) == "90010 90011");
  // Today's name before an old one, a whole name before one that only begins so.
  CHECK(found(places, "trúc vàng", 2) == "90021 90008");
  CHECK(found(places, "phường 1", 1) == "90004");
  const auto hits = places.search("phường 1");
  CHECK(hits[0].through->ward == "Phường 1");
  // Only the province: its communes, after everything that was named.
  CHECK(found(places, "hcm", 9) == "90020 90021 90022 90023");
  CHECK(found(places, "tphcm", 9) == "90020 90021 90022 90023");
}

TEST_CASE("a pack opens", "[places]") {
  CHECK(Gazetteer::open(write_pack(test::small_list()))->search("đình ba").size() == 1);
  CHECK(Gazetteer::open(bytes_of("x")).error().code == Code::invalid);
}
