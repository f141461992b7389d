#pragma once
// Groups that are asked several times: "repeat" in a form's file becomes so many groups, each shown
// when the number that the person gave reaches it. Everything after that knows only plain groups.

#include <nlohmann/json_fwd.hpp>

#include "shared/result.h"

namespace motcua::form {

inline constexpr int max_repeats = 20;

/// The form with each {"id":"child", "repeat":{"count":field,"most":n}, …} as the groups "child.1"
/// to "child.n". Its fields, whose ids begin with "child.", become "child.1.name" and so on
/// wherever the group names them; {n} in its words becomes the number. Errors: invalid.
/// At most max_repeats times as large as what was given.
Result<nlohmann::json> with_repeats(const nlohmann::json& form);

}  // namespace motcua::form
