#pragma once
// Parts of a page of which one is shown. Arrow keys, Home and End move between the tabs and choose.

#include <span>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

struct Tab {
  std::string_view key;
  std::string_view label;
};

/// The tabs, then the open panel of the chosen one. `choose` receives a tab's key. A `chosen` that
/// is none of them counts as the first; `all` must not be empty.
Scope tabs(Builder& b, std::string_view key, std::string_view label, std::span<const Tab> all,
           std::string_view chosen, Action choose);

}  // namespace motcua::ui
