#include <catch2/catch_test_macros.hpp>

#include "tests/unit/ui/demo.h"

using namespace motcua::ui;

TEST_CASE("a page with every widget is sound", "[ui]") {
  std::string why;
  const auto plain = demo::view();
  CHECK(plain.tree.sound(&why));
  const auto wrong = demo::view(true);
  CHECK(wrong.tree.sound(&why));
  CHECK(why.empty());
}

TEST_CASE("soundness names the fault", "[ui]") {
  auto v = demo::view();
  std::string why;
  auto twice = v.tree;
  twice.nodes.back().id = twice.nodes[3].id;
  CHECK_FALSE(twice.sound(&why));
  CHECK(why.find("id of another") != std::string::npos);
  auto lost = v.tree;
  lost.nodes.back().ref = 12345;
  CHECK_FALSE(lost.sound(&why));
  CHECK(why.find("missing") != std::string::npos);
}

TEST_CASE("a widget is found by role and label, and pressed", "[ui]") {
  const auto v = demo::view();
  const Node* next = v.tree.find(Role::button, "Tiếp tục");
  REQUIRE(next);
  const auto message = v.on.fire(next->on_activate, "");
  REQUIRE(message);
  CHECK(std::get<demo::Pressed>(*message).what == "next");

  const Node* name = v.tree.field("Họ và tên");
  REQUIRE(name);
  CHECK(name->value == "Nguyễn Văn Mây");
  const auto typed = v.on.fire(name->on_input, "Ánh");
  REQUIRE(typed);
  CHECK(std::get<demo::Typed>(*typed).text == "Ánh");

  CHECK_FALSE(v.on.fire(no_action, ""));
  CHECK_FALSE(v.on.fire(99999, ""));
}

TEST_CASE("a label, hint and error belong to their field", "[ui]") {
  const auto v = demo::view(true);
  const Node* name = v.tree.field("Họ và tên");
  REQUIRE(name);
  CHECK(name->id == field_id("name"));
  CHECK(name->has(flag_invalid));
  CHECK(v.tree.find(name->hint)->name.starts_with("Ghi có dấu"));
  CHECK(v.tree.find(name->error)->name == "Hãy nhập họ và tên của trẻ");
  const Node* link = v.tree.find(Role::link, "Hãy nhập họ và tên của trẻ");
  REQUIRE(link);
  CHECK(link->ref == name->id);
  CHECK_FALSE(demo::view().tree.field("Họ và tên")->has(flag_invalid));
}

TEST_CASE("a fieldset is found by its legend, its radios exclude each other", "[ui]") {
  const auto v = demo::view();
  const Node* group = v.tree.field("Giới tính");
  REQUIRE(group);
  CHECK(group->role == Role::group);
  const Node* girl = v.tree.find(Role::radio, "Nữ");
  const Node* boy = v.tree.find(Role::radio, "Nam");
  REQUIRE((girl && boy));
  CHECK(girl->has(flag_checked));
  CHECK_FALSE(boy->has(flag_checked));
  CHECK(girl->group == boy->group);
  CHECK(girl->id == field_id("sex.nu"));
}

TEST_CASE("ids are the same in the next tree", "[ui]") {
  const auto before = demo::view(false), after = demo::view(true);
  for (const Node& node : before.tree.nodes) {
    const Node* same = after.tree.find(node.id);
    REQUIRE(same);
    CHECK(same->role == node.role);
  }
}

TEST_CASE("an event added on top does not rename the others", "[ui]") {
  Tree one, two;
  const Event first[] = {{"Đã nộp", "9:00"}};
  const Event both[] = {{"Đã tiếp nhận", "9:05"}, {"Đã nộp", "9:00"}};
  Builder(one, "t", "vi").timeline("t", "Diễn biến", first);
  Builder(two, "t", "vi").timeline("t", "Diễn biến", both);
  CHECK(one.find(Role::text, "Đã nộp")->id == two.find(Role::text, "Đã nộp")->id);
}

TEST_CASE("text joins what can be read", "[ui]") {
  Tree tree;
  {
    Builder b(tree, "t", "vi");
    auto main = b.main();
    b.heading("h", 1, "Xin chào");
    b.text("p", "Bạn cần gì?");
  }
  CHECK(tree.text() == "Xin chào Bạn cần gì?");
}
