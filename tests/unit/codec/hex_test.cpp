#include "shared/codec/hex.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua;
using namespace motcua::codec;

TEST_CASE("hex is lower case and comes back") {
  const Bytes bytes = {0x00, 0x0f, 0xa5, 0xff};
  CHECK(hex_encode(bytes) == "000fa5ff");
  CHECK(hex_encode({}).empty());
  CHECK(hex_decode("000fa5ff").value() == bytes);
  CHECK(hex_decode("").value().empty());
}

TEST_CASE("hex refuses every other form") {
  for (const char* text : {"0", "0F", "0g", "0x", " 00", "00 ", "zz"}) {
    INFO(text);
    REQUIRE_FALSE(hex_decode(text).ok());
    CHECK(hex_decode(text).error().code == Code::invalid);
  }
  CHECK(hex_decode_array<2>("a5ff").value() == ByteArray<2>{0xa5, 0xff});
  CHECK_FALSE(hex_decode_array<2>("a5").ok());
  CHECK_FALSE(hex_decode_array<2>("a5ff00").ok());
}
