#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/form/normalise.h"
#include "shared/ids/card.h"
#include "shared/ids/dossier_code.h"
#include "shared/ids/insurance.h"
#include "shared/ids/phone.h"
#include "shared/ids/tax_code.h"

using namespace motcua;
using namespace motcua::ids;

namespace {

const std::string whole =
    "999300000019||Nguyễn Thị Ánh Nguyệt|15032000|Nữ|Số 1, Tổ 2, Xã Mây Trắng, Huyện Sông, Tỉnh "
    "Sông Xanh|25122021";

}  // namespace

TEST_CASE("a citizen card's code fills seven fields", "[ids]") {
  const auto card = read_card(whole);
  REQUIRE(card);
  CHECK(card->number == "999300000019");
  CHECK(card->old_number.empty());
  CHECK(card->name == "Nguyễn Thị Ánh Nguyệt");
  CHECK(card->birth == "2000-03-15");
  CHECK(card->sex == "female");
  CHECK(card->address == "Số 1, Tổ 2, Xã Mây Trắng, Huyện Sông, Tỉnh Sông Xanh");
  CHECK(card->issued == "2021-12-25");
  CHECK(!card->letters_damaged);
}

TEST_CASE("cards of other ages and scanners of other minds are read, too", "[ids]") {
  SECTION("stopped after the sex") {
    const auto card = read_card("999066000010|012345678|Trần Văn Bình|01021966|Nam|");
    REQUIRE(card);
    CHECK(card->old_number == "012345678");
    CHECK(card->sex == "male");
    CHECK(card->address.empty());
    CHECK(card->issued.empty());
  }
  SECTION("more fields than seven") {
    const auto card = read_card(whole + "|01012060|Nguyễn Văn A|Lê Thị B");
    REQUIRE(card);
    CHECK(card->issued == "2021-12-25");
  }
  SECTION("only a year of birth") {
    for (const char* birth : {"00001945", "1945"}) {
      const auto card =
          read_card(std::string("999145000010||Lò Thị Mảy|") + birth + "|Nữ|Xã Nậm|01012022");
      REQUIRE(card);
      CHECK(card->birth == "1945");
    }
  }
  SECTION("decomposed letters, a byte-order mark, a line's end") {
    const auto card = read_card(
        "\xEF\xBB\xBF"
        "999066000010||Tra\u0302\u0300n Bi\u0300nh|01021966|nam|A|1\r\n");
    REQUIRE(card);
    CHECK(card->name == "Trần Bình");
    CHECK(card->sex == "male");
    CHECK(card->issued.empty());
  }
  SECTION("names that follow no Vietnamese spelling are sound") {
    for (const char* name : {"H'Hen Niê", "Y Kpă", "K'Brêu", "Ama Wood", "Trang An"}) {
      const auto card =
          read_card("999066000010||" + std::string(name) + "|01021966|Nam|Buôn Ky|01012022");
      REQUIRE(card);
      CHECK(card->name == name);
    }
  }
}

TEST_CASE("what a keyboard scanner spoils is noticed", "[ids]") {
  SECTION("letters that are keys of Telex or VNI, or of a wrong encoding") {
    for (const char* name : {"Nguyeenx Thij Anhs", "Nguye6n4 Thi5 A1nh", "Nguy\xC3\x83\xC2\xA1n",
                             "Nguy\xEF\xBF\xBDn", "Traafn Ddoongf"}) {
      INFO(name);
      const auto card =
          read_card("999066000010||" + std::string(name) + "|01021966|Nam|Xã Mây|01012022");
      REQUIRE(card);
      CHECK(card->letters_damaged);
      CHECK(card->birth == "1966-02-01");
    }
  }
  SECTION("bars that another layout replaced") {
    const auto card = read_card("999066000010~~Trần Bình~01021966~Nam~Xã Mây~01012022");
    REQUIRE(!card);
    CHECK(card.error().code == Code::refused);
    CHECK(card.error().hint.find("switch") != std::string::npos);
  }
  SECTION("anything else") {
    CHECK(read_card("").error().code == Code::invalid);
    CHECK(read_card("||||||").error().code == Code::invalid);
    CHECK(read_card("https://example.invalid/1").error().code == Code::invalid);
    CHECK(read_card("12345||Tên|01021966|Nam|A|01012022").error().code == Code::invalid);
    CHECK(read_card("999066000010||Tên|99999999|Nam|A|01012022").error().code == Code::invalid);
    CHECK(read_card("999066000010||Tên|41021966|Nam").error().code == Code::invalid);
    CHECK(read_card(std::string(10 << 10, '9')).error().code == Code::too_large);
  }
}

TEST_CASE("mobile numbers of eleven digits become those of today", "[ids]") {
  CHECK(modern_mobile("01621234567") == "0321234567");
  CHECK(modern_mobile("01201234567") == "0701234567");
  CHECK(modern_mobile("01881234567") == "0581234567");
  CHECK(modern_mobile("01991234567") == "0591234567");
  CHECK(modern_mobile("01611234567") == "01611234567");  // no network had it
  CHECK(modern_mobile("0912345678") == "0912345678");
  CHECK(modern_mobile("02431234567") == "02431234567");
  CHECK(form::normal_phone("0162.123.4567") == "0321234567");
  CHECK(form::normal_phone("+84 162 123 4567") == "0321234567");
}

TEST_CASE("tax codes are checked by their tenth digit", "[ids]") {
  // Made for this test: 9 0 0 0 0 0 0 0 0 has the sum 279, 279 % 11 = 4, check digit 6.
  CHECK(read_tax_code("9000000006")->text == "9000000006");
  CHECK(read_tax_code("9000000006-001")->text == "9000000006-001");
  CHECK(read_tax_code("9000000006 001")->kind == TaxCode::Kind::branch);
  CHECK(read_tax_code("999300000019")->kind == TaxCode::Kind::person);
  CHECK(!read_tax_code("9000000005"));
  CHECK(!read_tax_code("900000000"));
  CHECK(!read_tax_code("90000000O6"));
  CHECK(!read_tax_code(""));
}

TEST_CASE("insurance numbers are those of the person", "[ids]") {
  CHECK(read_insurance("0123456789") == "0123456789");
  CHECK(read_insurance("GD4 38 0123456789") == "0123456789");
  CHECK(read_insurance("999300000019") == "999300000019");
  CHECK(!read_insurance("GD438012345678"));
  CHECK(!read_insurance("G14380123456789"));
  CHECK(!read_insurance("012345678"));
}

TEST_CASE("dossier codes of every generation", "[ids]") {
  const auto now = read_dossier_code("h15.50.05.13–261008–0975 ");
  REQUIRE(now);
  CHECK(now->text == "H15.50.05.13-261008-0975");
  CHECK(now->office == "H15.50.05.13");
  CHECK(now->day == "2026-10-08");
  CHECK(now->number == "0975");
  CHECK(read_dossier_code("000.00.19.H26-200601-0001")->office == "000.00.19.H26");
  CHECK(read_dossier_code("G09-20261008-0912345")->day == "2026-10-08");
  CHECK(read_dossier_code("H26-261008-123456"));
  for (const char* none : {"", "H26", "H26-261308-0001", "H26-261008-001", "X26-261008-0001",
                           "H26.-261008-0001", "H26-261008-0001-1", "000.00.19-200601-0001",
                           "482177305910", "H26.1.2.3.4.5-261008-0001"}) {
    INFO(none);
    CHECK(!read_dossier_code(none));
  }
}
