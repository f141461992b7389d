#pragma once
// Signs drawn as lines. One path serves the painter and the document, where it is inline SVG.

#include <cstdint>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

enum class Icon : std::uint8_t {
  info,
  good,
  warning,
  bad,
  close,
  add,
  remove,
  search,
  calendar,
  file,
  phone,
  clock,
  pen,
  person,
  home,
  count,
};

/// Absolute M, L, C on a square of 24; strokes of 2.
std::string_view icon_path(Icon icon);

/// Without a name it is decoration, beside words that say the same. `colour`: Variant::good,
/// warning, bad or info; else that of the words around it.
void icon(Builder& b, std::string_view key, Icon icon, std::string_view name = {},
          Variant colour = Variant::normal);

}  // namespace motcua::ui
