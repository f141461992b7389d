#include <catch2/catch_test_macros.hpp>

#include <imgui.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/unit/ui/demo.h"
#include "wasm/ui/fonts.h"
#include "wasm/ui/paint.h"
#include "wasm/ui/sheet.h"

using namespace motcua::ui;

namespace {

std::vector<std::uint8_t> file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return {text.begin(), text.end()};
}

/// Fonts and a frame of a painter without a canvas.
struct Easel {
  Fonts fonts;
  Sheet sheet{fonts};
  Page page;

  explicit Easel(const Page& wanted) : page(wanted) {
    fonts.set_dpr(page.dpr);
    REQUIRE(fonts.add(Face::regular, file(MOTCUA_ROOT "/build/deps/fonts/regular.ttf")));
    REQUIRE(fonts.add(Face::semibold, file(MOTCUA_ROOT "/build/deps/fonts/semibold.ttf")));
  }

  /// Bytes of everything drawn, so that two frames can be compared.
  std::string draw(Tree& tree, const Attention& attention = {}, Window window = {0, 5000}) {
    fonts.begin_frame();
    layout(tree, fonts, page);
    ImDrawList& list = sheet.begin(page.width * page.dpr, window.height * page.dpr);
    paint(tree, page, attention, window, fonts, list);
    std::string drawn(reinterpret_cast<const char*>(list.VtxBuffer.Data),
                      std::size_t(list.VtxBuffer.size_in_bytes()));
    for (ImTextureData* texture : fonts.atlas().TexList) {
      if (texture->Status == ImTextureStatus_WantDestroy) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
      } else {
        texture->SetTexID(1);
        texture->SetStatus(ImTextureStatus_OK);
      }
    }
    return drawn;
  }
};

}  // namespace

TEST_CASE("a page is painted, the same each time", "[ui][paint]") {
  Easel easel({.width = 1280, .height = 900});
  auto v = demo::view(true);
  const std::string first = easel.draw(v.tree);
  CHECK(first.size() > 2000 * sizeof(ImDrawVert));
  CHECK(easel.draw(v.tree) == first);
}

TEST_CASE("pointer, focus and errors are visible", "[ui][paint]") {
  Easel easel({.width = 800, .height = 900, .dpr = 1.5f});
  auto v = demo::view();
  const std::string calm = easel.draw(v.tree);
  for (const Node& node : demo::view().tree.nodes) {
    if (!is_control(node.role) || node.variant == Variant::skip) continue;
    if (node.variant == Variant::wordmark) continue;
    INFO(node.name);
    CHECK(easel.draw(v.tree, {.focus = node.id, .ring = true}) != calm);
    const bool lights = node.role != Role::checkbox || !node.has(flag_checked);
    if (lights && node.variant != Variant::steps) {
      CHECK(easel.draw(v.tree, {.hover = node.id}) != calm);
    }
  }
  auto wrong = demo::view(true);
  CHECK(easel.draw(wrong.tree) != calm);
}

TEST_CASE("only what the canvas covers is painted", "[ui][paint]") {
  Easel easel({.width = 390, .height = 844});
  auto v = demo::view();
  const auto all = easel.draw(v.tree).size();
  const auto part = easel.draw(v.tree, {}, {800, 400}).size();
  CHECK(part > 0);
  CHECK(part < all / 2);
  CHECK(easel.draw(v.tree, {}, {900000, 400}).empty());
}

TEST_CASE("real letters stay inside their nodes", "[ui][paint]") {
  for (float dpr : {1.f, 1.25f, 2.f}) {
    for (float width : {320.f, 390.f, 1280.f}) {
      Easel easel({.width = width, .height = 900, .dpr = dpr});
      auto v = demo::view(true);
      easel.draw(v.tree);
      for (const Node& node : v.tree.nodes) {
        for (const TextLine& line : node.lines) {
          INFO(width << " x" << dpr << ": " << node.name);
          if (node.role != Role::select) CHECK(line.width <= node.rect.w + 0.6f);
        }
      }
    }
  }
}

TEST_CASE("a font that is none is refused", "[ui][paint]") {
  Fonts fonts;
  CHECK_FALSE(fonts.add(Face::regular, {}));
  CHECK_FALSE(fonts.add(Face::regular, std::vector<std::uint8_t>(4096, 0x41)));
  CHECK_FALSE(fonts.complete());
  CHECK(fonts.width("abc", Face::regular, 18) == 0.f);
}

TEST_CASE("letters that the fonts lack are known as such", "[ui]") {
  Fonts fonts;
  CHECK_FALSE(fonts.knows("a"));  // nothing can be painted yet
  REQUIRE(fonts.add(Face::regular, file(MOTCUA_ROOT "/build/deps/fonts/regular.ttf")));
  REQUIRE(fonts.add(Face::semibold, file(MOTCUA_ROOT "/build/deps/fonts/semibold.ttf")));
  for (const char* text : {"", "Nguyễn Đặng Phước\n“Ấp” – 3,4 MB…", "H'Hen Niê, Y Kpă"})
    CHECK(fonts.knows(text));
  for (const char* text : {"ភូមិ", "Nhà 🏠", "שלום"}) CHECK_FALSE(fonts.knows(text));
}
