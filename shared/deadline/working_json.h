#pragma once
// A working as JSON (docs/formats/calendar.md): what the core answers, and what an interface that
// does not compute reads again.

#include <nlohmann/json_fwd.hpp>

#include "shared/deadline/working.h"
#include "shared/result.h"

namespace motcua::deadline {

nlohmann::json working_json(const Working& working);
/// Code::invalid for anything that working_json() does not write.
Result<Working> read_working(const nlohmann::json& data);

}  // namespace motcua::deadline
