#include <catch2/catch_test_macros.hpp>

#include "tests/unit/ui/demo.h"
#include "wasm/ui/components/combobox.h"

using namespace motcua::ui;

namespace {

Tree view(const ComboboxState& state, std::size_t count, std::string_view chosen = "") {
  Tree tree;
  Builder b(tree, "t", "vi");
  combobox(b, "place",
           {.text = {.label = "Nơi nộp"},
            .state = &state,
            .count = count,
            .option =
                [](std::size_t i) {
                  return Option{std::to_string(i), "Xã " + std::to_string(i)};
                },
            .chosen = chosen,
            .list_label = "Các xã",
            .status = "Có nhiều xã"},
           {.input = 1, .key = 2, .choose = 3, .blur = 4});
  return tree;
}

const Node& list_of(const Tree& tree) {
  for (const Node& node : tree.nodes) {
    if (node.role == Role::listbox) return node;
  }
  FAIL("no list");
  return tree.nodes[0];
}

}  // namespace

TEST_CASE("typing opens the list, arrows move, Enter chooses", "[ui][combobox]") {
  ComboboxState state;
  combobox_typed(state, "may");
  CHECK(state.open);
  CHECK(state.active == -1);
  CHECK_FALSE(combobox_key(state, "Enter", 3));
  combobox_key(state, "ArrowDown", 3);
  combobox_key(state, "ArrowDown", 3);
  CHECK(combobox_key(state, "Enter", 3) == 1u);
  combobox_chosen(state, "Xã Mây Trắng");
  CHECK(state.text == "Xã Mây Trắng");
  CHECK(state.rev == 1);
  CHECK_FALSE(state.open);
}

TEST_CASE("arrows go round, pages stop at the ends", "[ui][combobox]") {
  ComboboxState state;
  combobox_key(state, "ArrowUp", 10);
  CHECK(state.active == 9);
  combobox_key(state, "ArrowDown", 10);
  CHECK(state.active == 0);
  combobox_key(state, "PageDown", 10);
  CHECK(state.active == 6);
  combobox_key(state, "PageDown", 10);
  CHECK(state.active == 9);
  combobox_key(state, "PageUp", 10);
  combobox_key(state, "PageUp", 10);
  CHECK(state.active == 0);
}

TEST_CASE("Escape closes first and empties then", "[ui][combobox]") {
  ComboboxState state;
  combobox_typed(state, "may");
  combobox_key(state, "Escape", 3);
  CHECK_FALSE(state.open);
  CHECK(state.text == "may");
  combobox_key(state, "Escape", 3);
  CHECK(state.text.empty());
  CHECK(state.rev == 1);
}

TEST_CASE("a list without matches has nothing to choose", "[ui][combobox]") {
  ComboboxState state;
  combobox_typed(state, "zzz");
  for (const char* key : {"ArrowDown", "ArrowUp", "PageDown", "PageUp"}) {
    combobox_key(state, key, 0);
    CHECK(state.active == -1);
  }
  CHECK_FALSE(combobox_key(state, "Enter", 0));
  const Tree tree = view(state, 0);
  CHECK(tree.field("Nơi nộp")->has(flag_collapsed));
  CHECK(tree.find(Role::text, "Có nhiều xã"));
}

TEST_CASE("leaving the field brings back what is chosen", "[ui][combobox]") {
  ComboboxState state;
  combobox_typed(state, "xyz");
  combobox_left(state, "Xã Mây Trắng");
  CHECK(state.text == "Xã Mây Trắng");
  CHECK_FALSE(state.open);
}

TEST_CASE("of 3,321 names those near the active one are in the tree", "[ui][combobox]") {
  constexpr std::size_t count = 3321;
  ComboboxState state;
  combobox_key(state, "ArrowUp", count);
  CHECK(state.active == int(count) - 1);
  const Tree tree = view(state, count);
  CHECK(tree.nodes.size() < combobox_window + 12);
  const Node* field = tree.field("Nơi nộp");
  REQUIRE(field);
  CHECK(field->role == Role::combobox);
  CHECK(field->has(flag_expanded));
  CHECK(field->ref == list_of(tree).id);
  const Node* last = tree.find(Role::listoption, "Xã 3320");
  REQUIRE(last);
  CHECK(last->has(flag_current));
  CHECK(field->attributes.find(std::to_string(last->id)) != std::string::npos);
  CHECK(last->attributes.find("3321") != std::string::npos);
}

TEST_CASE("scrolling moves the window, and only sensible reports do", "[ui][combobox]") {
  constexpr std::size_t count = 3321;
  ComboboxState state;
  combobox_typed(state, "");
  combobox_key(state, "rows 500", count);
  CHECK(state.first > 400);
  CHECK(state.first <= 500);
  CHECK(state.active == -1);
  const std::size_t before = state.first;
  for (const char* report : {"rows", "rows ", "rows x", "rows 99999999999999999999", "rows -1"}) {
    combobox_key(state, report, count);
  }
  CHECK((state.first == before || state.first == 0));
  combobox_key(state, "rows 3320", count);
  CHECK(state.first == count - combobox_window);
}

TEST_CASE("the chosen option is marked, a closed list is not there", "[ui][combobox]") {
  ComboboxState state;
  CHECK_FALSE(view(state, 5).find(Role::listoption, "Xã 1"));
  combobox_typed(state, "");
  const Tree tree = view(state, 5, "2");
  CHECK(tree.find(Role::listoption, "Xã 2")->has(flag_checked));
  CHECK_FALSE(tree.find(Role::listoption, "Xã 1")->has(flag_checked));
  std::string why;
  CHECK(tree.sound(&why));
}
