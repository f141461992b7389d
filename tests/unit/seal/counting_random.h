#pragma once
// Random bytes that are not: 0, 1, 2, … so that a test can be repeated.

#include "shared/random.h"

namespace motcua::test {

class CountingRandom : public Random {
 public:
  explicit CountingRandom(std::uint8_t start = 0) : next_(start) {}
  Status fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) byte = next_++;
    return {};
  }

 private:
  std::uint8_t next_;
};

/// A source that fails after so many calls.
class FailingRandom : public CountingRandom {
 public:
  explicit FailingRandom(int calls) : calls_(calls) {}
  Status fill(std::span<std::uint8_t> out) override {
    if (calls_-- <= 0) return fail(Code::io, "no random bytes");
    return CountingRandom::fill(out);
  }

 private:
  int calls_;
};

}  // namespace motcua::test
