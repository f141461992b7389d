#include "wasm/ui/tree.h"

#include <unordered_set>

namespace motcua::ui {

const Node* Tree::find(Id id) const {
  for (const Node& node : nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

const Node* Tree::find(Role role, std::string_view name, int nth) const {
  for (const Node& node : nodes) {
    if (node.role == role && node.name == name && nth-- == 0) return &node;
  }
  return nullptr;
}

const Node* Tree::field(std::string_view label) const {
  for (const Node& node : nodes) {
    if (node.role == Role::label && node.name == label) return find(node.ref);
  }
  for (const Node& node : nodes) {
    if (node.role == Role::legend && node.name == label) return &nodes[std::size_t(node.parent)];
  }
  return nullptr;
}

std::string Tree::text(int index) const {
  std::string all;
  std::vector<bool> inside(nodes.size(), false);
  for (std::size_t i = std::size_t(index); i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    inside[i] = int(i) == index || (node.parent >= 0 && inside[std::size_t(node.parent)]);
    const bool words =
        node.role == Role::heading || node.role == Role::text || node.role == Role::link ||
        node.role == Role::button || node.role == Role::label || node.role == Role::legend ||
        node.role == Role::term || node.role == Role::definition || node.role == Role::banner ||
        (node.role >= Role::listoption && node.role <= Role::timer);
    if (!inside[i] || !words || node.name.empty()) continue;
    if (!all.empty()) all += ' ';
    all += node.name;
  }
  return all;
}

bool Tree::sound(std::string* why) const {
  auto fault = [&](const Node& node, const char* what) {
    if (why) *why = "node \"" + node.name + "\" (" + std::to_string(node.id) + ") " + what;
    return false;
  };
  std::unordered_set<Id> ids;
  for (const Node& node : nodes) {
    if (node.id == no_id) return fault(node, "has no id");
    if (!ids.insert(node.id).second) return fault(node, "has the id of another node");
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    if (node.parent >= int(i)) return fault(node, "comes before its parent");
    if ((node.parent < 0) != (i == 0)) return fault(node, "is not under the root");
    for (Id target : {node.ref, node.hint, node.error}) {
      if (target != no_id && !ids.contains(target)) return fault(node, "names a missing node");
    }
  }
  return true;
}

void set_attribute(Node& node, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  if (!node.attributes.empty()) node.attributes += attribute_break;
  node.attributes += name;
  node.attributes += attribute_break;
  for (char c : value) {
    if (c != attribute_break) node.attributes += c;
  }
}

bool out_of_flow(const Node& node) {
  return node.variant == Variant::printed || node.variant == Variant::skip ||
         node.variant == Variant::folded || node.role == Role::dialog || node.role == Role::toast;
}

bool is_control(Role role) {
  switch (role) {
    case Role::link:
    case Role::button:
    case Role::textbox:
    case Role::textarea:
    case Role::searchbox:
    case Role::select:
    case Role::checkbox:
    case Role::radio:
    case Role::file:
    case Role::combobox:
    case Role::tab:
    case Role::preview:
    case Role::signature: return true;
    default: return false;
  }
}

}  // namespace motcua::ui
