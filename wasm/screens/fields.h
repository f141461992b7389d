#pragma once
// A field of a form as data -> the widget that asks for it.

#include "shared/form/schema.h"
#include "wasm/screens/screens.h"

namespace motcua::screens {

void form_field(Frame& f, const app::Draft& draft, const form::Field& field, bool required);

}  // namespace motcua::screens
