#include "shared/places/signed_pack.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/places/small_list.h"
#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::places;

namespace {

struct Keys {
  test::CountingRandom random;
  sign::SecretKey own = sign::new_secret_key(random).value();
  sign::SecretKey other = sign::new_secret_key(random).value();
};

}  // namespace

TEST_CASE("a signed pack opens with the key that signed it", "[places]") {
  const Keys keys;
  const Bytes pack = write_pack(test::small_list());
  const std::string signature = sign_pack(pack, keys.own).value();
  CHECK(sign::parse_signature(signature)->trusted_comment ==
        "motcua.places-pack/1 list:2025-07-01/2026-04-30");
  const auto list = open_signed_pack(pack, signature, sign::public_key(keys.own));
  REQUIRE(list.ok());
  CHECK(list->communes.size() == 8);
}

TEST_CASE("any other signature is refused", "[places]") {
  const Keys keys;
  const auto key = sign::public_key(keys.own);
  const Bytes pack = write_pack(test::small_list());
  const std::string good = sign_pack(pack, keys.own).value();

  CHECK(open_signed_pack(pack, "", key).error().code == Code::signature);
  CHECK(open_signed_pack(pack, good, sign::public_key(keys.other)).error().code == Code::mismatch);

  auto tables = test::small_tables();
  tables.version = "2025-07-01";
  const Bytes older = write_pack(import_list(tables).value());
  const Error error = open_signed_pack(older, good, key).error();
  CHECK(error.code == Code::signature);
  CHECK(error.message ==
        "the signature of the pack of places does not hold: the pack or the comment was changed");

  // A true signature of these bytes, but made for another purpose.
  const auto plain = sign::sign(keys.own, codec::blake2b_512(pack), "timestamp:1\tfile:x");
  CHECK(open_signed_pack(pack, sign::signature_text(*plain), key).error().message ==
        "the signature of the pack of places does not hold: it was made for something else");
}

TEST_CASE("what is no pack is not signed", "[places]") {
  const Keys keys;
  CHECK(sign_pack(bytes_of("x"), keys.own).error().code == Code::invalid);
}
