#pragma once
// The rule engine: the same for the citizen's browser, the helper, the desk, the gateway and
// `motcua check`. Pure; the day is a parameter.

#include <string>
#include <string_view>
#include <vector>

#include "shared/form/date.h"
#include "shared/form/schema.h"
#include "shared/form/value.h"

namespace motcua::form {

/// One thing that is wrong, told to the person.
struct Defect {
  std::string field;  // a field id (for papers: a component id)
  std::string step;   // the step to go to; "" for a field the form does not have
  std::string code;   // "required", "too-long", "wrong-type", "unknown-field", a check's code, …
  LocalText message;
  Severity severity = Severity::error;
};

/// Every defect at once, in the order of the form; unknown fields last. Hidden fields are ignored.
/// `values` should be normalised; what is not is judged as it stands. Bounded: more than 1,000
/// values are one defect, "too-many".
std::vector<Defect> judge(const Schema& schema, const Values& values, const Date& today);

/// judge() for a form that arrives from outside: an answer to a question that was not asked is an
/// error too ("hidden-field").
std::vector<Defect> judge_received(const Schema& schema, const Values& values, const Date& today);

/// Warnings never block.
bool blocks(const std::vector<Defect>& defects);

/// The defects of one step, in order.
std::vector<Defect> defects_of_step(const std::vector<Defect>& defects, std::string_view step);

/// The first defect of a field, errors before warnings; nullptr when there is none.
const Defect* defect_of(const std::vector<Defect>& defects, std::string_view field);

}  // namespace motcua::form
