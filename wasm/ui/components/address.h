#pragma once
// An address of two levels of government: province, commune, and the line before them. The province
// is a native select (34 names), the commune a combobox (its province's names), so the list is
// short and each name stands once.

#include <string_view>

#include "wasm/ui/builder.h"
#include "wasm/ui/components/combobox.h"

namespace motcua::ui {

struct AddressField {
  std::string_view legend;
  std::string_view hint = {};
  ChoiceField province;
  ComboboxField commune;  // disabled by the caller until a province is chosen
  TextField line;         // "Số nhà, đường, thôn"
};

struct AddressActions {
  Action province = no_action;
  ComboboxActions commune;
  Action line = no_action;
};

/// A fieldset; the controls have the keys `key.province`, `key.commune`, `key.line`.
Id address(Builder& b, std::string_view key, const AddressField& field,
           const AddressActions& actions);

}  // namespace motcua::ui
