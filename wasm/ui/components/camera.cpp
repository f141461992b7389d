#include "wasm/ui/components/camera.h"

namespace motcua::ui {

Id camera(Builder& b, std::string_view key, std::string_view label) {
  Node& node = b.append(Role::camera, key);
  node.name = label;
  return node.id;
}

}  // namespace motcua::ui
