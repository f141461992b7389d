#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;

namespace {

constexpr std::string_view number = "Số định danh cá nhân của mẹ";
constexpr std::string_view mother = "Họ, chữ đệm và tên của mẹ";
constexpr std::string_view scan = "Quét thẻ căn cước";
const std::string card =
    "999190000012|012345678|Lê Thị Mai|05101990|Nữ|Số 1, Xã Mây Trắng, Tỉnh Sông Xanh|25122021";

void ask(Person& p) {
  p.open();
  start_birth(p);
  fill_child(p);
  p.press("Tiếp tục");
  REQUIRE(p.title() == "Mẹ của bé");
  p.forget();
  p.press(scan);
}

bool waits(const Person& p) { return p.sees(ui::Role::heading, scan); }

void read(Person& p, std::string_view text) { p.tell({{"on", "card_text"}, {"text", text}}); }

}  // namespace

TEST_CASE("a card held to the camera fills the fields and ends the wait", "[app]") {
  Device device;
  Person p(device);
  ask(p);
  CHECK(waits(p));
  CHECK(p.asked<app::effect::ReadCard>().size() == 1);
  CHECK(p.sees("Đang mở máy ảnh"));
  p.tell({{"on", "card_camera"}, {"state", "on"}});
  CHECK(p.sees("Hình không được lưu"));
  read(p, card);
  CHECK_FALSE(waits(p));
  CHECK(p.asked<app::effect::StopCard>().size() == 1);
  CHECK(p.value(number) == "999190000012");
  CHECK(p.value(mother) == "Lê Thị Mai");
  CHECK(p.heard() == "Đã điền từ thẻ. Bạn xem lại từng mục.");
  CHECK(p.focused() == scan);
}

TEST_CASE("a code of something else is told, and the wait goes on", "[app]") {
  Device device;
  Person p(device);
  ask(p);
  for (const auto& other : {std::string("https://sample.example/"), std::string(),
                            "999190000012|" + std::string(4000, 'a')}) {
    read(p, other);
    CHECK(waits(p));
    CHECK(p.sees("Mã này không phải của thẻ căn cước"));
  }
  read(p, "999190000012~~Lê Thị Mai~05101990~Nữ~Xã Mây~25122021");
  CHECK(p.sees("Bộ gõ tiếng Việt làm sai mã vừa quét"));
  CHECK(p.asked<app::effect::StopCard>().empty());
  CHECK(p.value(number).empty());
  read(p, card);
  CHECK(p.value(number) == "999190000012");
}

TEST_CASE("letters that an input method spoiled are left to the person", "[app]") {
  Device device;
  Person p(device);
  ask(p);
  read(p,
       "999190000012||L\xEF\xBF\xBD Th\xEF\xBF\xBD "
       "Mai|05101990|N\xEF\xBF\xBD|X\xEF\xBF\xBD|25122021");
  CHECK_FALSE(waits(p));
  CHECK(p.value(number) == "999190000012");
  CHECK(p.value(mother).empty());
  CHECK(p.heard().find("bị bộ gõ tiếng Việt làm sai") != std::string::npos);
}

TEST_CASE("why the camera is off is told with what to do", "[app]") {
  Device device;
  Person p(device);
  ask(p);
  for (const auto& [state, words] :
       std::map<std::string, std::string>{{"none", "Không thấy máy ảnh nào"},
                                          {"refused", "Trang chưa được phép dùng máy ảnh"},
                                          {"busy", "Máy ảnh không mở được"},
                                          {"insecure", "Ở địa chỉ này máy ảnh không dùng được"},
                                          {"tired", "Một phút rồi chưa thấy mã nào"},
                                          {"hidden", "Máy ảnh đã tắt"},
                                          {"broken", "Phần đọc mã chưa tải được"},
                                          {"something new", "Phần đọc mã chưa tải được"}}) {
    p.tell({{"on", "card_camera"}, {"state", state}});
    CHECK(p.sees(words));
    CHECK(p.sees(ui::Role::button, "Thử lại") == (state != "insecure"));
  }
  // The scanner needs no camera, and trying again begins anew.
  p.press("Thử lại");
  CHECK(p.asked<app::effect::ReadCard>().size() == 2);
  CHECK(p.sees("Đang mở máy ảnh"));
  p.press("Đóng");
  CHECK_FALSE(waits(p));
  CHECK(p.focused() == scan);
}

TEST_CASE("nobody waits for a card on another page, and a late code fills nothing", "[app]") {
  Device device;
  Person p(device);
  ask(p);
  const auto there = p.path;
  p.back("/");
  CHECK(p.asked<app::effect::StopCard>().size() == 1);
  p.back(there);
  CHECK_FALSE(waits(p));
  read(p, card);
  CHECK(p.value(number).empty());
  p.press(scan);
  p.forget();
  p.tell({{"on", "held_elsewhere"}, {"draft", there.substr(5, there.find('/', 5) - 5)}});
  CHECK_FALSE(waits(p));
  CHECK(p.asked<app::effect::StopCard>().size() == 1);
}
