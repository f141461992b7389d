#pragma once
// An answer as people read it, for "check your answers" and for the desk.

#include <string>
#include <string_view>

#include "shared/form/schema.h"
#include "shared/form/value.h"

namespace motcua::form {

/// Dates as 22/11/2026, options by label, checkboxes as Có / Không, phones as 0912 345 678,
/// personal numbers in threes. "" for an empty answer, but Không for a checkbox that says false. A
/// unit shows its code: its name comes from the list of units.
std::string display(const Field& field, const Value& value, std::string_view language);

}  // namespace motcua::form
