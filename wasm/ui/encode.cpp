#include "wasm/ui/encode.h"

namespace motcua::ui {

namespace {

std::string attributes(const Node& node) {
  Node all;
  auto add = [&](std::string_view name, std::string_view value) {
    set_attribute(all, name, value);
  };
  add("href", node.href);
  add("lang", node.lang);
  add("autocomplete", node.autocomplete);
  add("inputmode", node.inputmode);
  add("accept", node.accept);
  add("name", node.group);
  if (node.maxlength) add("maxlength", std::to_string(node.maxlength));
  if (node.chars) add("chars", std::to_string(node.chars));
  if (!all.attributes.empty() && !node.attributes.empty()) all.attributes += attribute_break;
  return all.attributes + node.attributes;
}

std::uint32_t mix(std::uint32_t hash, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  for (std::size_t i = 0; i < size; ++i) hash = (hash ^ bytes[i]) * 0x01000193u;
  return hash;
}

std::uint32_t mix(std::uint32_t hash, std::string_view text) {
  const auto size = std::uint32_t(text.size());
  return mix(mix(hash, &size, sizeof size), text.data(), text.size());
}

class Writer {
 public:
  explicit Writer(Encoded& out) : out_(out) {}

  void word(std::uint32_t value) { raw(&value, sizeof value); }
  void real(float value) { raw(&value, sizeof value); }
  void text(std::string_view value) {
    word(std::uint32_t(out_.strings.size()));
    word(std::uint32_t(value.size()));
    out_.strings += value;
  }

 private:
  // WebAssembly and every machine the tests run on are little endian.
  void raw(const void* data, std::size_t size) {
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    out_.nodes.insert(out_.nodes.end(), bytes, bytes + size);
  }
  Encoded& out_;
};

}  // namespace

Encoded encode(const Tree& tree) {
  Encoded out;
  out.count = std::uint32_t(tree.nodes.size());
  out.nodes.reserve(tree.nodes.size() * node_bytes);
  out.hash = 0x811c9dc5u;
  Writer write(out);
  for (const Node& node : tree.nodes) {
    const Id parent = node.parent < 0 ? no_id : tree.nodes[std::size_t(node.parent)].id;
    const std::uint32_t kinds = std::uint32_t(node.role) | std::uint32_t(node.level) << 8 |
                                std::uint32_t(node.variant) << 16 | std::uint32_t(node.flow) << 24;
    const std::uint32_t listens = (node.on_activate ? 1u : 0u) | (node.on_input ? 2u : 0u) |
                                  (node.on_change ? 4u : 0u) | (node.on_blur ? 8u : 0u) |
                                  (node.on_key ? 16u : 0u);
    const std::string attrs = attributes(node);
    const std::uint32_t words[] = {node.id,  parent,    kinds,      node.flags,    listens,
                                   node.ref, node.hint, node.error, node.value_rev};
    const float box[] = {node.rect.x, node.rect.y, node.rect.w, node.rect.h};
    std::uint32_t hash = mix(0x811c9dc5u, words, sizeof words);
    hash = mix(mix(mix(hash, node.name), node.value), attrs);
    hash = mix(hash, box, sizeof box);
    out.hash = mix(out.hash, &hash, sizeof hash);

    for (std::uint32_t word : {node.id, parent, hash, kinds, node.flags, listens}) write.word(word);
    for (std::string_view text :
         {std::string_view(node.name), std::string_view(node.value), std::string_view(attrs)}) {
      write.text(text);
    }
    for (std::uint32_t word : {node.ref, node.hint, node.error, node.value_rev}) write.word(word);
    for (float side : box) write.real(side);
  }
  return out;
}

}  // namespace motcua::ui
