#pragma once
// The whole page of a model: frame and screen.

#include "wasm/app/message.h"
#include "wasm/app/model.h"
#include "wasm/ui/actions.h"
#include "wasm/ui/tree.h"

namespace motcua::app {

/// Builds `tree` afresh; what its actions mean stands in `on`, which must be empty.
void view(const Model& model, ui::Tree& tree, ui::Actions<Message>& on);

}  // namespace motcua::app
