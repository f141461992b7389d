#pragma once
// What a combobox does with text and keys (WAI-ARIA Authoring Practices: editable combobox with
// list autocomplete). Plain data and pure functions; the application keeps one state a field.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace motcua::ui {

/// Options that are in the tree at once; of a longer list only those near the sight.
inline constexpr std::size_t combobox_window = 40;

struct ComboboxState {
  std::string text;       // what stands in the field
  std::uint32_t rev = 0;  // raised when the application changed `text`
  bool open = false;
  int active = -1;        // of the matches; -1: none
  std::size_t first = 0;  // of the matches in the tree
};

/// The person typed: the list opens at its beginning.
void combobox_typed(ComboboxState& state, std::string_view text);

/// A key of the field, or "rows N" when the list was scrolled until match N is on top. `count`: how
/// many matches `state.text` has. Returns the match that was chosen by Enter.
std::optional<std::size_t> combobox_key(ComboboxState& state, std::string_view key,
                                        std::size_t count);

/// The person chose an option, whose words are `label`; the list closes.
void combobox_chosen(ComboboxState& state, std::string_view label);

/// The field was left: the list closes and the text becomes that of what is chosen ("": nothing).
void combobox_left(ComboboxState& state, std::string_view chosen_label);

}  // namespace motcua::ui
