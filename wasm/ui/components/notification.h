#pragma once
// A notice with a sign and, where it may be sent away, a button for that.

#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// As Builder::notice, with an icon. `close_label` empty: it stays.
Scope notification(Builder& b, std::string_view key, Kind kind, std::string_view title,
                   std::string_view close_label = {}, Action close = no_action);

}  // namespace motcua::ui
