#pragma once
// judge_received() over JSON, for the C ABI, the gateway and `motcua check`.

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "shared/form/judge.h"
#include "shared/result.h"

namespace motcua::form {

/// `schema` as in assets/forms, `values` = form.json's `values`, `today` = "YYYY-MM-DD" or an ISO
/// time. Gives [{"field","step","code","severity":"error"|"warning","message":{"vi","en"}}, …].
/// Errors only when the schema or `today` is unusable; bad values are defects.
Result<nlohmann::json> judge_json(const nlohmann::json& schema, const nlohmann::json& values,
                                  std::string_view today);

nlohmann::json to_json(const std::vector<Defect>& defects);

}  // namespace motcua::form
