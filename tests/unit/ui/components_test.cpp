#include <catch2/catch_test_macros.hpp>

#include "tests/unit/ui/demo.h"
#include "wasm/gallery/gallery.h"
#include "wasm/ui/components/chart.h"
#include "wasm/ui/components/code_entry.h"
#include "wasm/ui/components/details.h"
#include "wasm/ui/components/dialog.h"
#include "wasm/ui/components/money.h"
#include "wasm/ui/components/partial_date.h"
#include "wasm/ui/components/phone.h"
#include "wasm/ui/components/preview.h"
#include "wasm/ui/components/repeat.h"
#include "wasm/ui/components/signature.h"
#include "wasm/ui/components/table.h"
#include "wasm/ui/components/tabs.h"

using namespace motcua::ui;
using motcua::gallery::Gallery;

TEST_CASE("money is digits inside and groups outside", "[ui][components]") {
  CHECK(money_digits("1.200.000 đ") == "1200000");
  CHECK(money_digits("000") == "0");
  CHECK(money_digits("007") == "7");
  CHECK(money_digits("không") == "");
  CHECK(money_text("1200000", "vi") == "1.200.000");
  CHECK(money_text("1200000", "en") == "1,200,000");
  CHECK(money_text("999", "vi") == "999");
  CHECK(money_text("", "vi").empty());
  CHECK(money_text("12a", "vi") == "12a");
}

TEST_CASE("a telephone number is read in groups", "[ui][components]") {
  CHECK(phone_text("0912345678") == "0912 345 678");
  CHECK(phone_text("0912.345.678") == "0912 345 678");
  CHECK(phone_text("+84912345678") == "+84 912 345 678");
  CHECK(phone_text("12345") == "12345");
  CHECK(phone_text("nhà 12") == "nhà 12");
}

TEST_CASE("a code keeps its digits however it was pasted", "[ui][components]") {
  CHECK(code_digits(" 48-21 77 ", 6) == "482177");
  CHECK(code_digits("4821773059160000", 12) == "482177305916");
  CHECK(code_digits("abc", 6).empty());
}

TEST_CASE("a preview grows and shrinks by steps", "[ui][components]") {
  CHECK(preview_zoom(100, "larger") == 150);
  CHECK(preview_zoom(400, "+") == 400);
  CHECK(preview_zoom(150, "smaller") == 100);
  CHECK(preview_zoom(100, "-") == 100);
  CHECK(preview_zoom(300, "0") == 100);
  CHECK(preview_zoom(200, "x") == 200);
}

TEST_CASE("a signature takes strokes and nothing else", "[ui][components]") {
  std::string path;
  sign_stroke(path, "L1 1");  // begins with no stroke
  CHECK(path.empty());
  sign_stroke(path, "M10 20");
  sign_stroke(path, "L30 40 50 60");
  CHECK(path == "M10 20L30 40 50 60");
  for (const char* bad : {"", "M", "M1", "M1 2 3", "M601 1", "M1 201", "Mx y", "Z", "M1 2\"/>",
                          "L1 2 99999999999 3"}) {
    sign_stroke(path, bad);
    CHECK(path == "M10 20L30 40 50 60");
  }
  for (int i = 0; i < 20000; ++i) sign_stroke(path, "L1 1 2 2");
  CHECK(path.size() <= signature_limit);
}

TEST_CASE("the focus has a place to go after a removal", "[ui][components]") {
  const std::string keys[] = {"a", "b", "c"};
  CHECK(focus_after_removal(keys, 0, "add") == field_id("b"));
  CHECK(focus_after_removal(keys, 2, "add") == field_id("b"));
  CHECK(focus_after_removal({keys, 1}, 0, "add") == field_id("add"));
  CHECK(focus_after_removal({}, 0, "add") == field_id("add"));
}

TEST_CASE("the window of a table follows the sight", "[ui][components]") {
  CHECK(table_first("rows 10", 0, 40) == 0);
  CHECK(table_first("rows 0", 0, 3321) == 0);
  CHECK(table_first("rows 1000", 0, 3321) == 980);
  CHECK(table_first("rows 3320", 0, 3321) == 3321 - table_window);
  CHECK(table_first("rows x", 7, 3321) == 7);
  CHECK(table_first("", 7, 3321) == 7);
}

TEST_CASE("rows that are not in the tree keep their room", "[ui][components]") {
  auto height = [](std::size_t first, float width) {
    Tree tree;
    Builder b(tree, "t", "vi");
    const TableColumn columns[] = {{.key = "a", .label = "Tên"}, {.key = "b", .label = "Số"}};
    table(b, "t",
          {.caption = "Bảng",
           .columns = columns,
           .count = 1000,
           .first = first,
           .row =
               [](std::size_t i) {
                 return TableRow{std::to_string(i), {"Xã " + std::to_string(i), "1"}};
               }},
          1);
    layout(tree, demo::HalfEm{}, {.width = width, .height = 900});
    CHECK(tree.nodes.size() < 4 * table_window);
    return tree.height;
  };
  for (float width : {320.f, 1280.f}) {
    const float whole = height(0, width);
    CHECK(std::abs(height(500, width) - whole) < 4.f);
    CHECK(std::abs(height(940, width) - whole) < 4.f);
  }
}

TEST_CASE("a table says how it is sorted, by roles", "[ui][components]") {
  Gallery gallery;
  const Node* button = gallery.view().find(Role::button, "Hồ sơ");
  REQUIRE(button);
  CHECK(button->value.empty());
  gallery.action(button->id, ActionKind::activate, "");
  button = gallery.view().find(Role::button, "Hồ sơ");
  CHECK(button->value == "xếp tăng dần");
  gallery.action(button->id, ActionKind::activate, "");
  button = gallery.view().find(Role::button, "Hồ sơ");
  CHECK(button->value == "xếp giảm dần");
  const Node& head = gallery.view().nodes[std::size_t(button->parent)];
  CHECK(head.role == Role::columnheader);
  CHECK(head.attributes.find("descending") != std::string::npos);
}

TEST_CASE("a chart is a table of its data", "[ui][components]") {
  Tree tree;
  Builder b(tree, "t", "vi");
  const ChartPoint points[] = {{"Một", 10, "10 hồ sơ"}, {"Hai", 5, "5 hồ sơ"}, {"Ba", -1, "0"}};
  bar_chart(b, "c", {.title = "T", .label_column = "A", .value_column = "B", .points = points});
  CHECK(tree.find(Role::rowheader, "Hai"));
  const Node* cell = tree.find(Role::cell, "5 hồ sơ");
  REQUIRE(cell);
  CHECK(tree.nodes[std::size_t(cell->parent)].value == "500");
  CHECK(tree.nodes[std::size_t(tree.find(Role::cell, "0")->parent)].value == "0");
}

TEST_CASE("tabs show one panel, named by its tab", "[ui][components]") {
  Tree tree;
  Builder b(tree, "t", "vi");
  const Tab all[] = {{"a", "Một"}, {"b", "Hai"}};
  { auto panel = tabs(b, "t", "Phần", all, "b", 7); }
  const Node* chosen = tree.find(Role::tab, "Hai");
  REQUIRE(chosen);
  CHECK(chosen->has(flag_checked));
  CHECK(tree.find(chosen->ref)->role == Role::tabpanel);
  CHECK(tree.find(chosen->ref)->ref == chosen->id);
  CHECK_FALSE(tree.find(Role::tab, "Một")->has(flag_checked));
  CHECK(tree.find(Role::tab, "Một")->ref == no_id);
}

TEST_CASE("closed details take no room and stay in the document", "[ui][components]") {
  for (bool open : {false, true}) {
    Tree tree;
    Builder b(tree, "t", "vi");
    {
      auto inside = details(b, "why", "Vì sao?", open, 1);
      b.text("text", "Vì thế.");
    }
    layout(tree, demo::HalfEm{}, {.width = 800, .height = 100});
    CHECK(tree.find(Role::button, "Vì sao?")->has(open ? flag_expanded : flag_collapsed));
    CHECK((tree.find(Role::text, "Vì thế.")->rect.h > 0) == open);
  }
}

TEST_CASE("what is unknown of a date can not be typed nor be wrong", "[ui][components]") {
  Tree tree;
  Builder b(tree, "t", "vi");
  partial_date(b, "d",
               {.date = {.legend = "Ngày sinh",
                         .error = "Thiếu ngày",
                         .day = {"Ngày", "", 0, true},
                         .month = {"Tháng"},
                         .year = {"Năm"}},
                .unknown = Unknown::day_and_month,
                .no_day = "Không biết ngày",
                .no_month = "Không biết cả tháng"},
               {});
  CHECK(tree.find(field_id("d.day"))->has(flag_disabled));
  CHECK_FALSE(tree.find(field_id("d.day"))->has(flag_invalid));
  CHECK(tree.find(field_id("d.month"))->has(flag_disabled));
  CHECK_FALSE(tree.find(field_id("d.year"))->has(flag_disabled));
  CHECK(tree.find(Role::checkbox, "Không biết ngày")->has(flag_checked));
}

TEST_CASE("a group is added and removed, and the focus follows", "[ui][components]") {
  Gallery gallery;
  auto press = [&](std::string_view name) {
    return gallery.action(gallery.view().find(Role::button, name)->id, ActionKind::activate, "");
  };
  auto effects = press("Thêm một người con");
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].find(std::to_string(field_id("con.3.name"))) != std::string::npos);
  CHECK(gallery.view().field("Người con thứ 3"));
  effects = press("Bỏ người con thứ 3");
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].find(std::to_string(field_id("con.2"))) != std::string::npos);
  CHECK_FALSE(gallery.view().field("Người con thứ 3"));
}

TEST_CASE("the same toast again has another place in the sequence", "[ui][components]") {
  Gallery gallery;
  auto say = [&] {
    gallery.action(gallery.view().find(Role::button, "Lưu và báo")->id, ActionKind::activate, "");
    const Node* toast = gallery.view().find(Role::toast, "Đã lưu trên máy này");
    REQUIRE(toast);
    return toast->value_rev;
  };
  const auto first = say();
  CHECK(say() == first + 1);
}
