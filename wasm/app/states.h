#pragma once
// The states of a dossier in people's words. Two fields: the national status 1..10 and the finer
// state; an unknown state is told by its status.

#include <cstdint>
#include <string>
#include <string_view>

#include "wasm/app/draft.h"
#include "wasm/app/words.h"
#include "wasm/ui/fields.h"

namespace motcua::app {

/// "Đã tiếp nhận".
std::string state_words(const Words& words, std::string_view state, std::int64_t status);
/// Whose turn it is and what that means, in one or two sentences; {unit} is filled with `unit`.
std::string turn_words(const Words& words, const RecordEvent* last, std::string_view unit);
ui::Kind state_kind(std::int64_t status);
/// Nothing more will come: refused, withdrawn, returned, stopped.
bool is_final(std::int64_t status);

}  // namespace motcua::app
