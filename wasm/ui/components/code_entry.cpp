#include "wasm/ui/components/code_entry.h"

#include <algorithm>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

// web/styles/components/fields.css writes the figures: 1.75 rem, 0.15 em apart.
constexpr float kFigure = 23.5f;

float wanted(const Layouter& at, int index) {
  return at.s(float(at.at(index).chars) * kFigure + 2 * size::field_padding + 8);
}

float place(Layouter& at, int index, float x, float y, float w) {
  const float h = at.s(60);
  at.set(index, x, y, std::min(w, wanted(at, index)), h);
  return h;
}

float natural(const Layouter& at, int index, float) { return wanted(at, index); }

void paint(Painter& on, const Node& n) { on.field(n); }

constexpr Look kLook{.place = place, .natural = natural, .paint = paint};

}  // namespace

std::string code_digits(std::string_view typed, std::size_t most) {
  std::string digits;
  for (char c : typed) {
    if (c >= '0' && c <= '9' && digits.size() < most) digits += c;
  }
  return digits;
}

Id code_field(Builder& b, std::string_view key, const TextField& field, std::uint8_t digits,
              Action input) {
  TextField typed = field;
  typed.inputmode = "numeric";
  if (typed.autocomplete.empty()) typed.autocomplete = "one-time-code";
  const std::uint8_t groups = std::uint8_t(digits > 4 ? (digits - 1) / 4 : 0);
  typed.chars = std::uint8_t(digits + groups);
  typed.maxlength = std::uint16_t(digits * 2);
  const Id id = b.text_field(key, typed, input);
  Node& node = b.node(id);
  node.variant = Variant::code;
  node.look = &kLook;
  return id;
}

}  // namespace motcua::ui
