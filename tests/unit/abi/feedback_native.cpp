// Feedback over the C ABI: what an applicant's device, the gateway and a desk make of each other.

#include "test_assets.h"
#include "tests/unit/abi/abi_call.h"

using abi_test::Json;
using abi_test::ok;
using abi_test::refused;

namespace {

const std::string hex_a(64, 'a'), hex_b(64, 'b');
const Json secret{{"root", std::string(64, '1')}, {"draft", std::string(32, '2')}};

Json said(int number, const char* kind) {
  return {{"submission", "482177305910"},   {"number", number}, {"kind", kind},
          {"time", "2026-11-23T02:00:00Z"}, {"body", hex_a},    {"message", hex_b}};
}

Json asked(const Json& made, Json before = Json::array(), int status = 2) {
  const Json keys = ok(motcua_dossier_keys, secret);
  return {{"text", made["text"]}, {"signature", made["signature"]},
          {"sign", keys["sign"]}, {"draft", secret["draft"]},
          {"said", before},       {"answers", Json::array()},
          {"status", status},     {"submission", "482177305910"},
          {"body", hex_a}};
}

Json make(const Json& feedback) {
  return ok(motcua_feedback_make,
            {{"feedback", feedback}, {"root", secret["root"]}, {"draft", secret["draft"]}});
}

}  // namespace

TEST_CASE("feedback is made and verified", "[abi]") {
  const Json made = make(said(1, "complaint"));
  const Json read = ok(motcua_feedback_verify, asked(made));
  CHECK(read["kind"] == "complaint");
  CHECK(read["about"] == 0);
  CHECK(read["message"] == hex_b);
  const Json before = Json::array({{{"number", 1}, {"kind", "complaint"}, {"text", "skipped"}}});
  CHECK(refused(motcua_feedback_verify, asked(made, before)) == "duplicate");
  CHECK(refused(motcua_feedback_verify, asked(make(said(2, "vote")))) == "refused");
  CHECK(refused(motcua_feedback_verify, asked(make(said(1, "vote")))) == "refused");
  ok(motcua_feedback_verify, asked(make(said(1, "vote")), Json::array(), 9));
  Json other = asked(made);
  other["body"] = hex_b;
  CHECK(refused(motcua_feedback_verify, other) == "mismatch");
  other = asked(made);
  other["draft"] = std::string(32, '3');
  CHECK(refused(motcua_feedback_verify, other) == "signature");
  CHECK(refused(motcua_feedback_make, {{"feedback", said(1, "praise")},
                                       {"root", secret["root"]},
                                       {"draft", secret["draft"]}}) == "invalid");
}

TEST_CASE("answers are made and verified", "[abi]") {
  const Json keys = ok(motcua_unit_keygen, {{"unit", "99901"}, {"random", std::string(128, '5')}});
  const Json answer{{"submission", "482177305910"},
                    {"feedback", 1},
                    {"sequence", 1},
                    {"step", "resolved"},
                    {"unit", "99901"},
                    {"body", hex_a},
                    {"time", "2026-11-23T02:00:00Z"},
                    {"message", hex_b}};
  const Json note = ok(motcua_answer_make, {{"answer", answer}, {"key", keys["sign"]}})["note"];
  Json request{{"note", note},
               {"keys", {{"99901", keys["vkey"]}}},
               {"said", Json::array({{{"number", 1}, {"kind", "suggestion"}}})},
               {"answers", Json::array()},
               {"status", 2}};
  CHECK(ok(motcua_answer_verify, request)["step"] == "resolved");
  Json changed = request;
  changed["said"] = Json::array();
  CHECK(refused(motcua_answer_verify, changed) == "not_found");
  changed = request;
  changed["answers"] =
      Json::array({{{"feedback", 1}, {"sequence", 1}, {"step", "resolved"}, {"time", "skipped"}}});
  CHECK(refused(motcua_answer_verify, changed) == "duplicate");
  changed = request;
  changed["submission"] = "079400000000";
  CHECK(refused(motcua_answer_verify, changed) == "mismatch");
  changed = request;
  changed["status"] = 11;
  CHECK(refused(motcua_answer_verify, changed) == "invalid");
}

TEST_CASE("words and clocks of feedback", "[abi]") {
  const Json vote{{"kind", "vote"}, {"text", "Tốt"}, {"vote", 4}};
  const Json text = ok(motcua_feedback_message_make, vote)["text"];
  const Json read = ok(motcua_feedback_message_read, {{"kind", "vote"}, {"text", text}});
  CHECK(read == Json{{"text", "Tốt"}, {"vote", 4}});
  CHECK(refused(motcua_feedback_message_read, {{"kind", "complaint"}, {"text", text}}) ==
        "invalid");
  Json request{{"calendar", Json::parse(motcua::assets::calendar_vn_json)},
               {"office", Json::parse(motcua::assets::calendar_office_json)},
               {"now", "2026-11-30T02:00:00Z"},
               {"matters", Json::array({{{"kind", "complaint"},
                                         {"time", "2026-11-23T02:00:00Z"},
                                         {"steps", Json::array()},
                                         {"additions", Json::array()}}})}};
  const Json clocks = ok(motcua_feedback_clocks, request)["clocks"][0];
  REQUIRE(clocks.size() == 2);
  CHECK(clocks[0]["duty"] == "take-up");
  CHECK(clocks[0]["due"] == "2026-11-25T10:00:00Z");
  CHECK(clocks[0]["late"] == true);
  CHECK(clocks[1]["late"] == false);
  CHECK(clocks[1]["working"].size() > 2);
  request["matters"][0]["time"] = "yesterday";
  CHECK(refused(motcua_feedback_clocks, request) == "invalid");
}
