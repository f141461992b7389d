#pragma once
// Identity files named on the command line.

#include "shared/cli/files.h"
#include "shared/seal/identity.h"

namespace motcua::cli {

/// All identities of all files, in order. Errors name the file.
Result<std::vector<seal::Identity>> read_identities(const std::vector<std::string>& paths);

}  // namespace motcua::cli
