#include "wasm/ui/components/file_list.h"

#include <algorithm>

#include "wasm/ui/components/icon.h"
#include "wasm/ui/components/path.h"
#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

constexpr float kSide = 64, kGap = 16, kAir = 12;

float place_picture(Layouter& at, int index, float x, float y, float) {
  at.set(index, x, y, at.s(kSide), at.s(kSide));
  return at.s(kSide);
}

/// The frame, and a sign where the document shows no picture over it.
void paint_picture(Painter& on, const Node& n) {
  on.brush().fill(n.rect, Colour::neutral_tag, on.s(6));
  const float side = on.s(30);
  const Rect middle{n.rect.x + (n.rect.w - side) / 2, n.rect.y + (n.rect.h - side) / 2, side, side};
  stroke_path(on.brush(), icon_path(Icon::file), middle, 24, 24, Colour::muted, on.s(2));
}

/// Picture, words and button side by side; the button under the words on a narrow page.
float place_item(Layouter& at, int index, float x, float y, float w) {
  const std::vector<int>& parts = at.children(index);
  const float air = at.s(kAir), left = at.s(kSide + kGap) + air;
  at.place(parts[0], x + air, y + air, at.s(kSide));
  const bool button = parts.size() > 2;
  const float wide = button && !at.narrow() ? at.natural(parts[2], w / 3) + at.s(8) : 0;
  const float words = w - left - air - wide;
  float h = at.place(parts[1], x + left, y + air, words);
  if (wide > 0) at.place(parts[2], x + w - air - wide + at.s(8), y + air, wide);
  if (button && wide <= 0) h += at.place(parts[2], x + left - at.s(8), y + air + h, words);
  h = std::max({h, at.s(kSide), wide > 0 ? at.s(size::control) : 0}) + 2 * air;
  at.set(index, x, y, w, h);
  return h;
}

void paint_item(Painter& on, const Node& n) {
  on.brush().fill(n.rect, Colour::surface, on.s(size::radius_control));
  on.brush().frame(n.rect, n.has(flag_invalid) ? Colour::danger : Colour::line,
                   on.s(size::radius_control), n.has(flag_invalid) ? on.s(2) : 1);
}

constexpr Look kPicture{.place = place_picture, .paint = paint_picture};
constexpr Look kItem{.place = place_item, .paint = paint_item};

}  // namespace

std::string file_picture(Id field, std::string_view name) {
  return std::to_string(field) + "/" + std::string(name);
}

void file_list(Builder& b, std::string_view key, std::string_view label,
               std::span<const FileItem> files) {
  Scope list = b.plain_list(key, label);
  for (const FileItem& file : files) {
    Scope item = b.open(Role::listitem, file.key, Variant::tile);
    b.opened().flags = file.error.empty() ? 0u : flag_invalid;
    b.opened().look = &kItem;
    Node& picture = b.append(Role::picture, "picture");
    picture.look = &kPicture;
    set_attribute(picture, "picture", file.picture);
    {
      Scope words = b.open(Role::section, "words", Variant::field);
      b.text("name", file.name, Variant::strong);
      if (!file.about.empty()) b.text("about", file.about, Variant::small);
      if (!file.error.empty()) b.text("error", file.error, Variant::error);
    }
    if (file.remove.empty()) continue;
    const Id button = b.button("remove", file.remove, file.press, Variant::quiet);
    b.node(button).value = file.remove_what;
  }
}

}  // namespace motcua::ui
