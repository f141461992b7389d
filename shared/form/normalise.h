#pragma once
// Answers as they are stored: what a person typed, made regular without changing what it says.

#include <string>
#include <string_view>

#include "shared/form/schema.h"
#include "shared/form/value.h"

namespace motcua::form {

/// One answer: NFC, no stray marks, trimmed; phone and personal number to digits ("+84 912…" ->
/// "0912…"); a number typed as text to an integer; e-mail without spaces. Never re-spells a name.
Value normalise(const Field& field, const Value& value);

/// All answers; unknown fields stay as they are. Idempotent.
Values normalise(const Schema& schema, const Values& values);

/// What is signed and sent: normalised, without hidden and without empty answers.
Values submission(const Schema& schema, const Values& values, const Date& today);

/// The answers a form starts with.
Values initial_values(const Schema& schema);

/// A phone number's digits as stored, from any way of writing it; unusable text comes back trimmed.
std::string normal_phone(std::string_view typed);

}  // namespace motcua::form
