#pragma once
// Words that open more words: a button, and under it what it opens. Closed, its inside is not shown
// on a screen, but printed.

#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// `toggle` opens and closes; the application keeps `open`. Fill the Scope in either state.
Scope details(Builder& b, std::string_view key, std::string_view label, bool open, Action toggle);

}  // namespace motcua::ui
