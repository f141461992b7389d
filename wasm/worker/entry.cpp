// The sealing worker's module is the C ABI of shared/motcua.h and this one function; its platform
// (entropy) is shared/abi/platform.h, its caller web/worker/core.js.

#include "shared/abi/platform.h"
#include "shared/motcua.h"

/// Call once, before anything else. 0 = ready; anything else: use nothing of this instance.
extern "C" MOTCUA_API int motcua_worker_start(void) { return motcua::abi::make_ready() ? 0 : -1; }
