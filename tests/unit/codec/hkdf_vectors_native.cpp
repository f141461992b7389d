#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <sstream>

#include "shared/codec/hex.h"
#include "shared/codec/hkdf.h"
#include "shared/codec/json.h"

using namespace motcua;
using namespace motcua::codec;

// Read in place beside the repository, from its root; a fresh clone has none.
TEST_CASE("HKDF-SHA256 of Wycheproof") {
  std::ifstream file("../shared/vectors/hkdf/hkdf_sha256_test.json");
  if (!file) SKIP("outside vectors are not beside the project");
  std::ostringstream text;
  text << file.rdbuf();
  const auto document = json_parse(text.str());
  REQUIRE(document.ok());
  int tried = 0;
  for (const auto& group : document.value()["testGroups"]) {
    for (const auto& test : group["tests"]) {
      const auto bytes = [&](const char* name) {
        return hex_decode(test[name].get<std::string>()).value();
      };
      const auto size = test["size"].get<std::size_t>();
      if (size > 255 * 32) continue;  // lengths are never input: see hkdf.h
      INFO("test " << test["tcId"].get<int>());
      Bytes out(size);
      hkdf(bytes("ikm"), bytes("salt"), text_of(bytes("info")), out);
      CHECK((out == bytes("okm")) == (test["result"] == "valid"));
      ++tried;
    }
  }
  CHECK(tried > 50);
}
