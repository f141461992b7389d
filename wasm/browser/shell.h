#pragma once
// A program in its browser: takes actions in, gives trees and effects out, draws when asked.

#include <cstdint>
#include <span>
#include <string_view>

#include "wasm/browser/gl.h"
#include "wasm/browser/program.h"
#include "wasm/ui/fonts.h"
#include "wasm/ui/paint.h"
#include "wasm/ui/sheet.h"

namespace motcua::browser {

/// How much of a frame is wanted.
enum class Depth : int { tree, layout, paint };

class Shell {
 public:
  void start(std::string_view json);
  void text(std::string_view as, std::string_view text);
  void message(std::string_view json);
  void action(ui::Id id, ui::ActionKind kind, std::string_view text);

  bool add_font(ui::Face face, std::span<const std::uint8_t> ttf) { return fonts_.add(face, ttf); }
  /// CSS pixels; `tall` is the height of the canvas, `height` that of the window.
  void resize(float width, float tall, float height, float dpr, float rem);
  void set_theme(ui::Theme theme) { page_.theme = theme; }
  void frame(float origin, Depth depth);
  /// A part of the letters that coming frames will need; true while there are more.
  bool bake(int letters) { return painting_ && fonts_.bake(letters); }
  /// The document is in another mode, or its canvas was emptied.
  void touch() { tree_due_ = true; }

  Gl& gl() { return gl_; }
  /// Whether everything that the tree says can be painted; else the document has to show itself.
  bool paintable() const { return paintable_; }
  /// The canvas lost its context.
  void paint_stop() { gl_.stop(fonts_.atlas()); }

 private:
  void due();
  bool attend(ui::Id id, ui::ActionKind kind, std::string_view text);
  void emit();

  std::unique_ptr<Program> program_ = make_program();
  ui::Fonts fonts_;
  ui::Sheet sheet_{fonts_};
  Gl gl_;
  ui::Page page_;
  ui::Attention attention_;
  float tall_ = 0;
  bool tree_due_ = true;   // layout and mirror are behind the application
  bool painting_ = false;  // the last frame was painted
  bool paintable_ = true;
  std::uint32_t emitted_ = 0;
};

}  // namespace motcua::browser
