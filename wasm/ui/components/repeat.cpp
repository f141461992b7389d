#include "wasm/ui/components/repeat.h"

namespace motcua::ui {

Scope repeat_item(Builder& b, const RepeatItem& item, Action remove) {
  Scope group = b.group(item.key, item.legend);
  if (!item.remove_label.empty()) {
    b.button("remove", item.remove_label, remove, Variant::quiet);
  }
  return group;
}

Id repeat_add(Builder& b, std::string_view key, std::string_view label, Action add) {
  Node& node = b.append_id(Role::button, field_id(key));
  node.name = label;
  node.on_activate = add;
  node.variant = Variant::secondary;
  return node.id;
}

Id focus_after_removal(std::span<const std::string> keys, std::size_t removed,
                       std::string_view add_key) {
  if (keys.size() < 2 || removed >= keys.size()) return field_id(add_key);
  return field_id(removed + 1 < keys.size() ? keys[removed + 1] : keys[removed - 1]);
}

}  // namespace motcua::ui
