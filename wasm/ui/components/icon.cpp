#include "wasm/ui/components/icon.h"

#include <array>

#include "wasm/ui/components/path.h"
#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

#define RING "M21 12C21 17 17 21 12 21C7 21 3 17 3 12C3 7 7 3 12 3C17 3 21 7 21 12"

constexpr std::array<std::string_view, std::size_t(Icon::count)> kPaths{
    RING "M12 11L12 16.5M12 7.5L12 7.6",                      // info
    RING "M7.5 12.5L10.8 15.8L16.5 9",                        // good
    "M12 3.5L22 20.5L2 20.5ZM12 10L12 14.5M12 17.4L12 17.5",  // warning
    RING "M8.5 8.5L15.5 15.5M15.5 8.5L8.5 15.5",              // bad
    "M5 5L19 19M19 5L5 19",                                   // close
    "M12 4.5L12 19.5M4.5 12L19.5 12",                         // add
    "M4 6.5L20 6.5M9 6.5L9 3.5L15 3.5L15 6.5M6 6.5L7 20.5L17 20.5L18 6.5M10 10.5L10 16.5M14 "
    "10.5L14 "
    "16.5",  // remove
    "M17 10.5C17 14 14 17 10.5 17C7 17 4 14 4 10.5C4 7 7 4 10.5 4C14 4 17 7 17 10.5M15.3 15.3L21 "
    "21",
    "M3.5 5.5L20.5 5.5L20.5 20.5L3.5 20.5ZM3.5 10L20.5 10M8 3L8 7M16 3L16 7",         // calendar
    "M6 3L14 3L19 8L19 21L6 21ZM14 3L14 8L19 8",                                      // file
    "M7.5 3.5L4 5C4 13 11 20 19 20L20.5 16.5L16 14L13.5 16C11 15 9 13 8 10.5L10 8Z",  // phone
    RING "M12 7L12 12L15.5 14",                                                       // clock
    "M4 20L5 16L16 5L19 8L8 19ZM14 7L17 10",                                          // pen
    "M16 8C16 10.2 14.2 12 12 12C9.8 12 8 10.2 8 8C8 5.8 9.8 4 12 4C14.2 4 16 5.8 16 8M4 20.5C4 "
    "16.5 7.5 15 12 15C16.5 15 20 16.5 20 20.5",                                   // person
    "M3.5 11.5L12 4L20.5 11.5M6 10L6 20L10 20L10 14.5L14 14.5L14 20L18 20L18 10",  // home
};

#undef RING

constexpr float kGrid = 24, kSide = 26;

float place(Layouter& at, int index, float x, float y, float w) {
  const float side = std::min(at.s(kSide), w);
  at.set(index, x, y, side, side);
  return side;
}

float natural(const Layouter& at, int, float) { return at.s(kSide); }

void paint(Painter& on, const Node& n) {
  const Colour colour = n.variant == Variant::good      ? Colour::good
                        : n.variant == Variant::warning ? Colour::warning
                        : n.variant == Variant::bad     ? Colour::danger
                        : n.variant == Variant::info    ? Colour::primary
                                                        : Colour::ink;
  stroke_path(on.brush(), n.value, n.rect, kGrid, kGrid, colour, on.s(2.2f));
}

constexpr Look kLook{.place = place, .natural = natural, .paint = paint};

}  // namespace

std::string_view icon_path(Icon icon) { return kPaths[std::size_t(icon)]; }

void icon(Builder& b, std::string_view key, Icon icon, std::string_view name, Variant colour) {
  Node& node = b.append(Role::icon, key);
  node.name = name;
  node.value = icon_path(icon);
  node.variant = colour;
  node.look = &kLook;
}

}  // namespace motcua::ui
