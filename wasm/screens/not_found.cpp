#include "wasm/screens/parts.h"

namespace motcua::screens {

void not_found(Frame& f) {
  title(f);
  f.b.text("text", f.w("missing.text"));
  visit(f, "home", f.w("missing.home"), std::string(app::home_path), ui::Variant::primary);
}

}  // namespace motcua::screens
