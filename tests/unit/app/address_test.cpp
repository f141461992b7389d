#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;

namespace {

constexpr std::string_view home = "Nơi cư trú của mẹ";

Json place(const char* address, const char* code, const char* name) {
  return {{"address", address}, {"code", code}, {"name", name}, {"province", "Tỉnh Sông Xanh"}};
}

/// What the browser says of the text that was asked about last.
void answer(Person& p, Json more) {
  const auto asked = p.asked<app::effect::FindPlaces>();
  REQUIRE_FALSE(asked.empty());
  Json report = {{"on", "places_found"},
                 {"field", asked.back().field},
                 {"text", asked.back().text},
                 {"list", Json::array()},
                 {"old", false}};
  report.update(more);
  p.forget();
  p.tell(report);
}

const Json both = {place("Tổ 2, Xã Mây Trắng, Tỉnh Sông Xanh", "99901", "Xã Mây Trắng"),
                   place("Tổ 2, Xã Nắng Đồi, Tỉnh Sông Xanh", "99902", "Xã Nắng Đồi")};

}  // namespace

TEST_CASE("places are offered while an address is typed, and the one that is chosen completes it",
          "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.forget();
  p.type(home, "T");
  CHECK(p.asked<app::effect::FindPlaces>().empty());
  p.type(home, "Tổ 2, mây tr");
  answer(p, {{"list", both}});
  CHECK(p.sees(ui::Role::listoption, "Xã Mây Trắng, Tỉnh Sông Xanh"));
  CHECK(p.sees("Có 2 gợi ý"));
  p.press("Xã Mây Trắng, Tỉnh Sông Xanh");
  CHECK(p.value(home) == "Tổ 2, Xã Mây Trắng, Tỉnh Sông Xanh");
  CHECK(p.heard() == "Tổ 2, Xã Mây Trắng, Tỉnh Sông Xanh");
  CHECK_FALSE(p.sees(ui::Role::listoption, "Xã Mây Trắng, Tỉnh Sông Xanh"));
  answer(p, {{"certain", place("", "99901", "Xã Mây Trắng")}});
  CHECK(p.sees("Theo tên hiện nay: Xã Mây Trắng, Tỉnh Sông Xanh."));
}

TEST_CASE("an answer to what was typed before is too late", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.type(home, "Tổ 2, mây tr");
  const auto asked = p.asked<app::effect::FindPlaces>().back();
  p.type(home, "Tổ 2, nắng");
  p.tell({{"on", "places_found"}, {"field", asked.field}, {"text", asked.text}, {"list", both}});
  CHECK_FALSE(p.sees(ui::Role::listoption, "Xã Mây Trắng, Tỉnh Sông Xanh"));
  p.tell({{"on", "places_found"}, {"field", "no.such"}, {"text", asked.text}, {"list", both}});
  p.tell({{"on", "places_found"}, {"field", 7}, {"list", {1, 2, nullptr}}, {"certain", "x"}});
  CHECK(p.value(home) == "Tổ 2, nắng");
}

TEST_CASE("an address of before July 2025 asks which of today's places it is", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.type(home, "Tổ 2, Xã Lưng Đồi, Huyện Đồi Mây, Tỉnh Sông Xanh");
  answer(p, {{"list", both}, {"old", true}});
  p.leave(home);
  CHECK(p.heard() == "Nơi này đã được chia. Bấm chọn tên hiện nay:");
  CHECK(p.sees("Nơi này đã được chia. Bấm chọn tên hiện nay:"));
  p.press("Xã Nắng Đồi, Tỉnh Sông Xanh");
  CHECK(p.value(home) == "Tổ 2, Xã Nắng Đồi, Tỉnh Sông Xanh");
  CHECK_FALSE(p.sees("Nơi này đã được chia"));
}

TEST_CASE("a card's address is looked up as soon as it is filled in", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.type("Số định danh cá nhân của mẹ",
         "999190000012|012345678|Lê Thị Mai|05101990|Nữ|Xã Mây Hạ, Đồi Mây, Sông Xanh|25122021");
  answer(p, {{"list", {both[0]}}, {"old", true}});
  CHECK(p.sees("Địa chỉ này có tên cũ. Bấm để đổi thành tên hiện nay:"));
  CHECK(p.value(home) == "Xã Mây Hạ, Đồi Mây, Sông Xanh");
}

TEST_CASE("without the list of places an address is typed as ever", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.type(home, "Tổ 2, mây tr");
  p.tell({{"on", "places_failed"}, {"field", "mother.address"}});
  CHECK(p.sees("Chưa tải được danh sách xã, phường."));
  CHECK(p.value(home) == "Tổ 2, mây tr");
}

TEST_CASE("an address chooses the competent office until the person does", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  const auto unit = [&] {
    return std::string(form::text_of(p.model().drafts.at(p.draft()).values, "filing.competent"));
  };
  p.type(home, "Xã Nắng Đồi, Tỉnh Sông Xanh");
  answer(p, {{"certain", place("", "99902", "Xã Nắng Đồi")}});
  CHECK(unit().empty());  // it does not take part
  p.type(home, "Xã Mây Trắng, Tỉnh Sông Xanh");
  answer(p, {{"certain", place("", "99901", "Xã Mây Trắng")}});
  CHECK(unit() == "99901");
}

TEST_CASE("the office goes with the address that named it, also after a reload", "[app]") {
  Device device;
  std::string path;
  const auto unit = [](const Person& p) {
    return std::string(form::text_of(p.model().drafts.at(p.draft()).values, "filing.competent"));
  };
  {
    Person p(device);
    to_mother(p);
    p.type(home, "Xã Mây Trắng, Tỉnh Sông Xanh");
    answer(p, {{"certain", place("", "99901", "Xã Mây Trắng")}});
    REQUIRE(unit(p) == "99901");
    path = p.path;
  }
  Person p(device);
  p.open(path);
  REQUIRE(p.title() == "Mẹ của bé");
  CHECK(unit(p) == "99901");
  p.leave(home);
  CHECK(unit(p) == "99901");
  p.type(home, "Xã Nắng Đồi, Tỉnh Sông Xanh");
  answer(p, {{"certain", place("", "99902", "Xã Nắng Đồi")}});
  CHECK(unit(p).empty());
}

TEST_CASE("a row found for what stood there before changes nothing", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.type(home, "Tổ 2, mây tr");
  answer(p, {{"list", both}});
  p.type(home, "Tổ 22, mây trắ");
  p.press("Xã Mây Trắng, Tỉnh Sông Xanh");
  CHECK(p.value(home) == "Tổ 22, mây trắ");
}

TEST_CASE("an address that is tidied when it is left is asked about as it then stands", "[app]") {
  Device device;
  Person p(device);
  to_mother(p);
  p.type(home, "Xã Lưng Đồi,  Huyện Đồi Mây, Tỉnh Sông Xanh ");
  p.leave(home);
  CHECK(p.asked<app::effect::FindPlaces>().back().text ==
        "Xã Lưng Đồi, Huyện Đồi Mây, Tỉnh Sông Xanh");
  answer(p, {{"list", both}, {"old", true}});
  CHECK(p.sees("Nơi này đã được chia."));
  p.press("Xã Nắng Đồi, Tỉnh Sông Xanh");
  CHECK(p.focused() == home);
}
