#include "shared/codec/secret.h"

#include <catch2/catch_test_macros.hpp>

#include <new>

using namespace motcua;
using namespace motcua::codec;

TEST_CASE("a secret is wiped when it goes away") {
  alignas(Secret<32>) std::uint8_t place[sizeof(Secret<32>)];
  auto* secret = new (place) Secret<32>();
  std::fill(secret->bytes().begin(), secret->bytes().end(), std::uint8_t{7});
  const volatile std::uint8_t* seen = place;
  REQUIRE(seen[0] == 7);
  secret->~Secret();
  for (std::size_t i = 0; i < sizeof place; ++i) CHECK(seen[i] == 0);
}

TEST_CASE("a moved-from secret is empty") {
  Secret<4> from(std::span<const std::uint8_t, 4>(ByteArray<4>{1, 2, 3, 4}));
  const Secret<4> to(std::move(from));
  CHECK(to.bytes()[3] == 4);
  CHECK(from.bytes()[3] == 0);  // NOLINT: that is the point
  SecretText text(std::string(40, 'x'));
  const SecretText other(std::move(text));
  CHECK(other.view() == std::string(40, 'x'));
  CHECK(text.empty());  // NOLINT
}

TEST_CASE("secrets are equal when all of their bytes are") {
  const ByteArray<3> a = {1, 2, 3};
  CHECK(equal_secret(a, ByteArray<3>{1, 2, 3}));
  CHECK_FALSE(equal_secret(a, ByteArray<3>{1, 2, 4}));
  CHECK_FALSE(equal_secret(a, ByteArray<2>{1, 2}));
  CHECK(equal_secret({}, {}));
}
