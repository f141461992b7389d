#include "shared/codec/bech32.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua;
using namespace motcua::codec;

TEST_CASE("Bech32 comes back, with any length and in both cases") {
  for (const std::size_t size : {0u, 1u, 4u, 5u, 32u, 1216u}) {
    Bytes data(size);
    for (std::size_t i = 0; i < size; ++i) data[i] = static_cast<std::uint8_t>(i * 7);
    for (const char* prefix : {"age", "AGE-SECRET-KEY-"}) {
      const auto text = bech32_encode(prefix, data).value();
      const auto back = bech32_decode(text).value();
      CHECK(back.prefix == prefix);
      CHECK(back.data == data);
    }
  }
}

TEST_CASE("Bech32 as BIP 173 has it") {
  CHECK(bech32_decode("A12UEL5L").ok());
  CHECK(bech32_decode("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw").value().data ==
        bech32_decode("ABCDEF1QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LMQQQXW").value().data);
  CHECK(bech32_decode("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w").ok());
}

TEST_CASE("Bech32 refuses what was mistyped") {
  const std::string good = bech32_encode("age", Bytes(32, 9)).value();
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string changed = good;
    changed[at] = changed[at] == 'q' ? 'p' : 'q';
    INFO(changed);
    const auto result = bech32_decode(changed);
    CHECK_FALSE((result.ok() && result->prefix == "age"));
  }
  std::string mixed = good;
  mixed[6] = 'Q';
  CHECK_FALSE(bech32_decode(mixed).ok());
  for (const char* text : {"", "1", "age", "age1", "1qqqqqqq", "age1bbbbbb", "a12uel5",
                           "a b12UEL5L", "A1G7SGD8", "10a06t8", "1qzzfhee",
                           "\x7f"
                           "1axkwrx"}) {
    INFO(text);
    CHECK_FALSE(bech32_decode(text).ok());
  }
  CHECK_FALSE(bech32_encode("", {}).ok());
  CHECK_FALSE(bech32_encode("aGe", {}).ok());
  CHECK_FALSE(bech32_encode("a e", {}).ok());
}
