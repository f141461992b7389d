#pragma once
// A group of fields that a person can have several times: children, papers, witnesses.

#include <span>
#include <string>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

struct RepeatItem {
  std::string_view key;           // stays with the item, whatever comes or goes before it
  std::string_view legend;        // "Người con thứ 2"
  std::string_view remove_label;  // "Bỏ người con thứ 2"; empty: it can not be removed
};

/// One item: a fieldset, with a button that removes it after the legend.
Scope repeat_item(Builder& b, const RepeatItem& item, Action remove);
/// The button after the last item. Its key is `key`.
Id repeat_add(Builder& b, std::string_view key, std::string_view label, Action add);

/// Where the focus belongs once `removed` has gone: the item that took its place, the one before it
/// when it was the last, and the add button when none is left.
Id focus_after_removal(std::span<const std::string> keys, std::size_t removed,
                       std::string_view add_key);

}  // namespace motcua::ui
