#pragma once
// How long something takes, as people say it.

#include <string>

#include "shared/catalogue/duration.h"
#include "wasm/app/words.h"

namespace motcua::app {

/// "3 ngày làm việc"; "trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo".
std::string deadline_text(const Words& words, const catalogue::Duration& time);

}  // namespace motcua::app
