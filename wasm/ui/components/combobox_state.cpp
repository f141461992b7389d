#include "wasm/ui/components/combobox_state.h"

#include <algorithm>

namespace motcua::ui {

namespace {

constexpr int kPage = 6;

/// Moves the window so that match `at` and its neighbours are in the tree.
void show(ComboboxState& state, std::size_t at, std::size_t count) {
  const std::size_t margin = combobox_window / 4;
  const bool inside =
      at >= state.first + (state.first ? margin : 0) && at + margin < state.first + combobox_window;
  if (!inside) state.first = at > combobox_window / 2 ? at - combobox_window / 2 : 0;
  const std::size_t last = count > combobox_window ? count - combobox_window : 0;
  state.first = std::min(state.first, last);
}

void close(ComboboxState& state) {
  state.open = false;
  state.active = -1;
  state.first = 0;
}

void set_text(ComboboxState& state, std::string_view text) {
  if (state.text == text) return;
  state.text = text;
  ++state.rev;
}

}  // namespace

void combobox_typed(ComboboxState& state, std::string_view text) {
  state.text = text;
  state.open = true;
  state.active = -1;
  state.first = 0;
}

std::optional<std::size_t> combobox_key(ComboboxState& state, std::string_view key,
                                        std::size_t count) {
  if (key.starts_with("rows ")) {
    std::size_t row = 0;
    for (char c : key.substr(5)) {
      if (c < '0' || c > '9' || row > count) return std::nullopt;
      row = row * 10 + std::size_t(c - '0');
    }
    if (state.open && row < count) show(state, row, count);
    return std::nullopt;
  }
  const int last = int(std::min<std::size_t>(count, 1u << 20)) - 1;
  if (key == "Escape") {
    if (state.open) {
      close(state);
    } else {
      set_text(state, "");
    }
    return std::nullopt;
  }
  if (key == "Enter") {
    if (!state.open || state.active < 0 || state.active > last) return std::nullopt;
    return std::size_t(state.active);
  }
  const bool was_open = state.open;
  if (key == "ArrowDown") {
    state.active = state.active >= last ? 0 : state.active + 1;
  } else if (key == "ArrowUp") {
    state.active = state.active <= 0 ? last : state.active - 1;
  } else if (key == "PageDown") {
    state.active = std::min(state.active + kPage, last);
  } else if (key == "PageUp") {
    state.active = std::max(state.active - kPage, 0);
  } else {
    return std::nullopt;
  }
  state.open = true;
  if (last < 0) state.active = -1;
  if (!was_open && key == "PageUp") state.active = last < 0 ? -1 : 0;
  if (state.active >= 0) show(state, std::size_t(state.active), count);
  return std::nullopt;
}

void combobox_chosen(ComboboxState& state, std::string_view label) {
  set_text(state, label);
  close(state);
}

void combobox_left(ComboboxState& state, std::string_view chosen_label) {
  set_text(state, chosen_label);
  close(state);
}

}  // namespace motcua::ui
