#pragma once
// What the command takes from the system: random bytes, the time, a passphrase.

#include "shared/codec/secret.h"
#include "shared/random.h"

namespace motcua::cli {

class SystemRandom : public Random {
 public:
  Status fill(std::span<std::uint8_t> out) override;
};

/// Now, as 2026-11-22T05:00:00Z.
std::string utc_now();
/// Now, in seconds since 1970.
std::int64_t unix_now();

/// From MOTCUA_PASSPHRASE when it is set, else asked on the terminal without echo (twice when
/// `confirm`). Code::usage when it is empty or there is no terminal.
Result<codec::SecretText> ask_passphrase(std::string_view what, bool confirm);

}  // namespace motcua::cli
