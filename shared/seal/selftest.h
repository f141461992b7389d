#pragma once
// Known answers for every primitive that seals, opens, signs or derives. A build whose cipher is
// wrong in the same way both ways still round-trips; only this shows it (docs/formats/seal.md).

#include "shared/result.h"

namespace motcua::seal {

/// Starts the library, which chooses the fastest code for this machine: call it before sealing.
/// How many known answers passed; Code::other names the first that did not.
Result<int> selftest();

}  // namespace motcua::seal
