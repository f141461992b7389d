#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

TEST_CASE("a person finds the procedure, reads it and starts", "[app]") {
  Device device;
  Person p(device);
  p.open();
  CHECK(p.title() == "Xin chào, bạn cần làm việc gì?");
  CHECK(p.sees("BẢN THỬ"));
  p.type("Tìm thủ tục", "khaisinh");  // no accents, run together
  CHECK(p.sees("Tìm thấy 3 thủ tục"));
  p.press("Đăng ký khai sinh");
  CHECK(p.path == "/thu-tuc/1.001193");
  CHECK(p.title() == "Đăng ký khai sinh");
  CHECK(p.focused() == "Đăng ký khai sinh");
  CHECK(p.sees("Ủy ban nhân dân cấp xã"));
  CHECK(p.sees("Giấy chứng sinh"));
  CHECK(p.sees("0 đồng"));
  p.press("Bắt đầu điền hồ sơ");
  CHECK(p.title() == "Em bé");
  CHECK(p.path == "/nop/" + p.draft() + "/child");
  CHECK(p.heard() == "Bước 1/8: Em bé");
  CHECK(p.focused() == "Em bé");
}

TEST_CASE("a search without result says what to try", "[app]") {
  Device device;
  Person p(device);
  p.open();
  p.type("Tìm thủ tục", "tàu vũ trụ");
  CHECK(p.sees("Chưa tìm thấy thủ tục nào với “tàu vũ trụ”"));
}

TEST_CASE("errors come on Continue, lead to their fields and go when mended", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  p.type("Họ, chữ đệm và tên của bé", std::string(300, 'a'));
  p.leave("Họ, chữ đệm và tên của bé");
  CHECK_FALSE(p.sees("Có chỗ cần bạn xem lại"));  // not while typing

  p.press("Tiếp tục");
  CHECK(p.title() == "Em bé");
  CHECK(p.sees("Có chỗ cần bạn xem lại"));
  const auto* alert = p.tree().find(ui::Role::alert, "");
  REQUIRE(alert != nullptr);
  CHECK(p.asked<effect::Focus>().back().node == alert->id);
  const auto* name = p.tree().field("Họ, chữ đệm và tên của bé");
  REQUIRE(name != nullptr);
  CHECK(name->has(ui::flag_invalid));
  REQUIRE(name->error != ui::no_id);
  const auto message = p.tree().find(name->error)->name;
  const auto* link = p.tree().find(ui::Role::link, message);
  REQUIRE(link != nullptr);
  CHECK(link->ref == name->id);
  CHECK(p.tree().nodes[0].name.find("Cần sửa") == 0);

  p.type("Họ, chữ đệm và tên của bé", "Trần Thử An");
  CHECK(p.tree().field("Họ, chữ đệm và tên của bé")->has(ui::flag_invalid));
  p.leave("Họ, chữ đệm và tên của bé");
  CHECK_FALSE(p.tree().field("Họ, chữ đệm và tên của bé")->has(ui::flag_invalid));
  p.choose("Giới tính của bé", "Nữ");
  CHECK_FALSE(p.sees(ui::Role::link, message));
}

TEST_CASE("a date is typed in three parts and judged as one", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  p.date("Ngày sinh của bé", "31", "2", "2026");
  p.press("Tiếp tục");
  const auto* group = p.tree().field("Ngày sinh của bé");
  REQUIRE(group != nullptr);
  CHECK(group->error != ui::no_id);
  CHECK(p.value("Ngày") == "31");
  p.date("Ngày sinh của bé", "3", "2", "2026");
  CHECK(p.tree().field("Ngày sinh của bé")->error == ui::no_id);
}

TEST_CASE("Back and Forward keep what was typed", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  const auto child = p.path;
  p.type("Quê quán của bé", "Xã Mây Trắng");
  p.press("Quay lại");
  CHECK(p.title() == "Đăng ký khai sinh");
  p.back(child);
  CHECK(p.value("Quê quán của bé") == "Xã Mây Trắng");
}

TEST_CASE("a reload goes on with the draft", "[app]") {
  Device device;
  std::string path;
  {
    Person p(device);
    p.open();
    start_birth(p);
    p.type("Quê quán của bé", "Xã Mây Trắng");
    path = p.path;
    CHECK(p.sees("Đã lưu trên máy này lúc 14:02"));
  }
  {
    Person p(device);
    p.open(path);
    CHECK(p.title() == "Em bé");
    CHECK(p.value("Quê quán của bé") == "Xã Mây Trắng");
  }
  Person p(device);
  p.open();
  CHECK(p.sees("Hồ sơ đang làm dở"));
  p.press("Làm tiếp");
  CHECK(p.value("Quê quán của bé") == "Xã Mây Trắng");
}

TEST_CASE("an unfinished draft is deleted only after asking", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  const auto id = p.draft();
  p.press("motcua");
  p.press("Xóa hồ sơ dở “Đăng ký khai sinh”");
  CHECK(p.sees("Xóa hồ sơ làm dở này?"));
  p.press("Giữ lại");
  CHECK(p.focused() == "Xóa hồ sơ dở “Đăng ký khai sinh”");
  CHECK(device.size() == 1);
  p.press("Xóa hồ sơ dở “Đăng ký khai sinh”");
  p.press("Xóa");
  CHECK(device.empty());
  CHECK_FALSE(p.sees("Hồ sơ đang làm dở"));
  REQUIRE(p.asked<effect::DeleteDraft>().size() == 1);
  CHECK(p.asked<effect::DeleteDraft>()[0].id == id);
  p.back("/nop/" + id + "/child");
  CHECK(p.title() == "Không thấy hồ sơ này trên máy");
}

TEST_CASE("when saving fails the page says so and why", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  p.can_save = false;
  p.type("Quê quán của bé", "Xã");
  CHECK(p.sees("Chưa lưu được: bộ nhớ của máy đã đầy"));
  p.can_save = true;
  p.type("Quê quán của bé", "Xã Mây");
  CHECK(p.sees("Đã lưu trên máy này lúc"));
}

TEST_CASE("English changes all words at once and keeps what was typed", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  p.type("Quê quán của bé", "Xã Mây Trắng");
  p.press("English");
  CHECK(p.title() == "The child");
  CHECK(p.tree().nodes[0].lang == "en");
  CHECK_FALSE(p.sees("Tiếp tục"));
  const auto* field = p.tree().field("Native place");
  if (!field) field = p.tree().find(ui::field_id("child.native-place"));
  REQUIRE(field != nullptr);
  CHECK(field->value == "Xã Mây Trắng");
  p.press("Tiếng Việt");
  CHECK(p.title() == "Em bé");
}

TEST_CASE("questions appear with their conditions", "[app]") {
  Device device;
  Person p(device);
  p.open();
  start_birth(p);
  CHECK(p.tree().field("Tên cơ sở y tế") == nullptr);
  p.choose("Bé sinh ở đâu?", "Bệnh viện, trạm y tế, nhà hộ sinh");
  CHECK(p.tree().field("Tên cơ sở y tế") != nullptr);
}

TEST_CASE("what cannot be loaded can be tried again", "[app]") {
  Device device;
  Person p(device);
  p.broken = {"procedures/1.001193"};
  p.open("/thu-tuc/1.001193");
  CHECK(p.sees("Chưa mở được trang này"));
  p.broken.clear();
  p.press("Thử lại");
  CHECK(p.sees("Bắt đầu điền hồ sơ"));
}

TEST_CASE("unknown addresses end on a page that leads home", "[app]") {
  for (const auto* path : {"/nowhere", "/thu-tuc/9.999999", "/ho-so/111122223333", "/nop/a/b/c/d",
                           "/thu-tuc/%00", "/thu-tuc/<script>"}) {
    Device device;
    Person p(device);
    p.open(path);
    INFO(path);
    CHECK(p.title() == "Không có trang này");
    p.press("Về trang đầu");
    CHECK(p.path == "/");
  }
}
