#pragma once
// What is wrong with one answer.

#include <vector>

#include "shared/form/judge.h"

namespace motcua::form {

inline constexpr std::size_t max_values = 1000;

/// Of a field that is asked; `seen` are the answers to all fields that are, `value` may be nullptr.
void judge_field(const Field& field, std::string_view step, const Value* value, const Values& seen,
                 const Date& today, std::vector<Defect>& defects);

/// Answers to questions that the form does not have.
void judge_strangers(const Schema& schema, const Values& values, std::vector<Defect>& defects);

/// The one defect of what has more answers than any form.
Defect too_many_values();

}  // namespace motcua::form
