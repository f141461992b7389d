#include "wasm/ui/components/notification.h"

#include "wasm/ui/components/icon.h"

namespace motcua::ui {

Scope notification(Builder& b, std::string_view key, Kind kind, std::string_view title,
                   std::string_view close_label, Action close) {
  Scope box = b.notice(key, kind);
  Scope top = b.spread("top");
  {
    Scope words = b.row("words");
    switch (kind) {
      case Kind::good: icon(b, "icon", Icon::good, {}, Variant::good); break;
      case Kind::warning: icon(b, "icon", Icon::warning, {}, Variant::warning); break;
      case Kind::bad: icon(b, "icon", Icon::bad, {}, Variant::bad); break;
      default: icon(b, "icon", Icon::info, {}, Variant::info);
    }
    b.text("title", title, Variant::strong);
  }
  if (!close_label.empty()) b.button("close", close_label, close, Variant::quiet);
  return box;
}

}  // namespace motcua::ui
