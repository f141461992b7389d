#pragma once
// A field to sign in with a finger, a pen or a mouse. It is a picture of a signature and proves
// nothing by itself. Who can not draw types the name instead: give that choice beside it.

#include <string>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// The ground of the path in CSS pixels at its usual size.
inline constexpr float signature_width = 600, signature_height = 200;
/// A path of more bytes takes no more strokes.
inline constexpr std::size_t signature_limit = 64u << 10;

/// Adds what the pad reported: "M x y" begins a stroke, "L x y x y …" goes on, both within the
/// ground. What is not like that changes nothing.
void sign_stroke(std::string& path, std::string_view report);

struct Signature {
  std::string_view label;
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view path = {};
  std::string_view state = {};  // "Chưa ký", "Đã ký": what a screen reader hears
  std::string_view clear;       // words of the button
};

Id signature_pad(Builder& b, std::string_view key, const Signature& pad, Action stroke,
                 Action clear);

}  // namespace motcua::ui
