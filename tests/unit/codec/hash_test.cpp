#include "shared/codec/hash.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/hex.h"
#include "shared/codec/hkdf.h"

using namespace motcua;
using namespace motcua::codec;

TEST_CASE("a hash is the same however its input is cut") {
  const Bytes input(1000, 0x61);
  for (const std::size_t step : {1u, 63u, 64u, 128u, 129u, 1000u}) {
    Blake2b256 a;
    Blake2b512 b;
    Sha256 c;
    for (std::size_t at = 0; at < input.size(); at += step) {
      const auto piece = ByteView(input).subspan(at, std::min(step, input.size() - at));
      a.update(piece);
      b.update(piece);
      c.update(piece);
    }
    CHECK(a.finish() == blake2b_256(input));
    CHECK(b.finish() == blake2b_512(input));
    CHECK(c.finish() == sha256(input));
  }
  CHECK(hex_encode(sha256({})) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex_encode(blake2b_256({})) ==
        "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST_CASE("HKDF without salt and info (RFC 5869, A.3)") {
  Bytes out(42);
  hkdf(Bytes(22, 0x0b), {}, "", out);
  CHECK(hex_encode(out) ==
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST_CASE("HKDF of longer inputs (RFC 5869, A.2)") {
  Bytes key(80);
  Bytes salt(80);
  std::string info(80, '\0');
  for (std::size_t i = 0; i < 80; ++i) {
    key[i] = static_cast<std::uint8_t>(i);
    salt[i] = static_cast<std::uint8_t>(0x60 + i);
    info[i] = static_cast<char>(0xb0 + i);
  }
  Bytes out(82);
  hkdf(key, salt, info, out);
  CHECK(hex_encode(out) ==
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e"
        "590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
}
