#pragma once
// Recipients as options name them.

#include "shared/cli/files.h"
#include "shared/seal/recipient.h"

namespace motcua::cli {

/// Recipients themselves (-r), then those in files (-R). May be none.
Result<std::vector<seal::Recipient>> read_recipients(const std::vector<std::string>& texts,
                                                     const std::vector<std::string>& paths);

}  // namespace motcua::cli
