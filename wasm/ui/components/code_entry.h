#pragma once
// A code of a few digits: one field with large, wide figures, not one field a digit, so that paste,
// autofill and screen readers work.

#include <cstdint>
#include <string>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// The digits of what was typed or pasted, at most `most`.
std::string code_digits(std::string_view typed, std::size_t most);

/// `digits`: how many the code has; spaces between them are welcome.
Id code_field(Builder& b, std::string_view key, const TextField& field, std::uint8_t digits,
              Action input);

}  // namespace motcua::ui
