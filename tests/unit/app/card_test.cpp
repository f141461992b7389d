#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;

namespace {

constexpr std::string_view number = "Số định danh cá nhân của mẹ";
const std::string card =
    "999190000012|012345678|Lê Thị Mai|05101990|Nữ|Số 1, Xã Mây Trắng, Tỉnh Sông Xanh|25122021";

}  // namespace

TEST_CASE("a card's code scanned into the number's box fills what stands below it", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  // A scanner types letter by letter and ends with Enter, which must not lead on.
  for (std::size_t size = 1; size <= card.size(); ++size)
    if ((static_cast<unsigned char>(card[size % card.size()]) & 0xC0) != 0x80)
      p.type(number, card.substr(0, size));
  p.press("Tiếp tục");
  CHECK(p.title() == "Mẹ của bé");
  CHECK(!p.sees("Có chỗ cần bạn xem lại"));
  CHECK(p.value(number) == "999190000012");
  CHECK(p.value("Họ, chữ đệm và tên của mẹ") == "Lê Thị Mai");
  CHECK(p.value("Nơi cư trú của mẹ") == "Số 1, Xã Mây Trắng, Tỉnh Sông Xanh");
  CHECK(p.sees("Đã điền từ thẻ"));
  CHECK(p.heard() == "Đã điền từ thẻ. Bạn xem lại từng mục.");
}

TEST_CASE("a card's code pasted fills at once", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.type(number, card);
  CHECK(p.value(number) == "999190000012");
  CHECK(p.value("Họ, chữ đệm và tên của mẹ") == "Lê Thị Mai");
}

TEST_CASE("a card's code that an input method spoiled is told, and nothing typed is lost",
          "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.type("Họ, chữ đệm và tên của mẹ", "Lê Thị Mai");
  SECTION("letters") {
    p.type(number, "999190000012||Lee Thij Mai|05101990|Nuwx|Xax Maay|25122021");
    p.leave(number);
    CHECK(p.value(number) == "999190000012");
    CHECK(p.value("Họ, chữ đệm và tên của mẹ") == "Lê Thị Mai");
    CHECK(p.sees("bộ gõ tiếng Việt làm sai"));
  }
  SECTION("bars") {
    p.type(number, "999190000012~~Lê Thị Mai~05101990~Nữ~Xã Mây~25122021");
    p.leave(number);
    p.press("Tiếp tục");
    CHECK(p.sees("Hãy tắt bộ gõ tiếng Việt rồi quét lại"));
    CHECK(p.value("Họ, chữ đệm và tên của mẹ") == "Lê Thị Mai");
  }
}
