#pragma once
// The part of `motcua proof` for the code on a receipt: an event's, or an acknowledgement.

#include "shared/cli/options.h"

namespace motcua::cli {

/// --code FILE|-, --directory NOTE, --roots JSON: prints what was signed, by whom and when, and
/// until when the directory is valid. One that expired up to 30 days ago serves, and is told of.
Status prove_code(const Options& options);

}  // namespace motcua::cli
