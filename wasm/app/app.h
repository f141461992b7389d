#pragma once
// The application's boundary: JSON and actions in, effects out, one semantic tree. Portable and
// without a browser, so that a native test runs the whole of it.
//
//   App app;
//   for (const Effect& e : app.start(json)) …encode(e)…
//   app.action(id, ActionKind::input, "khai sinh");
//   const ui::Tree& tree = app.view();

#include <cstdint>
#include <string_view>
#include <vector>

#include "wasm/app/effect.h"
#include "wasm/app/message.h"
#include "wasm/app/model.h"
#include "wasm/ui/actions.h"
#include "wasm/ui/tree.h"

namespace motcua::app {

using ui::ActionKind;

class App {
 public:
  /// {"lang","path","now","ms","page","theme","official":[code…],"config":{"demo":…}}; call it
  /// once. Anything missing has a default.
  Effects start(std::string_view json);
  /// A text that the application asked to load under the name `as`, or one that the page fetched
  /// before start(): it then waits for that.
  Effects text(std::string_view as, std::string_view text);
  /// One report of the browser, {"on": name, …}. What is not understood does nothing.
  Effects message(std::string_view json);
  /// The person did something to a node of the current tree. Unknown ids do nothing.
  Effects action(ui::Id id, ActionKind kind, std::string_view text);

  /// The page as it stands; rebuilt by every call above. Layout fills its rectangles in place.
  ui::Tree& view() { return tree_; }
  const ui::Tree& view() const { return tree_; }
  const Model& model() const { return model_; }

 private:
  Effects finish(Effects effects);
  void resolve_focus(Effects& effects);

  Model model_;
  bool started_ = false;
  std::vector<msg::Loaded> early_;  // texts that came before start()
  ui::Tree tree_;
  ui::Actions<Message> actions_;
};

}  // namespace motcua::app
