#pragma once
// The engine's own sentences, one for each defect code; a field's `messages` go before them.

#include <string_view>

#include "shared/form/schema.h"
#include "shared/text/local_text.h"

namespace motcua::form {

/// `{label}`, `{max}` and `{range}` are filled in from the field.
LocalText message_for(const Field& field, std::string_view code);

/// For an answer that belongs to no field of the form; `id` is named in it, cut when it is long.
LocalText message_for_stranger(std::string_view id, std::string_view code);

}  // namespace motcua::form
