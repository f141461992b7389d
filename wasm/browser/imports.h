#pragma once
// The three ways out of the module (imports.js).

#include <cstddef>
#include <cstdint>

extern "C" {
/// The tree changed: packed nodes and strings of wasm/ui/encode.h, valid during the call.
void motcua_tree(const std::uint8_t* nodes, std::uint32_t count, const char* strings,
                 std::size_t length);
/// A frame is due; JavaScript calls ui_frame when the browser is ready for it.
void motcua_dirty();
/// One effect as JSON.
void motcua_effect(const char* text, std::size_t length);
}
