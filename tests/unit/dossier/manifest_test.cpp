#include <catch2/catch_test_macros.hpp>

#include "shared/dossier/manifest.h"
#include "tests/unit/dossier/sample.h"

using namespace motcua;
using codec::Json;

namespace {

const std::string& text() {
  static const std::string manifest = [] {
    sample::Counter random;
    const std::vector<Bytes> files = {sample::pdf(300), sample::pdf(20)};
    return sample::seal(sample::plan(files), files, random).result.value().manifest;
  }();
  return manifest;
}

bool parses(const Json& json) { return dossier::parse_manifest(*codec::json_canonical(json)).ok(); }

}  // namespace

TEST_CASE("a manifest reads back as it was written", "[dossier]") {
  auto manifest = dossier::parse_manifest(text());
  REQUIRE(manifest);
  CHECK(*dossier::manifest_text(*manifest) == text());
  CHECK(manifest->form_schema == "birth/1");
  CHECK(manifest->attachments.at(1).name == "attachments/02-giay-to-khac.pdf");
  CHECK(manifest->recipients.size() == 2);  // the unit once, and the applicant
  CHECK(dossier::manifest_comment(manifest->draft) ==
        "motcua.manifest/1 draft:000102030405060708090a0b0c0d0e0f purpose:submit");
}

TEST_CASE("every member is wanted, and no other", "[dossier]") {
  const Json whole = *codec::json_parse(text());
  for (const auto& item : whole.items()) {
    Json json = whole;
    json.erase(item.key());
    INFO(item.key());
    CHECK_FALSE(parses(json));
  }
  Json json = whole;
  json["more"] = 1;
  CHECK_FALSE(parses(json));
  json = whole;
  json["applicant"]["phone"] = "0900000000";
  CHECK_FALSE(parses(json));
  CHECK(parses(whole));
  CHECK_FALSE(dossier::parse_manifest(whole.dump(1)));
  CHECK_FALSE(dossier::parse_manifest(text() + "\n"));
}

TEST_CASE("wrong values are refused", "[dossier]") {
  const std::pair<const char*, Json> changes[] = {
      {"/format", "motcua.manifest/2"},
      {"/draft", "00"},
      {"/procedure/code", "../1"},
      {"/procedure/version", ""},
      {"/form/schema", "birth"},
      {"/form/schema", "birth/0"},
      {"/form/schema", "../birth/1"},
      {"/form/size", 0},
      {"/form/hash", std::string(64, 'G')},
      {"/applicant/name", ""},
      {"/applicant/name", "a\nb"},
      {"/applicant/name", 5},
      {"/helper", "someone"},
      {"/assurance", "sure"},
      {"/units/receiving", "xã"},
      {"/recipients", Json::array()},
      {"/recipients/0", "age1qqqq"},
      {"/recipients/1", sample::unit().recipient().text()},
      {"/keys/read", sample::identity(9).recipient().text()},
      {"/keys/sign", std::string(56, 'A')},
      {"/attachments/0/name", "attachments/02-giay-chung-sinh.pdf"},
      {"/attachments/0/name", "attachments/01-giay-chung-sinh.png"},
      {"/attachments/0/name", "../01-giay-chung-sinh.pdf"},
      {"/attachments/0/component", "a/b"},
      {"/attachments/0/size", 0},
      {"/attachments/0/size", (50 << 20) + 1},
      {"/attachments/0/type", "text/html"},
      {"/notices/0/version", 0},
      {"/notices/0/shown", "yesterday"},
      {"/time", "2026-11-22"},
  };
  const Json whole = *codec::json_parse(text());
  for (const auto& [where, value] : changes) {
    Json json = whole;
    json[Json::json_pointer(where)] = value;
    INFO(where << " = " << value.dump());
    CHECK_FALSE(parses(json));
  }
}

TEST_CASE("the attachments together have a bound", "[dossier]") {
  Json json = *codec::json_parse(text());
  const Json one = json["attachments"][0];
  json["attachments"] = Json::array();
  for (std::size_t i = 0; i < 4; ++i) {
    Json each = one;
    each["name"] = dossier::attachment_name(i, "giay-chung-sinh", "pdf");
    each["size"] = 50 << 20;
    json["attachments"].push_back(each);
  }
  CHECK(parses(json));
  Json fifth = one;
  fifth["name"] = dossier::attachment_name(4, "giay-chung-sinh", "pdf");
  json["attachments"].push_back(fifth);
  CHECK_FALSE(parses(json));
}

TEST_CASE("a manifest is verified under its own key, draft and purpose", "[dossier]") {
  codec::Secret<32> seed;
  const auto key = sign::secret_key(seed, {});
  auto manifest = dossier::parse_manifest(text());
  manifest->sign = sign::public_key(key);
  const std::string own = *dossier::manifest_text(*manifest);
  const std::string signature = *dossier::sign_manifest(own, manifest->draft, key);
  CHECK(dossier::verify_manifest(own, signature));
  CHECK(dossier::verify_manifest(text(), signature).error().code == Code::signature);
  seal::DraftId other = manifest->draft;
  other[0] ^= 1;
  const std::string elsewhere = *dossier::sign_manifest(own, other, key);
  CHECK(dossier::verify_manifest(own, elsewhere).error().code == Code::signature);
  CHECK(dossier::verify_manifest(own, "").error().code == Code::signature);
}
