// What JavaScript calls. Text comes through one buffer: ask for room with ui_buf, write, call.

#include <emscripten.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "wasm/browser/shell.h"

namespace {

using motcua::browser::Shell;

// The module is one application; this is where its state hangs, and nowhere else.
struct Instance {
  Shell shell;
  std::vector<char> buffer;
  std::string_view text(std::uint32_t size) const {
    return {buffer.data(), size <= buffer.size() ? size : 0};
  }
};

Instance& instance() {
  static Instance one;
  return one;
}

constexpr std::uint32_t kMostText = 32u << 20;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void ui_init() { instance(); }

/// Room for `size` bytes; valid until the next call. Null past 32 MiB.
EMSCRIPTEN_KEEPALIVE char* ui_buf(std::uint32_t size) {
  if (size > kMostText) return nullptr;
  auto& buffer = instance().buffer;
  if (buffer.size() < size || buffer.size() > 4 * std::size_t(size) + 65536) {
    std::vector<char>(size).swap(buffer);
  }
  return buffer.data();
}

EMSCRIPTEN_KEEPALIVE int ui_font(int which, std::uint32_t size) {
  const std::string_view ttf = instance().text(size);
  const auto face = which ? motcua::ui::Face::semibold : motcua::ui::Face::regular;
  return instance().shell.add_font(face,
                                   {reinterpret_cast<const std::uint8_t*>(ttf.data()), ttf.size()});
}

/// Takes the canvas #paint; 0 when it can not be painted on.
EMSCRIPTEN_KEEPALIVE int ui_paint_start() { return instance().shell.gl().start(); }
EMSCRIPTEN_KEEPALIVE void ui_paint_stop() { instance().shell.paint_stop(); }
EMSCRIPTEN_KEEPALIVE int ui_canvas_limit() { return instance().shell.gl().limit(); }

EMSCRIPTEN_KEEPALIVE void ui_resize(float width, float tall, float height, float dpr, float rem) {
  instance().shell.resize(width, tall, height, dpr, rem);
}
/// One of ui::Theme; the next frame has its colours.
EMSCRIPTEN_KEEPALIVE void ui_theme(int theme) {
  if (theme < 0 || theme >= static_cast<int>(motcua::ui::Theme::count)) return;
  instance().shell.set_theme(static_cast<motcua::ui::Theme>(theme));
}
/// 0 when the tree has letters that the painter's fonts lack.
EMSCRIPTEN_KEEPALIVE int ui_paintable() { return instance().shell.paintable(); }
EMSCRIPTEN_KEEPALIVE void ui_touch() { instance().shell.touch(); }

/// depth: 0 the tree only, 1 with rectangles, 2 painted.
EMSCRIPTEN_KEEPALIVE void ui_frame(float origin, int depth) {
  instance().shell.frame(origin, static_cast<motcua::browser::Depth>(depth));
}

/// For idle moments: draws `letters` letters ahead of need; 0 when there are no more.
EMSCRIPTEN_KEEPALIVE int ui_bake(int letters) { return instance().shell.bake(letters); }

EMSCRIPTEN_KEEPALIVE void ui_action(std::uint32_t id, int kind, std::uint32_t size) {
  if (kind < 0 || kind > static_cast<int>(motcua::ui::ActionKind::key)) return;
  instance().shell.action(id, static_cast<motcua::ui::ActionKind>(kind), instance().text(size));
}

EMSCRIPTEN_KEEPALIVE void app_start(std::uint32_t size) {
  instance().shell.start(instance().text(size));
}
/// A loaded text: the `as_size` bytes of its name, then itself, `size` bytes in all.
EMSCRIPTEN_KEEPALIVE void app_text(std::uint32_t as_size, std::uint32_t size) {
  const std::string_view all = instance().text(size);
  if (as_size > all.size()) return;
  instance().shell.text(all.substr(0, as_size), all.substr(as_size));
}
EMSCRIPTEN_KEEPALIVE void app_message(std::uint32_t size) {
  instance().shell.message(instance().text(size));
}

}  // extern "C"
