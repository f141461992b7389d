#pragma once
// A citizen card by camera or scanner: the button beside a personal number, and the dialog that
// waits.

#include "wasm/screens/screens.h"

namespace motcua::screens {

/// Under a field that a card fills.
void card_button(Frame& f, const form::Field& field);
/// Draws nothing while no card is wanted.
void card_dialog(Frame& f);

}  // namespace motcua::screens
