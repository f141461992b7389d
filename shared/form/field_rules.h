#pragma once
// What a single answer must be like for its kind of field, whatever the other answers say.

#include <string_view>

#include "shared/form/schema.h"
#include "shared/form/value.h"

namespace motcua::form::rules {

/// Whether the value has the JSON type that the field stores.
bool fits_kind(const Field& field, const Value& value);

/// The code of the first thing wrong with an answer that is not empty; "" when it is right.
std::string_view first_fault(const Field& field, const Value& value);

}  // namespace motcua::form::rules
