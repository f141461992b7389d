#pragma once
// What runs in the shell: the application, or the gallery of its components. Each module links one
// body of make_program().

#include <memory>
#include <string_view>

#include "wasm/ui/actions.h"
#include "wasm/ui/tree.h"

namespace motcua::browser {

class Program {
 public:
  /// Takes one effect as JSON (wasm/app/effect.h).
  using Emit = void (*)(std::string_view effect);

  virtual ~Program() = default;
  virtual void start(std::string_view json, Emit emit) = 0;
  /// A text that was loaded under the name `as`.
  virtual void text(std::string_view as, std::string_view text, Emit emit) = 0;
  virtual void message(std::string_view json, Emit emit) = 0;
  virtual void action(ui::Id id, ui::ActionKind kind, std::string_view text, Emit emit) = 0;
  /// The page as it stands; layout fills its rectangles in place.
  virtual ui::Tree& view() = 0;
};

std::unique_ptr<Program> make_program();

}  // namespace motcua::browser
