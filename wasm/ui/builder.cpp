#include "wasm/ui/builder.h"

#include <cassert>
#include <utility>

namespace motcua::ui {

Scope::Scope(Scope&& other) noexcept
    : builder_(std::exchange(other.builder_, nullptr)), id_(other.id_) {}

Scope::~Scope() {
  if (builder_) builder_->close();
}

Builder::Builder(Tree& tree, std::string_view title, std::string_view lang) : tree_(tree) {
  tree_ = Tree{};
  Node& root = tree_.nodes.emplace_back();
  root.id = hash_key(no_id, "root");
  root.role = Role::root;
  root.name = title;
  root.lang = lang;
  open_.push_back(0);
}

Node& Builder::append_id(Role role, Id id) {
  Node& node = tree_.nodes.emplace_back();
  node.id = id;
  node.role = role;
  node.parent = open_.back();
  return node;
}

Node& Builder::node(Id id) {
  std::size_t i = tree_.nodes.size() - 1;
  while (i > 0 && tree_.nodes[i].id != id) --i;
  assert(tree_.nodes[i].id == id);
  return tree_.nodes[i];
}

Node& Builder::append(Role role, std::string_view key) {
  return append_id(role, hash_key(tree_.nodes[std::size_t(open_.back())].id, key));
}

Scope Builder::open_id(Role role, Id id, Variant variant, Flow flow) {
  Node& node = append_id(role, id);
  node.variant = variant;
  node.flow = flow;
  open_.push_back(int(tree_.nodes.size()) - 1);
  return Scope(this, id);
}

Scope Builder::open(Role role, std::string_view key, Variant variant, Flow flow) {
  return open_id(role, hash_key(tree_.nodes[std::size_t(open_.back())].id, key), variant, flow);
}

void Builder::close() {
  assert(open_.size() > 1);
  open_.pop_back();
}

Node& Builder::opened() { return tree_.nodes[std::size_t(open_.back())]; }

void Builder::lang(std::string_view code) { tree_.nodes.back().lang = code; }

void Builder::anchor(std::string_view key) { tree_.nodes.back().id = field_id(key); }

void Builder::spoken(std::string_view words) { tree_.nodes.back().value = words; }

void Builder::mark(std::uint32_t flags) { tree_.nodes.back().flags |= flags; }

// Page frame.

void Builder::skip_link(std::string_view label) {
  Node& node = append(Role::link, "skip");
  node.name = label;
  node.variant = Variant::skip;
  node.href = "#main";
  node.ref = main_id;
}

void Builder::banner(std::string_view key, std::string_view text) {
  append(Role::banner, key).name = text;
}

Scope Builder::header(std::string_view key) {
  return open(Role::header, key, Variant::normal, Flow::spread);
}

Scope Builder::nav(std::string_view key, std::string_view label) {
  Scope scope = open(Role::nav, key, Variant::normal, Flow::row);
  opened().name = label;
  return scope;
}

Scope Builder::main() { return open_id(Role::main, main_id, Variant::normal); }

Scope Builder::footer(std::string_view key) { return open(Role::footer, key); }

void Builder::wordmark(std::string_view key, std::string_view name, std::string_view href,
                       Action press) {
  link(key, name, href, press, Variant::wordmark);
}

// Boxes.

Scope Builder::section(std::string_view key, std::string_view label) {
  Scope scope = open(Role::section, key);
  opened().name = label;
  return scope;
}

Scope Builder::card(std::string_view key, std::string_view label) {
  Scope scope = open(Role::section, key, Variant::card);
  opened().name = label;
  return scope;
}

Scope Builder::row(std::string_view key) {
  return open(Role::section, key, Variant::normal, Flow::row);
}

Scope Builder::spread(std::string_view key) {
  return open(Role::section, key, Variant::normal, Flow::spread);
}

Scope Builder::center(std::string_view key) {
  return open(Role::section, key, Variant::normal, Flow::center);
}

Scope Builder::form(std::string_view key, Action submit) {
  Scope scope = open(Role::form, key);
  opened().on_activate = submit;
  return scope;
}

Scope Builder::notice(std::string_view key, Kind kind, std::string_view title) {
  const Variant variant = kind == Kind::good      ? Variant::good
                          : kind == Kind::warning ? Variant::warning
                          : kind == Kind::bad     ? Variant::bad
                                                  : Variant::info;
  Scope scope = open(kind == Kind::bad ? Role::alert : Role::section, key, variant);
  if (!title.empty()) text("title", title, Variant::strong);
  return scope;
}

Scope Builder::status(std::string_view key) { return open(Role::status, key); }

Scope Builder::list(std::string_view key, bool numbered) {
  Scope scope = open(Role::list, key);
  opened().level = numbered ? 1 : 0;
  return scope;
}

Scope Builder::plain_list(std::string_view key, std::string_view label) {
  Scope scope = open(Role::list, key, Variant::plain_list);
  opened().name = label;
  return scope;
}

Scope Builder::item(std::string_view key) { return open(Role::listitem, key); }

Scope Builder::group(std::string_view key, std::string_view words, int level) {
  Scope scope = open_id(Role::group, field_id(key), Variant::normal);
  legend(words, level, {});
  return scope;
}

Scope Builder::printed(std::string_view key) { return open(Role::section, key, Variant::printed); }

// Words.

Id Builder::heading(std::string_view key, int level, std::string_view text) {
  Node& node = append(Role::heading, key);
  node.level = std::uint8_t(level);
  node.name = text;
  return node.id;
}

Id Builder::text(std::string_view key, std::string_view text, Variant variant) {
  Node& node = append(Role::text, key);
  node.variant = variant;
  node.name = text;
  return node.id;
}

void Builder::tag(std::string_view key, std::string_view words, Kind kind) {
  text(key, words,
       kind == Kind::good      ? Variant::tag_good
       : kind == Kind::warning ? Variant::tag_warning
       : kind == Kind::bad     ? Variant::tag_bad
                               : Variant::tag_neutral);
}

void Builder::separator(std::string_view key) { append(Role::separator, key); }

void Builder::qr(std::string_view key, std::string_view name, std::string_view modules) {
  Node& node = append(Role::image, key);
  node.name = name;
  node.value = modules;
}

// Things to press.

Id Builder::button(std::string_view key, std::string_view label, Action press, Variant variant,
                   std::uint32_t flags) {
  Node& node = append(Role::button, key);
  node.name = label;
  node.on_activate = press;
  node.variant = variant;
  node.flags = flags;
  return node.id;
}

Id Builder::link(std::string_view key, std::string_view label, std::string_view href, Action press,
                 Variant variant, std::uint32_t flags) {
  Node& node = append(Role::link, key);
  node.name = label;
  node.href = href;
  node.on_activate = press;
  node.variant = variant;
  node.flags = flags;
  return node.id;
}

void Builder::tile(std::string_view key, std::string_view label, std::string_view note,
                   std::string_view href, Action press) {
  Scope box = open(Role::section, key, Variant::tile);
  const Id note_id = note.empty() ? no_id : hash_key(box.id(), "note");
  link("link", label, href, press, Variant::tile);
  tree_.nodes.back().hint = note_id;
  if (note_id != no_id) text("note", note, Variant::muted);
}

}  // namespace motcua::ui
