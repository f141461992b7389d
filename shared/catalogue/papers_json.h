#pragma once
// judge_components() over JSON, for the C ABI.

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "shared/result.h"

namespace motcua::catalogue {

/// `procedure` and `schema` as in assets/, `values` = form.json's, `attached` = ids of components,
/// one for each attachment. Gives defects as form::judge_json() does. Errors only when procedure,
/// schema or `today` is unusable.
Result<nlohmann::json> judge_papers_json(const nlohmann::json& procedure,
                                         const nlohmann::json& schema, const nlohmann::json& values,
                                         const nlohmann::json& attached, std::string_view today);

}  // namespace motcua::catalogue
