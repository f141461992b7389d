#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;

TEST_CASE("what is wrong stands on one sheet to print, before anything is filed", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  fill_child(p);
  p.back("/nop/" + p.draft() + "/kiem-tra");
  p.press("Xem và in thành phiếu để chuẩn bị");
  CHECK(p.path == "/nop/" + p.draft() + "/phieu-kiem-tra");
  CHECK(p.title() == "Phiếu kiểm tra hồ sơ");
  CHECK(p.sees("Đăng ký khai sinh"));
  // Each place by its name, with what to do and how.
  CHECK(p.sees("Giấy tờ cần thêm hoặc thay"));
  CHECK(p.sees("Giấy chứng sinh"));
  CHECK(p.sees("Tờ khai, phần “Mẹ của bé”"));
  CHECK(p.sees("Họ, chữ đệm và tên của mẹ"));
  CHECK(p.sees("Hướng dẫn: "));
  CHECK_FALSE(p.sees("Tờ khai, phần “Em bé”"));
  p.forget();
  p.press("In phiếu này");
  CHECK(p.asked<app::effect::Print>().size() == 1);
}

TEST_CASE("a dossier without a mistake has an empty sheet", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  fill_birth(p);
  const auto before = "/nop/" + p.draft() + "/phieu-kiem-tra";
  p.back(before);
  CHECK(p.sees("Giấy chứng sinh"));
  CHECK_FALSE(p.sees("Tờ khai, phần"));
  p.back("/nop/" + p.draft() + "/giay-to");
  add_certificate(p);
  p.back(before);
  CHECK(p.sees("Không có chỗ nào phải sửa."));
}
