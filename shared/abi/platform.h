#pragma once
// What the C ABI takes from the platform: entropy, and libsodium made ready.

#include "shared/random.h"

namespace motcua::abi {

/// Natively getrandom(2), in WebAssembly the import env.motcua_random. Code::io when it fails.
class PlatformRandom : public Random {
 public:
  Status fill(std::span<std::uint8_t> out) override;
};

/// Once per process: lets libsodium draw from the same source and choose its implementations.
/// Code::io when it can not.
Status make_ready();

}  // namespace motcua::abi
