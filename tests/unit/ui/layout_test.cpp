#include <cmath>

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/ui/demo.h"
#include "wasm/ui/text_style.h"

using namespace motcua::ui;

namespace {

Tree laid(float width, float dpr = 1, float scale = 1, bool error = true) {
  auto v = demo::view(error);
  layout(v.tree, demo::HalfEm{}, {.width = width, .height = 700, .scale = scale, .dpr = dpr});
  return v.tree;
}

bool meet(const Rect& a, const Rect& b) {
  const float e = 0.6f;
  return a.x + e < b.x + b.w && b.x + e < a.x + a.w && a.y + e < b.y + b.h && b.y + e < a.y + a.h;
}

bool painted_leaf(const Node& node) {
  return node.rect.w > 0 && node.role != Role::option && node.variant != Variant::skip &&
         (is_control(node.role) || node.role == Role::text || node.role == Role::heading ||
          node.role == Role::label || node.role == Role::legend || node.role == Role::progress ||
          node.role == Role::image || node.role == Role::term);
}

}  // namespace

TEST_CASE("nothing leaves the page sideways, from 320 px up and at 400 % text", "[ui][layout]") {
  for (float scale : {1.f, 1.5f, 4.f}) {
    for (float width : {320.f, 390.f, 599.f, 600.f, 768.f, 1080.f, 1920.f}) {
      const Tree tree = laid(width, 1, scale);
      for (const Node& node : tree.nodes) {
        INFO(width << " x" << scale << ": " << node.name);
        CHECK(node.rect.x >= 0.f);
        CHECK(node.rect.w >= 0.f);
        if (node.variant != Variant::skip) CHECK(node.rect.x + node.rect.w <= width + 0.6f);
      }
    }
  }
}

TEST_CASE("no two leaves lie on each other", "[ui][layout]") {
  for (float width : {320.f, 390.f, 720.f, 1280.f}) {
    const Tree tree = laid(width);
    for (const Node& a : tree.nodes) {
      for (const Node& b : tree.nodes) {
        if (&a >= &b || !painted_leaf(a) || !painted_leaf(b)) continue;
        if (a.variant == Variant::tile || b.variant == Variant::tile) continue;
        INFO(width << ": \"" << a.name << "\" and \"" << b.name << "\"");
        CHECK_FALSE(meet(a.rect, b.rect));
      }
    }
  }
}

TEST_CASE("lines are not wider than their node", "[ui][layout]") {
  for (float width : {320.f, 500.f, 1280.f}) {
    const Tree tree = laid(width);
    for (const Node& node : tree.nodes) {
      for (const TextLine& line : node.lines) {
        INFO(width << ": " << node.name);
        if (node.role != Role::select) CHECK(line.width <= node.rect.w + 0.6f);
        const std::size_t size =
            node.role == Role::banner ? node.name.size() : painted_words(tree, node).size();
        CHECK(line.start + line.size <= size);
      }
    }
  }
}

TEST_CASE("things to press are large enough for a thumb", "[ui][layout]") {
  for (float width : {320.f, 1280.f}) {
    const Tree tree = laid(width);
    for (const Node& node : tree.nodes) {
      if (!is_control(node.role)) continue;
      INFO(node.name << " " << node.rect.w << " x " << node.rect.h);
      const bool inline_link = node.role == Role::link && !is_button_like(node);
      CHECK(node.rect.h >= (inline_link ? 24.f : 48.f));
      CHECK(node.rect.w >= 24.f);
    }
  }
}

TEST_CASE("edges lie on device pixels", "[ui][layout]") {
  for (float dpr : {1.f, 1.25f, 1.5f, 2.f}) {
    const Tree tree = laid(777, dpr);
    for (const Node& node : tree.nodes) {
      const float y = node.rect.y * dpr;
      CHECK(std::abs(y - std::round(y)) < 0.02f);
    }
  }
}

TEST_CASE("the footer stays at the lower edge of a short page", "[ui][layout]") {
  Tree tree;
  {
    Builder b(tree, "t", "vi");
    {
      auto main = b.main();
      b.heading("h", 1, "Xin chào");
    }
    auto footer = b.footer("footer");
    b.text("p", "Cuối trang");
  }
  layout(tree, demo::HalfEm{}, {.width = 1024, .height = 800});
  const Node& footer = tree.nodes[3];
  REQUIRE(footer.role == Role::footer);
  CHECK(tree.height == 800.f);
  CHECK(std::abs(footer.rect.y + footer.rect.h - 800.f) < 1.f);
}

TEST_CASE("what only a print-out shows takes no room", "[ui][layout]") {
  Tree tree;
  {
    Builder b(tree, "t", "vi");
    auto main = b.main();
    b.text("a", "Một");
    {
      auto slip = b.printed("slip");
      b.text("b", "Hai");
    }
    b.text("c", "Ba");
  }
  layout(tree, demo::HalfEm{}, {.width = 1024, .height = 100});
  const Node *a = tree.find(Role::text, "Một"), *b = tree.find(Role::text, "Hai"),
             *c = tree.find(Role::text, "Ba");
  CHECK(b->rect.w == 0.f);
  CHECK(c->rect.y - (a->rect.y + a->rect.h) == 24.f);
}

TEST_CASE("layout of the same tree gives the same rectangles", "[ui][layout]") {
  const Tree one = laid(390), two = laid(390);
  for (std::size_t i = 0; i < one.nodes.size(); ++i) {
    CHECK(one.nodes[i].rect.y == two.nodes[i].rect.y);
  }
}
