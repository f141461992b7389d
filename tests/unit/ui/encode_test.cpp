#include <catch2/catch_test_macros.hpp>

#include <cstring>

#include "tests/unit/ui/demo.h"
#include "wasm/ui/encode.h"

using namespace motcua::ui;

namespace {

std::uint32_t word(const Encoded& e, std::size_t node, std::size_t offset) {
  std::uint32_t value = 0;
  std::memcpy(&value, e.nodes.data() + node * node_bytes + offset, 4);
  return value;
}

std::string text(const Encoded& e, std::size_t node, std::size_t offset) {
  return e.strings.substr(word(e, node, offset), word(e, node, offset + 4));
}

}  // namespace

TEST_CASE("a node has 80 bytes with everything at its place", "[ui][encode]") {
  Tree tree;
  {
    Builder b(tree, "Tên", "vi");
    b.text_field("k",
                 {.label = "Số",
                  .value = "12",
                  .value_rev = 3,
                  .inputmode = "numeric",
                  .maxlength = 9,
                  .chars = 4},
                 1, 2);
  }
  tree.nodes[3].rect = {1, 2, 3, 4.5f};
  const Encoded e = encode(tree);
  REQUIRE(e.count == 4);
  REQUIRE(e.nodes.size() == 4 * node_bytes);
  CHECK(word(e, 0, 4) == no_id);
  CHECK(text(e, 0, 24) == "Tên");
  CHECK(text(e, 0, 40) == std::string("lang\x1fvi"));
  CHECK(word(e, 3, 0) == field_id("k"));
  CHECK(word(e, 3, 4) == tree.nodes[1].id);
  CHECK((word(e, 3, 12) & 0xff) == std::uint32_t(Role::textbox));
  CHECK(word(e, 3, 16) == flag_required);
  CHECK(word(e, 3, 20) == (2u | 8u));
  CHECK(text(e, 3, 32) == "12");
  CHECK(text(e, 3, 40) ==
        "inputmode\x1fnumeric\x1fmaxlength\x1f"
        "9\x1f"
        "chars\x1f"
        "4");
  CHECK(word(e, 3, 60) == 3);
  float h = 0;
  std::memcpy(&h, e.nodes.data() + 3 * node_bytes + 76, 4);
  CHECK(h == 4.5f);
}

TEST_CASE("the hash changes with everything that is shown, and only then", "[ui][encode]") {
  const Tree tree = demo::view().tree;
  const std::uint32_t hash = encode(tree).hash;
  CHECK(encode(demo::view().tree).hash == hash);
  auto differs = [&](auto change) {
    Tree other = tree;
    change(other.nodes[20]);
    return encode(other).hash != hash;
  };
  CHECK(differs([](Node& n) { n.name += "x"; }));
  CHECK(differs([](Node& n) { n.value += "x"; }));
  CHECK(differs([](Node& n) { n.href = "/x"; }));
  CHECK(differs([](Node& n) { n.flags ^= flag_invalid; }));
  CHECK(differs([](Node& n) { n.variant = Variant::danger; }));
  CHECK(differs([](Node& n) { n.flow = Flow::center; }));
  CHECK(differs([](Node& n) { n.level = 9; }));
  CHECK(differs([](Node& n) { n.value_rev += 1; }));
  CHECK(differs([](Node& n) { n.error = 7; }));
  CHECK(differs([](Node& n) { n.rect.y += 1; }));
  Tree swapped = tree;
  std::swap(swapped.nodes[20], swapped.nodes[21]);
  CHECK(encode(swapped).hash != hash);
  // Another token for the same action is nothing that the document shows.
  CHECK_FALSE(differs([](Node& n) { n.on_activate = n.on_activate ? n.on_activate + 1 : 0; }));
}

TEST_CASE("a separator in an attribute can not forge another", "[ui][encode]") {
  Tree tree;
  Builder(tree, "t", "vi").link("k", "x", "/a\x1fhref\x1f/b");
  CHECK(text(encode(tree), 1, 40) == "href\x1f/ahref/b");
}
