#pragma once
// The version of this build, for people and bug reports.

namespace motcua {

constexpr const char* version = "0.1.0";

}  // namespace motcua
