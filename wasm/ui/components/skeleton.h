#pragma once
// Where words will be, while they are on their way. It does not move: an idle page draws nothing.

#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// A busy box of `lines` grey lines. `label` is what a screen reader hears ("Đang tải hồ sơ").
void skeleton(Builder& b, std::string_view key, std::string_view label, int lines);

}  // namespace motcua::ui
