#include "shared/seal/dossier_keys.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/hex.h"

using namespace motcua;
using namespace motcua::seal;

// Computed with another implementation of HKDF, for root 00 01 … 1f and draft id zero.
TEST_CASE("the keys of a dossier are derived from the root") {
  Root root;
  for (std::size_t i = 0; i < 32; ++i) root.data()[i] = static_cast<std::uint8_t>(i);
  const auto keys = dossier_keys(root, DraftId{});
  CHECK(codec::hex_encode(keys.sign.seed.bytes()) ==
        "fff73eb1a05dc9af250e6bbc3b62a8f8b154255639a532e2e05a6083e1a35e0a");
  CHECK(codec::hex_encode(keys.sign.id) == "b5fb7bfca5b85ea7");
  CHECK(keys.read.kind() == Kind::hybrid);
  CHECK(codec::hex_encode(keys.read.secret().bytes()) ==
        "1bbe1ab544d3599256787763e39ccc3988f95bbb9c611750df5abbe4dcae8c73");
  CHECK(codec::hex_encode(keys.follow.bytes()) == "32b7617b0e1100a3fa05a3907517b274");
  CHECK(codec::hex_encode(follow_hash(keys.follow)) ==
        "56de21e0ee3aceeacc393e27fd0f8ea32cccb11d92ed83d751ad247aa5b505d0");
}

TEST_CASE("two dossiers of one person have nothing in common") {
  const Root root;
  DraftId other{};
  other[15] = 1;
  const auto a = dossier_keys(root, DraftId{});
  const auto b = dossier_keys(root, other);
  CHECK_FALSE(a.sign.id == b.sign.id);
  CHECK_FALSE(a.sign.key == b.sign.key);
  CHECK_FALSE(a.read.recipient() == b.read.recipient());
  CHECK_FALSE(follow_hash(a.follow) == follow_hash(b.follow));
}
