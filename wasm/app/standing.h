#pragma once
// Where a filed dossier stands, in people's words: its processing, and what is to pay.

#include <string>
#include <string_view>

#include "wasm/app/draft.h"
#include "wasm/app/words.h"
#include "wasm/ui/fields.h"

namespace motcua::app {

/// "Đã tiếp nhận".
std::string standing_words(const Words& words, const Draft& draft);
/// Whose turn it is and what that means; {unit} is filled with `unit`.
std::string turn_of(const Words& words, const Draft& draft, std::string_view unit);
/// The step and the mark of which these words speak, whose messages belong to them; either may be
/// nullptr.
const RecordEvent* standing_event(const Draft& draft);
const RecordMark* standing_mark(const Draft& draft);
/// There is money to pay, of which standing_words does not speak.
bool also_pay(const Draft& draft);
ui::Kind standing_kind(const Draft& draft);

}  // namespace motcua::app
