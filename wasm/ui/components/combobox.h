#pragma once
// A text with a list under it, for choosing one of many names: communes, agencies, countries. The
// list opens below the field and moves what follows down, so that it is never cut off; the document
// scrolls it. Only the options near the sight are in the tree.

#include <functional>
#include <string_view>

#include "wasm/ui/builder.h"
#include "wasm/ui/components/combobox_state.h"

namespace motcua::ui {

struct ComboboxField {
  TextField text;  // its value and rev are those of `state`
  const ComboboxState* state = nullptr;
  std::size_t count = 0;                      // how many options match
  std::function<Option(std::size_t)> option;  // the nth match; asked for what is in the tree only
  std::string_view chosen = {};               // value of the chosen option
  std::string_view list_label = {};           // "Các xã tìm thấy"
  std::string_view status =
      {};  // "Có 12 xã", "Không có xã nào tên như vậy": spoken when it changes
};

struct ComboboxActions {
  Action input = no_action;   // receives the text: combobox_typed
  Action key = no_action;     // receives a key: combobox_key
  Action choose = no_action;  // receives the value of an option that was pressed
  Action blur = no_action;    // combobox_left
};

Id combobox(Builder& b, std::string_view key, const ComboboxField& field,
            const ComboboxActions& actions);

}  // namespace motcua::ui
