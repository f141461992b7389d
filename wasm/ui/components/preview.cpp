#include "wasm/ui/components/preview.h"

#include <algorithm>
#include <array>
#include <string>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

constexpr std::array kSteps{100, 150, 200, 300, 400};
constexpr float kHeight = 420;

float place(Layouter& at, int index, float x, float y, float w) {
  // On a narrow page a page's shape, else what fits a window beside the words.
  const float h = std::min(at.s(kHeight), w * 1.35f);
  at.set(index, x, y, w, h);
  return h;
}

void paint(Painter& on, const Node& n) {
  on.brush().fill(n.rect, Colour::neutral_tag, on.s(4));
  on.brush().frame(n.rect, Colour::field_line, on.s(4), on.s(1.5f));
}

constexpr Look kLook{.place = place, .paint = paint};

}  // namespace

int preview_zoom(int zoom, std::string_view press) {
  const auto at = std::lower_bound(kSteps.begin(), kSteps.end(), zoom);
  if (at == kSteps.end()) return kSteps.back();
  if (press == "0") return kSteps.front();
  if (press == "larger" || press == "+" || press == "=") {
    return at + 1 == kSteps.end() ? *at : *(at + 1);
  }
  if (press == "smaller" || press == "-") return at == kSteps.begin() ? *at : *(at - 1);
  return zoom;
}

Id preview(Builder& b, std::string_view key, const Preview& page, const PreviewActions& on) {
  const Id id = field_id(key);
  Scope box = b.open_id(Role::section, hash_key(id, "box"), Variant::field);
  {
    Scope row = b.row("zoom");
    b.button("smaller", page.smaller, on.smaller, Variant::secondary,
             page.zoom <= kSteps.front() ? flag_disabled : 0u);
    b.text("now", std::to_string(page.zoom) + " %");
    b.button("larger", page.larger, on.larger, Variant::secondary,
             page.zoom >= kSteps.back() ? flag_disabled : 0u);
  }
  Node& frame = b.append_id(Role::preview, id);
  frame.name = page.label;
  frame.on_key = on.key;
  frame.look = &kLook;
  set_attribute(frame, "picture", page.picture);
  set_attribute(frame, "zoom", std::to_string(page.zoom));
  set_attribute(frame, "keys", "+ = - 0");
  return id;
}

}  // namespace motcua::ui
