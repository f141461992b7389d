#pragma once
// A telephone number.

#include <string>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// As it is read aloud: "0912345678" -> "0912 345 678", "+84912345678" -> "+84 912 345 678".
/// What has no such shape stays as it was typed.
std::string phone_text(std::string_view typed);

/// A text field for which phones show digits and browsers offer the person's own number.
Id phone_field(Builder& b, std::string_view key, const TextField& field, Action input,
               Action blur = no_action);

}  // namespace motcua::ui
