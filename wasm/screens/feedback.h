#pragma once
// The way from a followed dossier to what can be said about it.

#include "wasm/screens/screens.h"

namespace motcua::screens {

/// A link, named after what is open: a question of the unit, a vote, or just that one can speak.
void feedback_link(Frame& f, const app::Draft& draft);

}  // namespace motcua::screens
