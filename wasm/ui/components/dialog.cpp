#include "wasm/ui/components/dialog.h"

namespace motcua::ui {

Scope dialog(Builder& b, std::string_view key, std::string_view title, Action close) {
  Scope box = b.open(Role::dialog, key);
  b.opened().on_activate = close;
  const Id heading = b.heading("title", 2, title);
  b.opened().ref = heading;
  return box;
}

void toast(Builder& b, std::string_view key, std::string_view text, std::uint32_t sequence,
           std::string_view dismiss_label, Action dismiss) {
  Scope box = b.open(Role::toast, key, Variant::normal, Flow::spread);
  b.opened().name = text;
  b.opened().value_rev = sequence;
  b.text("words", text);
  b.button("dismiss", dismiss_label, dismiss, Variant::quiet);
}

}  // namespace motcua::ui
