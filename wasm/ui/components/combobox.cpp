#include "wasm/ui/components/combobox.h"

#include <algorithm>
#include <string>

#include "wasm/ui/layouter.h"
#include "wasm/ui/look.h"
#include "wasm/ui/painter.h"

namespace motcua::ui {

namespace {

// web/styles/components/combobox.css writes the rows of the list.
constexpr float kRow = 48, kFrame = 4;
constexpr std::size_t kRowsSeen = 6;

float place_field(Layouter& at, int index, float x, float y, float w) {
  const float h = at.s(size::control);
  at.set(index, x, y, w, h);
  return h;
}

void paint_field(Painter& on, const Node& n) {
  on.field(n);
  const float u = on.s(1), x = n.rect.x + n.rect.w - 26 * u, y = n.rect.y + n.rect.h / 2 - u;
  const Point chevron[] = {{x - 7 * u, y - 3 * u}, {x, y + 4 * u}, {x + 7 * u, y - 3 * u}};
  on.brush().stroke(chevron, n.has(flag_disabled) ? Colour::field_line : Colour::ink, 2.5f * u);
}

/// As many rows as are seen; the document scrolls the rest by itself.
float place_list(Layouter& at, int index, float x, float y, float w) {
  const float h = at.s(float(at.at(index).level) * kRow + kFrame);
  at.hide(index);
  at.set(index, x, y, w, h);
  return h;
}

constexpr Look kField{.place = place_field, .paint = paint_field};
constexpr Look kList{.place = place_list};

void list(Builder& b, Id id, const ComboboxField& field, const ComboboxActions& actions) {
  const ComboboxState& state = *field.state;
  const std::size_t first = std::min(state.first, field.count);
  const std::size_t stop = std::min(first + combobox_window, field.count);
  Scope box = b.open_id(Role::listbox, hash_key(id, "list"), Variant::normal);
  Node& node = b.opened();
  node.name = field.list_label;
  node.level = std::uint8_t(std::min(field.count, kRowsSeen));
  node.on_key = actions.key;
  node.look = &kList;
  set_attribute(node, "first", std::to_string(first));
  set_attribute(node, "count", std::to_string(field.count));
  set_attribute(node, "active", std::to_string(state.active));
  for (std::size_t i = first; i < stop; ++i) {
    const Option option = field.option(i);
    Node& row = b.append(Role::listoption, std::string("=").append(option.value));
    row.name = option.label;
    row.value = option.value;
    row.flags = (int(i) == state.active ? flag_current : 0u) |
                (!option.value.empty() && option.value == field.chosen ? flag_checked : 0u);
    row.on_activate = actions.choose;
    row.look = &kList;
    set_attribute(row, "at", std::to_string(i + 1));
    set_attribute(row, "of", std::to_string(field.count));
  }
}

}  // namespace

Id combobox(Builder& b, std::string_view key, const ComboboxField& field,
            const ComboboxActions& actions) {
  const Id id = field_id(key);
  const ComboboxState& state = *field.state;
  const bool open = state.open && field.count > 0 && !field.text.disabled;
  TextField text = field.text;
  text.value = state.text;
  text.value_rev = state.rev;
  Scope box = b.open_id(Role::section, hash_key(id, "box"), Variant::field);
  b.label(id, text.label, text.required ? std::string_view{} : text.optional);
  const Id hint = b.hint(id, text.hint);
  const Id error = b.error(id, text.error);
  Node& node = b.input(Role::combobox, id, text, actions.input, actions.blur);
  b.describe(node, hint, error);
  node.flags |= open ? flag_expanded : flag_collapsed;
  node.ref = open ? hash_key(id, "list") : no_id;
  node.on_key = actions.key;
  node.look = &kField;
  const bool marked = open && state.active >= 0 && std::size_t(state.active) < field.count;
  // Enter chooses what is marked; with nothing marked it is the form's.
  set_attribute(node, "keys",
                marked ? "ArrowDown ArrowUp PageDown PageUp Enter Escape"
                : open ? "ArrowDown ArrowUp PageDown PageUp Escape"
                       : "ArrowDown ArrowUp Escape");
  if (marked) {
    const Option option = field.option(std::size_t(state.active));
    const Id row = hash_key(hash_key(id, "list"), std::string("=").append(option.value));
    set_attribute(node, "active", std::to_string(row));
  }
  if (open) list(b, id, field, actions);
  Scope status = b.status("status");
  if (state.open && !field.status.empty()) b.text("words", field.status, Variant::muted);
  return id;
}

}  // namespace motcua::ui
