// Marks over the C ABI, as the gateway, a desk and the worker call it.

#include "tests/unit/abi/abi_call.h"

using abi_test::Json;
using abi_test::ok;
using abi_test::refused;

TEST_CASE("marks are made and verified", "[abi]") {
  const std::string body(64, 'a');
  const Json keys = ok(motcua_unit_keygen, {{"unit", "99901"}, {"random", std::string(128, '5')}});
  const Json mark{{"submission", "482177305910"},
                  {"axis", "payment"},
                  {"sequence", 2},
                  {"state", "paid"},
                  {"event", 1},
                  {"unit", "99901"},
                  {"body", body},
                  {"time", "2026-11-24T02:00:00Z"}};
  const Json note = ok(motcua_mark_make, {{"mark", mark}, {"key", keys["sign"]}})["note"];
  const Json wanted{{"axis", "payment"}, {"sequence", 1}, {"state", "wanted"}, {"event", 1}};
  const Json request{{"note", note},
                     {"keys", {{"99901", keys["vkey"]}}},
                     {"history", Json::array({{{"sequence", 1}, {"status", 6}}})},
                     {"marks", Json::array({wanted})},
                     {"submission", "482177305910"},
                     {"body", body}};
  const Json read = ok(motcua_mark_verify, request);
  CHECK(read["state"] == "paid");
  CHECK(read["event"] == 1);
  CHECK(read["message"] == "-");
  const auto with = [&](const char* name, Json value) {
    Json changed = request;
    changed[name] = std::move(value);
    return refused(motcua_mark_verify, changed);
  };
  CHECK(with("marks", Json::array()) == "refused");
  CHECK(with("history", Json::array()) == "refused");
  CHECK(with("body", std::string(64, 'b')) == "mismatch");
  CHECK(with("submission", "079400000000") == "mismatch");
  CHECK(with("keys", {{"99001", keys["vkey"]}}) == "signature");
  CHECK(with("marks", Json::array({{{"axis", "worth"}}})) == "invalid");
  Json again = request;
  again["marks"] = Json::array({wanted, wanted});
  again["marks"][1]["sequence"] = 2;
  CHECK(refused(motcua_mark_verify, again) == "duplicate");
  Json other = mark;
  other["state"] = "owed";
  CHECK(refused(motcua_mark_make, {{"mark", other}, {"key", keys["sign"]}}) == "invalid");
}
