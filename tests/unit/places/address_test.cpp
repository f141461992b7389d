#include "shared/places/address.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/places/small_list.h"

using namespace motcua;
using namespace motcua::places;

namespace {

/// "90008 90010!" for two candidates and certainty; what was not matched in brackets.
std::string read(const Gazetteer& places, std::string_view text) {
  const AddressReading reading = read_address(places, text);
  std::string out;
  for (const AddressCandidate& each : reading.candidates) {
    out += (out.empty() ? "" : " ") + each.today.code;
  }
  if (reading.certain) out += '!';
  if (!reading.candidates.empty()) {
    for (const std::size_t at : reading.candidates[0].unmatched) {
      out += " [" + reading.parts[at] + "]";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("addresses of three levels", "[places]") {
  const Gazetteer places = test::small_country();
  CHECK(read(places, "Thôn Đông, xã Mỹ Lý, huyện Châu Thành, tỉnh Núi Cũ") == "90011!");
  CHECK(read(places, "Xã Mĩ Lí, H. Châu Thành, Núi Cũ, Việt Nam") == "90011!");
  CHECK(read(places, "12 Lê Lợi, P.1, Q.3, TP.HCM") == "90020!");
  CHECK(read(places, "p 1, q 3, tphcm") == "90020!");
  CHECK(read(places, "P.402, Phường 12, Quận 3, Thành phố Hoa Cúc Mai") == "90021!");
  CHECK(read(places, "tổ 5; phường Trúc Vàng; TP Sông Xanh; T. Sông Xanh") == "90008!");
  CHECK(read(places, "thi tran hai lang\nhuyen hoa binh\nsong xanh") == "90010!");
  CHECK(read(places, "Xã Ea H'leo, Huyện Ea H'leo, Thành phố Hoa Cúc Mai") == "90023!");
}

TEST_CASE("which part was which, and through what", "[places]") {
  const Gazetteer places = test::small_country();
  const auto reading = read_address(places, "Tổ 1, Thôn X, Xã Mỹ Lý, Huyện Châu Thành, Núi Cũ, VN");
  REQUIRE(reading.candidates.size() == 1);
  CHECK(reading.parts.size() == 5);
  const AddressCandidate& only = reading.candidates[0];
  CHECK(only.ward == 2);
  CHECK(only.district == 3);
  CHECK(only.province == 4);
  CHECK(only.as_written);
  REQUIRE(only.through);
  CHECK(only.through->code == "90032");
  CHECK_FALSE(only.divided);
}

TEST_CASE("a divided ward gives all candidates", "[places]") {
  const Gazetteer places = test::small_country();
  const auto reading = read_address(places, "Xã Hải Lạng, Huyện Hòa Bình, Tỉnh Sông Xanh");
  CHECK(read(places, "Xã Hải Lạng, Huyện Hòa Bình, Tỉnh Sông Xanh") == "90008 90010 90011");
  for (const auto& each : reading.candidates) CHECK(each.divided);
  CHECK_FALSE(reading.certain);
}

TEST_CASE("addresses of today", "[places]") {
  const Gazetteer places = test::small_country();
  CHECK(read(places, "Số 3, Phường Đình Ba, Tỉnh Sông Xanh") == "90004!");
  CHECK(read(places, "đặc khu Đảo Cát, TP. HCM") == "90022!");
  CHECK(read(places, "Phường 1 Bạch Mai, Hoa Cúc Mai") == "90020!");
  // The name is today's and an old one: both, today's first.
  CHECK(read(places, "Phường Trúc Vàng, Thành phố Hoa Cúc Mai") == "90021!");
  CHECK(read(places, "Xã Hoà Bình, Tỉnh Sông Xanh") == "90008!");
  CHECK(read(places, "Phường Trúc Vàng") == "90021 90008");
  // A commune of today in a province that is no more.
  CHECK(read(places, "Xã Vân Lăng, Tỉnh Núi Cũ") == "90011");
}

TEST_CASE("what is open stays open", "[places]") {
  const Gazetteer places = test::small_country();
  // Two old wards of the same name in provinces that became one.
  CHECK(read(places, "Xã Mỹ Lý, Sông Xanh") == "90008 90011");
  // Three levels of the old list are not open.
  CHECK(read(places, "Xã Mỹ Lý, Huyện Châu Thành, Sông Xanh") == "90008!");
  // Both kinds, when none is written; the written one where one is.
  CHECK(read(places, "Hải Lạng, Hòa Bình, Sông Xanh") == "90008 90010 90011");
  CHECK(read(places, "Thị trấn Hải Lạng, Hòa Bình, Sông Xanh") == "90010!");
  // A kind that no list has, a province that is missing: found, but not certain.
  CHECK(read(places, "Phường Mỹ Lý, Huyện Châu Thành, Núi Cũ") == "90011");
  CHECK(read(places, "Phường 12, Quận 3") == "90021");
  CHECK(read(places, "phuong 1") == "90004 90020");
  // Without marks both, with them the one that is written.
  CHECK(read(places, "xa van lang, song xanh") == "90010 90011");
  CHECK(read(places, "Xã Vân Lăng, Sông Xanh") == "90011!");
  CHECK(read(places, "Xã Văn Lăng, Sông Xanh") == "90010 90011");
}

TEST_CASE("what is not matched is said", "[places]") {
  const Gazetteer places = test::small_country();
  CHECK(read(places, "Phường 12, Quận Cũ, TP.HCM") == "90021 [Quận Cũ]");
  CHECK(read(places, "Phường 12, Quận 3, Tỉnh Cũ") == "90021 [Tỉnh Cũ]");
  // Not the ward: what became of its district, for the person to choose.
  CHECK(read(places, "Xã Lạ, Huyện Châu Thành, Núi Cũ") == "90010 90011 [Xã Lạ]");
  CHECK(read(places, "Xã Cát Xa, huyện đảo Đảo Cát, TP.HCM") == "90022 [Xã Cát Xa]");
  // A hamlet with the name of a ward, beside a ward that is not known, is no answer.
  CHECK(read(places, "Trúc Vàng, Xã Lạ, Thành phố Sông Xanh, Sông Xanh") == "90004 90008 [Xã Lạ]");
  CHECK(read(places, "Tỉnh Sông Xanh").empty());
  CHECK(read(places, "").empty());
  CHECK(read(places, ", ,;\n").empty());
  CHECK(read(places, "Việt Nam").empty());
}

TEST_CASE("a whole district", "[places]") {
  const Gazetteer places = test::small_country();
  CHECK(read(places, "Huyện Đảo Cát, Thành phố Hoa Cúc Mai") == "90022!");
  const auto reading = read_address(places, "Huyện Châu Thành, Núi Cũ");
  REQUIRE(reading.candidates.size() == 2);
  CHECK_FALSE(reading.candidates[0].ward);
  CHECK(reading.candidates[0].district == 0);
  CHECK(reading.candidates[0].through->ward.empty());
}

TEST_CASE("addresses without commas", "[places]") {
  const Gazetteer places = test::small_country();
  CHECK(read(places, "thôn X xã Mỹ Lý huyện Châu Thành tỉnh Núi Cũ") == "90011!");
  CHECK(read(places, "thon x xa my ly huyen chau thanh tinh nui cu") == "90011!");
  CHECK(read(places, "12 Lê Lợi - Phường 1 - Quận 3 - TP.HCM") == "90020!");
  CHECK(read(places, "P.1 Q.3 TP.HCM") == "90020!");
  CHECK(read(places, "P1 Q3 TPHCM") == "90020!");
  CHECK(read(places, "Xã Ea - H'Mar - Huyện Ea H'leo - HCM") == "90023!");
  // "Xã Đàn" is a street here: no list has it.
  CHECK(read_address(places, "5 Xã Đàn, Phường 12, Quận 3").parts.size() == 3);
}

TEST_CASE("long and hostile addresses end soon", "[places]") {
  const Gazetteer places = test::small_country();
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "Phường 1, ";
  CHECK(read_address(places, many).parts.size() == 12);
  CHECK(read_address(places, std::string(100'000, ',')).candidates.empty());
  CHECK(read_address(places, "\xFF\xFE,\xC3").candidates.empty());
}
