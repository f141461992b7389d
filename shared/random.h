#pragma once
// Where random bytes come from is the caller's business: the core never asks the system for them.

#include <cstdint>
#include <span>

#include "shared/result.h"

namespace motcua {

/// A source of cryptographically secure bytes. `fill` either fills all of `out` or fails
/// (Code::io); a caller that is refused must stop: there is no second-best randomness.
class Random {
 public:
  virtual ~Random() = default;
  virtual Status fill(std::span<std::uint8_t> out) = 0;
};

}  // namespace motcua
