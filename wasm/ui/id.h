#pragma once
// Names of nodes. An id is the hash of a stable key path, so the same widget has the same id in
// every tree, and the document can be updated instead of being rebuilt.

#include <cstdint>
#include <string_view>

namespace motcua::ui {

using Id = std::uint32_t;
inline constexpr Id no_id = 0;

/// FNV-1a of `key`, continued from `seed` (the parent's id); never no_id.
constexpr Id hash_key(Id seed, std::string_view key) {
  std::uint32_t h = seed ^ 0x811c9dc5u;
  for (char c : key) {
    h ^= static_cast<unsigned char>(c);
    h *= 0x01000193u;
  }
  h ^= 0x2fu;
  h *= 0x01000193u;
  return h == no_id ? 1 : h;
}

/// The id of an input. Field keys are global within a tree (not relative to the container), so
/// that an error summary, a focus request or a file effect can name a field by its key alone.
constexpr Id field_id(std::string_view key) { return hash_key(hash_key(0, "field"), key); }

}  // namespace motcua::ui
