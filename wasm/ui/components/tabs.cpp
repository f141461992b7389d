#include "wasm/ui/components/tabs.h"

#include <cassert>
#include <string>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

constexpr float kAir = 16, kBar = 4;

float place_list(Layouter& at, int index, float x, float y, float w) {
  const float h = at.row(at.children(index), x, y, w, at.s(4));
  at.set(index, x, y, w, h);
  return h;
}

void paint_list(Painter& on, const Node& n) {
  on.brush().fill({n.rect.x, n.rect.y + n.rect.h - on.s(2), n.rect.w, on.s(2)}, Colour::line);
}

float place_tab(Layouter& at, int index, float x, float y, float w) {
  return at.hug(index, x, y, w, at.s(kAir), at.s(kAir), at.s(size::control));
}

float natural_tab(const Layouter& at, int index, float) {
  return at.words_width(at.at(index)) + 2 * at.s(kAir);
}

void paint_tab(Painter& on, const Node& n) {
  if (on.hovered(n)) on.brush().fill(n.rect, Colour::secondary_hover, on.s(6), Corners::top);
  if (n.has(flag_checked)) {
    on.brush().fill({n.rect.x, n.rect.y + n.rect.h - on.s(kBar), n.rect.w, on.s(kBar)},
                    Colour::primary);
  }
  on.text(n, on.s(kAir));
}

// The chosen one is as wide as when it is not: nothing moves when another is chosen.
TextStyle style_tab(const Tree&, const Node& n, bool) {
  return {Face::semibold, 18, 1.4f, n.has(flag_checked) ? Colour::ink : Colour::primary};
}

constexpr Look kList{.place = place_list, .paint = paint_list};
constexpr Look kTab{place_tab, natural_tab, paint_tab, style_tab};

}  // namespace

Scope tabs(Builder& b, std::string_view key, std::string_view label, std::span<const Tab> all,
           std::string_view chosen, Action choose) {
  assert(!all.empty());
  std::size_t open = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].key == chosen) open = i;
  }
  const Id base = field_id(key);
  const Id panel = hash_key(base, std::string("panel.").append(all[open].key));
  {
    Scope list = b.open_id(Role::tablist, base, Variant::normal);
    b.opened().name = label;
    b.opened().look = &kList;
    for (std::size_t i = 0; i < all.size(); ++i) {
      Node& tab =
          b.append_id(Role::tab, field_id(std::string(key) + "." + std::string(all[i].key)));
      tab.name = all[i].label;
      tab.value = all[i].key;
      tab.flags = i == open ? flag_checked : 0u;
      tab.ref = i == open ? panel : no_id;
      tab.on_activate = choose;
      tab.look = &kTab;
    }
  }
  Scope inside = b.open_id(Role::tabpanel, panel, Variant::normal);
  b.opened().ref = field_id(std::string(key) + "." + std::string(all[open].key));
  return inside;
}

}  // namespace motcua::ui
