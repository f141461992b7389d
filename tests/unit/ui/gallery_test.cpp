#include <catch2/catch_test_macros.hpp>

#include <set>

#include "tests/unit/ui/demo.h"
#include "wasm/gallery/gallery.h"
#include "wasm/gallery/names.h"
#include "wasm/ui/text_style.h"

using namespace motcua::ui;
using motcua::gallery::Gallery;

namespace {

/// The gallery with everything opened that can be.
Gallery opened() {
  Gallery gallery;
  auto press = [&](Role role, std::string_view name) {
    const Node* node = gallery.view().find(role, name);
    REQUIRE(node);
    gallery.action(node->id, ActionKind::activate, "");
  };
  press(Role::button, "Vì sao cần số định danh?");
  const Id place = field_id("place");
  gallery.action(place, ActionKind::input, "may trang");
  gallery.action(place, ActionKind::key, "ArrowDown");
  gallery.action(field_id("sign"), ActionKind::key, "M10 10");
  gallery.action(field_id("sign"), ActionKind::key, "L300 150 590 20");
  press(Role::button, "Lưu và báo");
  press(Role::button, "Xóa bản nháp…");
  press(Role::button, "Đưa thẻ vào máy ảnh…");
  return gallery;
}

Tree laid(float width, float scale = 1) {
  Gallery gallery = opened();
  layout(gallery.view(), demo::HalfEm{}, {.width = width, .height = 900, .scale = scale});
  return gallery.view();
}

bool shown(const Tree& tree, const Node& node) {
  if (node.rect.w <= 0) return false;
  for (int at = node.parent; at > 0; at = tree.nodes[std::size_t(at)].parent) {
    if (out_of_flow(tree.nodes[std::size_t(at)])) return false;
  }
  return true;
}

bool leaf(const Node& node) {
  return is_control(node.role) || node.role == Role::text || node.role == Role::heading ||
         node.role == Role::label || node.role == Role::legend || node.role == Role::timer ||
         node.role == Role::icon || node.role == Role::picture ||
         ((node.role == Role::cell || node.role == Role::rowheader ||
           node.role == Role::columnheader) &&
          !node.name.empty());
}

bool meet(const Rect& a, const Rect& b) {
  const float e = 0.6f;
  return a.x + e < b.x + b.w && b.x + e < a.x + a.w && a.y + e < b.y + b.h && b.y + e < a.y + a.h;
}

}  // namespace

TEST_CASE("the gallery is sound with everything closed and opened", "[ui][gallery]") {
  std::string why;
  CHECK(Gallery().view().sound(&why));
  CHECK(opened().view().sound(&why));
  CHECK(why.empty());
}

TEST_CASE("every role of the tree stands in the gallery", "[ui][gallery]") {
  Gallery gallery = opened();
  std::set<Role> seen;
  for (const Node& node : gallery.view().nodes) seen.insert(node.role);
  for (int i = 0; i <= int(Role::skeleton); ++i) {
    const auto role = Role(i);
    INFO("role " << i);
    CHECK(seen.contains(role));
  }
}

TEST_CASE("no component leaves the page sideways", "[ui][gallery]") {
  for (float scale : {1.f, 2.f, 4.f}) {
    for (float width : {320.f, 390.f, 599.f, 600.f, 1080.f, 1920.f}) {
      const Tree tree = laid(width, scale);
      for (const Node& node : tree.nodes) {
        INFO(width << " x" << scale << ": " << node.name);
        CHECK(node.rect.x >= 0.f);
        if (node.variant != Variant::skip) CHECK(node.rect.x + node.rect.w <= width + 0.6f);
      }
    }
  }
}

TEST_CASE("no two components lie on each other", "[ui][gallery]") {
  for (float width : {320.f, 1280.f}) {
    const Tree tree = laid(width);
    std::vector<const Node*> all;
    for (const Node& node : tree.nodes) {
      if (leaf(node) && shown(tree, node) && node.variant != Variant::tile &&
          node.variant != Variant::skip)
        all.push_back(&node);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        INFO(width << ": \"" << all[i]->name << "\" and \"" << all[k]->name << "\"");
        CHECK_FALSE(meet(all[i]->rect, all[k]->rect));
      }
    }
  }
}

TEST_CASE("words of components stay inside them", "[ui][gallery]") {
  for (float width : {320.f, 720.f, 1280.f}) {
    const Tree tree = laid(width);
    for (const Node& node : tree.nodes) {
      for (const TextLine& line : node.lines) {
        INFO(width << ": " << node.name);
        if (node.role != Role::select) CHECK(line.width <= node.rect.w + 0.6f);
      }
    }
  }
}

TEST_CASE("components to press are large enough for a thumb", "[ui][gallery]") {
  for (float width : {320.f, 1280.f}) {
    const Tree tree = laid(width);
    for (const Node& node : tree.nodes) {
      if (!is_control(node.role) || !shown(tree, node)) continue;
      INFO(node.name << " " << node.rect.w << " x " << node.rect.h);
      const bool inline_link = node.role == Role::link && !is_button_like(node);
      CHECK(node.rect.h >= (inline_link ? 24.f : 47.f));
      CHECK(node.rect.w >= 24.f);
    }
  }
}

TEST_CASE("what lies over the page takes no room in it", "[ui][gallery]") {
  Gallery closed, open;
  const Node* ask = open.view().find(Role::button, "Xóa bản nháp…");
  open.action(ask->id, ActionKind::activate, "");
  for (Gallery* gallery : {&closed, &open}) {
    layout(gallery->view(), demo::HalfEm{}, {.width = 1000, .height = 900});
  }
  CHECK(open.view().height == closed.view().height);
  const Node* dialog = nullptr;
  for (const Node& node : open.view().nodes) {
    if (node.role == Role::dialog) dialog = &node;
  }
  REQUIRE(dialog);
  CHECK(dialog->rect.w == 0.f);
  CHECK(open.view().find(dialog->ref)->name == "Xóa bản nháp này?");
  open.action(dialog->id, ActionKind::activate, "");  // the Escape key
  CHECK_FALSE(open.view().find(Role::heading, "Xóa bản nháp này?"));
}

TEST_CASE("a camera's picture is named and takes no room in the page", "[ui][gallery]") {
  Gallery gallery;
  const Node* look = gallery.view().find(Role::button, "Đưa thẻ vào máy ảnh…");
  REQUIRE(look);
  layout(gallery.view(), demo::HalfEm{}, {.width = 1000, .height = 900});
  const float height = gallery.view().height;
  gallery.action(look->id, ActionKind::activate, "");
  layout(gallery.view(), demo::HalfEm{}, {.width = 1000, .height = 900});
  const Node* camera = gallery.view().find(Role::camera, "Hình máy ảnh đang thấy");
  REQUIRE(camera);
  CHECK(camera->rect.w == 0.f);
  CHECK(gallery.view().height == height);
}

TEST_CASE("there are as many invented names as communes, all different", "[ui][gallery]") {
  using motcua::gallery::place_names;
  const std::set<std::string> all(place_names().begin(), place_names().end());
  CHECK(all.size() == motcua::gallery::place_count);
  CHECK(motcua::gallery::matching_places("").size() == all.size());
  CHECK(place_names()[motcua::gallery::matching_places("may trang")[0]] == "Xã Mây Trắng");
}
