#include "shared/seal/passphrase.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/seal/find_key.h"
#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::seal;

TEST_CASE("a passphrase opens what it sealed") {
  test::CountingRandom random;
  const auto key = new_file_key(random).value();
  // Little work, for a quick test: the factor only scales it.
  const auto stanza = wrap_passphrase("m\u1ed9t c\u1eeda", key, random, 4).value();
  CHECK(stanza.args[1] == "4");
  const auto header = make_header({stanza}, key).value();
  const auto opened = find_file_key(header, "m\u1ed9t c\u1eeda");
  REQUIRE(opened.ok());
  CHECK(codec::equal_secret(opened.value().bytes(), key.bytes()));
  CHECK(find_file_key(header, "khac").error().code == Code::no_match);
  CHECK(find_file_key(header, std::vector<Identity>{}).error().code == Code::no_match);
  CHECK(wrap_passphrase("", key, random).error().code == Code::usage);
}
