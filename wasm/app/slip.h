#pragma once
// The slip marked GIỮ KÍN: all that is needed to follow and to read a dossier from another device.
// Whoever holds it can do both; it is never sent anywhere.

#include <string>
#include <string_view>

#include "wasm/app/draft.h"
#include "wasm/app/words.h"

namespace motcua::app {

/// Plain text with line feeds. `identity` is the dossier's age identity, "AGE-SECRET-KEY-PQ-1…".
std::string secret_slip(const Words& words, const Draft& draft, std::string_view procedure,
                        std::string_view identity);

}  // namespace motcua::app
