#include <catch2/catch_test_macros.hpp>

#include "shared/dossier/envelope.h"
#include "tests/unit/dossier/sample.h"

using namespace motcua;
using codec::Json;

namespace {

const dossier::Sealed& sealed() {
  static const dossier::Sealed result = [] {
    sample::Counter random;
    return sample::seal(sample::plan({}), {}, random).result.value();
  }();
  return result;
}

}  // namespace

TEST_CASE("an envelope verifies and reads back", "[dossier]") {
  auto envelope = dossier::verify_envelope(sealed().envelope, sealed().signature);
  REQUIRE(envelope);
  CHECK(*dossier::envelope_text(*envelope) == sealed().envelope);
  CHECK(envelope->channel == 2);
  CHECK(envelope->size == sealed().size);
  CHECK(codec::hex_encode(envelope->body) == sealed().body);
}

TEST_CASE("the envelope has no name and no procedure", "[dossier]") {
  for (const char* word : {"Sông", "999123456789", "1.001193", "birth", "giay"}) {
    INFO(word);
    CHECK(sealed().envelope.find(word) == std::string::npos);
  }
}

TEST_CASE("no single bit of an envelope can change", "[dossier]") {
  for (std::size_t i = 0; i < sealed().envelope.size(); ++i) {
    std::string changed = sealed().envelope;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 7)));
    INFO(i);
    CHECK_FALSE(dossier::verify_envelope(changed, sealed().signature));
  }
}

TEST_CASE("the manifest's signature does not serve for the envelope", "[dossier]") {
  const auto envelope = dossier::parse_envelope(sealed().envelope);
  codec::Secret<32> seed;
  const auto key = sign::secret_key(seed, {});
  dossier::Envelope own = envelope.value();
  own.sign = sign::public_key(key);
  const std::string text = *dossier::envelope_text(own);
  CHECK(dossier::verify_envelope(text, *dossier::sign_envelope(text, own.draft, key)));
  CHECK(
      dossier::verify_envelope(text, *dossier::sign_manifest(text, own.draft, key)).error().code ==
      Code::signature);
}

TEST_CASE("every member of an envelope is wanted, and no other", "[dossier]") {
  const Json whole = *codec::json_parse(sealed().envelope);
  for (const auto& item : whole.items()) {
    Json json = whole;
    json.erase(item.key());
    INFO(item.key());
    CHECK_FALSE(dossier::parse_envelope(*codec::json_canonical(json)));
  }
  for (const auto& [name, value] :
       std::initializer_list<std::pair<const char*, Json>>{{"more", 1},
                                                           {"channel", 4},
                                                           {"size", 0},
                                                           {"body", "00"},
                                                           {"read", "age1x"},
                                                           {"receiving", "9 9"},
                                                           {"key", std::string(31, 'a')}}) {
    Json json = whole;
    json[name] = value;
    INFO(name);
    CHECK_FALSE(dossier::parse_envelope(*codec::json_canonical(json)));
  }
}
