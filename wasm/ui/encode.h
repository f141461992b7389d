#pragma once
// The tree as the mirror reads it: fixed nodes and one blob of UTF-8, little endian.
//
// A node has 80 bytes:
//    0 u32 id     4 u32 parent id   8 u32 hash of everything below but the offsets
//   12 u8 role   13 u8 level       14 u8 variant      15 u8 flow
//   16 u32 flags 20 u32 listens (bit 0 activate, 1 input, 2 change, 3 blur, 4 key)
//   24 u32 offset, u32 length of the name; 32 the same of the value; 40 the same of the attributes
//   48 u32 ref   52 u32 hint       56 u32 error       60 u32 value_rev
//   64 f32 x, y, w, h in CSS pixels, document space
// Attributes are name 0x1F value pairs, joined by 0x1F.

#include <cstdint>
#include <string>
#include <vector>

#include "wasm/ui/tree.h"

namespace motcua::ui {

inline constexpr std::size_t node_bytes = 80;

struct Encoded {
  std::vector<std::uint8_t> nodes;
  std::string strings;
  std::uint32_t count = 0;
  std::uint32_t hash = 0;  // of the nodes' hashes in order: equal trees need not cross
};

Encoded encode(const Tree& tree);

}  // namespace motcua::ui
