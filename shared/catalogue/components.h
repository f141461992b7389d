#pragma once
// Which papers a dossier needs, given its answers.

#include <string>
#include <vector>

#include "shared/catalogue/procedure.h"
#include "shared/form/judge.h"

namespace motcua::catalogue {

/// Whether the paper must be attached now, and so is asked for at all. `values` are the visible
/// answers of the form.
bool is_needed(const Component& component, const form::Values& values, const form::Date& today);

/// Every missing paper ("missing-component") and every attachment to a paper the procedure does not
/// know ("unknown-component", errors) or does not want now ("unwanted-component", a warning). The
/// defect's `field` is the component id and its `step` is "components".
std::vector<form::Defect> judge_components(const Procedure& procedure, const form::Values& values,
                                           const std::vector<std::string>& attached,
                                           const form::Date& today);

}  // namespace motcua::catalogue
