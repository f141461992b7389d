#pragma once
// What lies over the page. The document shows it by itself in both modes, so that it can stay where
// it is while the page scrolls; it takes no place in the layout and is never painted.

#include <cstdint>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// A native modal dialog with a heading. It is open while it is in the tree; the focus goes into it
/// and, when it has gone, back to where it was. `close` is what the Escape key does.
Scope dialog(Builder& b, std::string_view key, std::string_view title, Action close);

/// A short message at the lower edge. It is spoken when it comes and again whenever `sequence`
/// changes, so that the same words twice are heard twice. The application takes it away.
void toast(Builder& b, std::string_view key, std::string_view text, std::uint32_t sequence,
           std::string_view dismiss_label, Action dismiss);

}  // namespace motcua::ui
