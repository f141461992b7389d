#include <catch2/catch_test_macros.hpp>

#include "shared/codec/base64.h"
#include "shared/dossier/check.h"
#include "shared/dossier/envelope.h"
#include "shared/record/acknowledgement.h"
#include "shared/record/edge.h"
#include "shared/record/number.h"
#include "tests/unit/dossier/forge.h"

using namespace motcua;
using codec::Json;

namespace {

sign::NoteSigner log_key() {
  codec::Secret<32> seed;
  return *sign::note_signer("motcua.demo/log", seed);
}

struct Filed {
  dossier::Sealed sealed;
  Bytes file;
};

Filed file_one(Json plan = sample::plan({})) {
  sample::Counter random;
  auto run = sample::seal(plan, {}, random);
  return {run.result.value(), run.file};
}

/// What the gateway answers: the envelope as the only leaf.
Json receipt_json(const dossier::Sealed& sealed) {
  const std::string event = record::first_event(sealed.envelope, sealed.signature);
  const record::Salt salt{};
  record::Edge edge;
  std::vector<record::Node> nodes;
  REQUIRE(record::append(edge, record::event_leaf(salt, bytes_of(event)), nodes));
  record::ProofFile proof;
  proof.extra = Bytes(32);
  proof.checkpoint =
      *record::sign_checkpoint({"motcua.demo/log", 1, record::root(edge)}, log_key());
  return Json{{"number", "482177305910"},
              {"time", "2026-11-22T05:00:01Z"},
              {"proof", record::proof_file_text(proof)},
              {"ack", *record::make_acknowledgement(
                          {"482177305910", sealed.body, "2026-11-22T05:00:01Z"}, log_key())},
              {"envelope", sealed.envelope},
              {"signature", sealed.signature}};
}

std::string check(const Filed& filed, const Json& json) {
  auto found = sample::inspect(filed.file);
  auto receipt = dossier::parse_receipt(json.dump());
  REQUIRE(receipt);
  std::optional<dossier::Manifest> manifest;
  REQUIRE(dossier::check_dossier(*found, manifest).empty());
  std::string codes;
  for (const auto& defect :
       dossier::check_receipt(*found, *manifest, *receipt, sign::note_verifier(log_key()))) {
    codes += (codes.empty() ? "" : " ") + defect.code;
  }
  return codes;
}

}  // namespace

TEST_CASE("a receipt belongs to its file", "[dossier]") {
  const Filed filed = file_one();
  const Json json = receipt_json(filed.sealed);
  CHECK(check(filed, json).empty());
  auto proven =
      dossier::verify_receipt(*dossier::parse_receipt(json.dump()), sign::note_verifier(log_key()));
  REQUIRE(proven);
  CHECK(proven->size == 1);

  Json other_form = json;  // as the gateway's own answer has it
  other_form.erase("envelope");
  other_form.erase("signature");
  other_form["leaf_event"] = codec::base64_encode(
      bytes_of(record::first_event(filed.sealed.envelope, filed.sealed.signature)));
  CHECK(check(filed, other_form).empty());
}

TEST_CASE("a second dossier with the same draft is told apart by its receipt", "[dossier]") {
  const Filed first = file_one();
  Json plan = sample::plan({});
  plan["applicant"]["name"] = "Trần Văn Suối";
  const Filed second = file_one(plan);
  CHECK(check(second, receipt_json(first.sealed)) == "other-file");
}

TEST_CASE("the receipt of another person or dossier is refused", "[dossier]") {
  const Filed mine = file_one();
  Json plan = sample::plan({});
  plan["root"] = std::string(64, '2');
  CHECK(check(mine, receipt_json(file_one(plan).sealed)) == "other-signer other-file");
  plan = sample::plan({});
  plan["draft"] = std::string(32, '0');
  CHECK(check(mine, receipt_json(file_one(plan).sealed)) ==
        "other-signer other-dossier other-file");
  plan = sample::plan({});
  plan["units"]["receiving"] = "99001";
  CHECK(check(mine, receipt_json(file_one(plan).sealed)) == "other-dossier other-file");
}

TEST_CASE("a forged receipt is refused", "[dossier]") {
  const Filed filed = file_one();
  const Json json = receipt_json(filed.sealed);
  Json changed = json;
  changed["signature"] = "untrusted comment: x\n";
  CHECK(check(filed, changed) == "envelope-signature");
  changed = json;
  changed["number"] = *record::new_number(Bytes(16, 1));
  CHECK(check(filed, changed) == "proof");
  changed = json;
  changed["proof"] = json["proof"].get<std::string>() + "x";
  CHECK(check(filed, changed) == "proof");
  changed = json;
  codec::Secret<32> other;
  other.bytes()[0] = 1;
  changed["ack"] =
      *record::make_acknowledgement({"482177305910", filed.sealed.body, "2026-11-22T05:00:01Z"},
                                    *sign::note_signer("motcua.demo/log", other));
  CHECK(check(filed, changed) == "proof");
  for (const char* member : {"number", "proof", "envelope", "signature"}) {
    changed = json;
    changed.erase(member);
    INFO(member);
    CHECK_FALSE(dossier::parse_receipt(changed.dump()));
  }
}
