#pragma once
// What a camera sees, for a person who aims it. Only inside a dialog: the document shows it in both
// modes, and web/mirror/parts/camera.js puts the picture into it.

#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// `label` names the picture for who cannot see it.
Id camera(Builder& b, std::string_view key, std::string_view label);

}  // namespace motcua::ui
