#include <catch2/catch_test_macros.hpp>

#include "shared/record/directory.h"
#include "shared/record/time.h"
#include "shared/seal/identity.h"

using namespace motcua;
using codec::Json;

namespace {

sign::NoteSigner signer(std::string_view name, std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes));
}

std::string vkey(std::string_view name, std::uint8_t seed) {
  return sign::vkey_text(sign::note_verifier(signer(name, seed)));
}

std::string read_key() {
  ByteArray<32> seed;
  seed.fill(4);
  static const std::string text =
      seal::Identity(seal::Kind::hybrid, codec::Secret<32>(seed)).recipient().text();
  return text;
}

Json unit() {
  return Json{{"code", "99901"},
              {"name", {{"vi", "Ủy ban nhân dân xã Mây Trắng"}, {"en", "Mây Trắng commune"}}},
              {"kind", "commune"},
              {"province", "99"},
              {"read", read_key()},
              {"sign", vkey("99901", 20)}};
}

Json sample() {
  return Json{{"format", "motcua.directory/1"},
              {"version", 5},
              {"issued", "2026-11-20T00:00:00Z"},
              {"expires", "2026-11-27T00:00:00Z"},
              {"demo", true},
              {"log", {{"origin", "motcua.demo/log"}, {"key", vkey("motcua.demo/log", 7)}}},
              {"units", Json::array({unit()})}};
}

const std::vector<sign::NoteSigner> roots = {signer("root-1", 1), signer("root-2", 2),
                                             signer("root-3", 3)};

std::string signed_by(const Json& json, std::vector<sign::NoteSigner> signers) {
  return *sign::sign_note(*codec::json_canonical(json) + "\n", signers);
}

record::DirectoryTrust trust(std::string_view now = "2026-11-22T05:00:00Z") {
  record::DirectoryTrust trust;
  for (const auto& root : roots) trust.roots.push_back(sign::note_verifier(root));
  trust.now = *record::parse_time(now);
  return trust;
}

Code refusal(const std::string& note, const record::DirectoryTrust& of = trust()) {
  auto directory = record::verify_directory(note, of);
  REQUIRE_FALSE(directory);
  return directory.error().code;
}

}  // namespace

TEST_CASE("a directory signed by two roots is accepted", "[record]") {
  for (const auto& signers : {std::vector{roots[0], roots[1]}, std::vector{roots[2], roots[0]},
                              std::vector{roots[0], roots[1], roots[2]}}) {
    auto directory = record::verify_directory(signed_by(sample(), signers), trust());
    REQUIRE(directory);
    CHECK(directory->version == 5);
    CHECK(directory->units.at(0).key.sign.name == "99901");
    CHECK(directory->log.name == "motcua.demo/log");
  }
}

TEST_CASE("fewer than two roots are refused", "[record]") {
  CHECK(refusal(signed_by(sample(), {roots[0]})) == Code::signature);
  CHECK(refusal(signed_by(sample(), {roots[0], roots[0]})) == Code::signature);
  CHECK(refusal(signed_by(sample(), {roots[0], signer("root-2", 9)})) == Code::signature);
  CHECK(refusal(signed_by(sample(), {signer("root-4", 4), signer("root-5", 5)})) ==
        Code::signature);
  record::DirectoryTrust same = trust();
  same.roots[1] = sign::note_verifier(signer("root-2", 1));  // one key under two names
  CHECK(refusal(signed_by(sample(), {roots[0], signer("root-2", 1)}), same) == Code::usage);
}

TEST_CASE("time and version keep old directories out", "[record]") {
  const std::string note = signed_by(sample(), {roots[0], roots[1]});
  CHECK(refusal(note, trust("2026-11-27T00:00:00Z")) == Code::expired);
  CHECK(refusal(note, trust("2026-11-19T00:00:00Z")) == Code::refused);
  record::DirectoryTrust kiosk = trust("2026-12-26T23:59:59Z");
  kiosk.grace_days = 30;
  CHECK(record::verify_directory(note, kiosk));
  kiosk.now += 1;
  CHECK(refusal(note, kiosk) == Code::expired);
  record::DirectoryTrust seen = trust();
  seen.last_version = 5;
  CHECK(record::verify_directory(note, seen));
  seen.last_version = 6;
  CHECK(refusal(note, seen) == Code::refused);
  Json long_lived = sample();
  long_lived["expires"] = "2026-11-27T00:00:01Z";
  CHECK(refusal(signed_by(long_lived, {roots[0], roots[1]})) == Code::refused);
}

TEST_CASE("a malformed directory is refused even when it is signed", "[record]") {
  const auto refused = [](const Json& json) {
    return refusal(signed_by(json, {roots[0], roots[1]}));
  };
  for (const char* member : {"format", "version", "issued", "expires", "demo", "log", "units"}) {
    Json json = sample();
    json.erase(member);
    INFO(member);
    CHECK(refused(json) == Code::invalid);
  }
  Json json = sample();
  json["units"].push_back(unit());
  CHECK(refused(json) == Code::duplicate);
  json = sample();
  json["units"][0]["code"] = "99902";  // no longer the name of its key
  CHECK(refused(json) == Code::invalid);
  json = sample();
  json["units"][0]["read"] = "age1x";
  CHECK(refused(json) == Code::invalid);
  json = sample();
  json["log"]["origin"] = "another/log";
  CHECK(refused(json) == Code::invalid);
  json = sample();
  json["later"] = "an unknown member is kept";
  CHECK(record::verify_directory(signed_by(json, {roots[0], roots[1]}), trust()));
  CHECK(refusal(*sign::sign_note(sample().dump(1) + "\n", std::vector{roots[0], roots[1]})) ==
        Code::invalid);
}

namespace {

Json former(std::uint8_t seed) {
  return Json{{"sign", vkey("99901", seed)}, {"until", "2026-11-20T00:00:00Z"}, {"size", 40}};
}

std::string with_former(const Json& keys) {
  Json json = sample();
  json["units"][0]["former"] = keys;
  return signed_by(json, {roots[0], roots[1]});
}

}  // namespace

TEST_CASE("a unit's former keys are told, each until when and where", "[record]") {
  Json read = former(22);
  read["read"] = read_key();
  read["later"] = "an unknown member is kept";
  const auto directory =
      record::verify_directory(with_former(Json::array({former(21), read})), trust());
  REQUIRE(directory);
  const auto& keys = directory->units.at(0).key.former;
  REQUIRE(keys.size() == 2);
  CHECK(keys[0].sign == sign::note_verifier(signer("99901", 21)));
  CHECK(keys[0].until == *record::parse_time("2026-11-20T00:00:00Z"));
  CHECK(keys[0].size == 40);
  Json most = Json::array();
  for (std::uint8_t seed = 30; seed < 38; ++seed) most.push_back(former(seed));
  CHECK(record::verify_directory(with_former(most), trust()));
  most.push_back(former(38));
  CHECK(refusal(with_former(most)) == Code::invalid);
}

TEST_CASE("former keys that say nothing, or two things, are refused", "[record]") {
  const auto changed = [](const char* member, Json value) {
    Json key = former(21);
    key[member] = std::move(value);
    return with_former(Json::array({key}));
  };
  REQUIRE(record::verify_directory(with_former(Json::array({former(21)})), trust()));
  CHECK(refusal(with_former(Json::array())) == Code::invalid);
  CHECK(refusal(with_former("none")) == Code::invalid);
  CHECK(refusal(with_former(Json::array({former(20)}))) == Code::invalid);  // today's
  CHECK(refusal(with_former(Json::array({former(21), former(21)}))) == Code::invalid);
  CHECK(refusal(changed("sign", vkey("99001", 21))) == Code::invalid);        // another unit's
  CHECK(refusal(changed("until", "2026-11-20T00:00:01Z")) == Code::invalid);  // not over yet
  CHECK(refusal(changed("until", "yesterday")) == Code::invalid);
  CHECK(refusal(changed("size", -1)) == Code::invalid);
  CHECK(refusal(changed("read", "age1x")) == Code::invalid);
  for (const char* member : {"sign", "until", "size"}) {
    Json key = former(21);
    key.erase(member);
    INFO(member);
    CHECK(refusal(with_former(Json::array({key}))) == Code::invalid);
  }
}
