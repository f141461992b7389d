#pragma once
// An amount of money: digits only inside the application, groups of three on the screen.

#include <string>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// The digits of what was typed: "1.200.000 đ" -> "1200000". Leading zeros go, "0" stays.
std::string money_digits(std::string_view typed);
/// "1200000" -> "1.200.000" ('.' in Vietnamese, ',' in English); anything but digits as it is.
std::string money_text(std::string_view digits, std::string_view lang);

/// A text field with its unit behind it ("đồng"). `read_back` is the amount in words below it, so
/// that a zero too many is noticed; empty: none. The caller groups the value when the field is
/// left.
Id money_field(Builder& b, std::string_view key, const TextField& field, std::string_view unit,
               std::string_view read_back, Action input, Action blur = no_action);

}  // namespace motcua::ui
