// The JSON functions of motcua.h, as the gateway strings them together.

#include "shared/codec/base64.h"
#include "shared/record/event.h"
#include "tests/unit/abi/abi_call.h"

using abi_test::Json;
using abi_test::ok;
using abi_test::refused;
using motcua::bytes_of;
using motcua::codec::base64_encode;

namespace {

const std::string hex_a(64, 'a');

Json keys_of(const char* unit, char digit) {
  return ok(motcua_unit_keygen, {{"unit", unit}, {"random", std::string(128, digit)}});
}

Json event(int sequence, const char* state) {
  return {{"submission", "482177305910"},   {"sequence", sequence}, {"state", state},
          {"time", "2026-11-22T05:00:00Z"}, {"unit", "99901"},      {"body", hex_a}};
}

}  // namespace

TEST_CASE("the build passes its known answers", "[abi]") {
  const Json version = abi_test::take(motcua_version());
  CHECK(version["ok"]["formats"].size() == 6);
  const Json passed = abi_test::take(motcua_selftest());
  INFO(passed.dump());
  CHECK(passed["ok"]["passed"].get<int>() > 0);
}

TEST_CASE("requests that are no requests are answered", "[abi]") {
  for (const char* text : {"", "{", "[]", "null", "{\"root\":1}", "\xff", "{\"a\":1,\"a\":2}"}) {
    INFO(text);
    CHECK(abi_test::code(abi_test::take(motcua_dossier_keys(text))) == "invalid");
  }
  CHECK(abi_test::code(abi_test::take(motcua_leaf(nullptr))) == "invalid");
  motcua_free(motcua_alloc(10));
  motcua_free(nullptr);
  motcua_wipe(nullptr);
}

TEST_CASE("dossier keys come from root and draft", "[abi]") {
  const Json request{{"root", std::string(64, '1')}, {"draft", std::string(32, '2')}};
  const Json keys = ok(motcua_dossier_keys, request);
  CHECK(keys["sign"].get<std::string>().starts_with("RW"));
  CHECK(keys["read"].get<std::string>().starts_with("age1pq1"));
  CHECK(keys["identity"].get<std::string>().starts_with("AGE-SECRET-KEY-PQ-1"));
  CHECK(keys["follow"].get<std::string>().size() == 32);
  CHECK(keys == ok(motcua_dossier_keys, request));
  Json more = request;
  more["extra"] = 1;
  CHECK(refused(motcua_dossier_keys, more) == "invalid");
}

TEST_CASE("events follow one another through the ABI", "[abi]") {
  const Json unit = keys_of("99901", 'a');
  const Json note =
      ok(motcua_event_make, {{"event", event(1, "received")}, {"key", unit["sign"]}})["note"];
  Json request{{"note", note},
               {"keys", {{"99901", unit["vkey"]}}},
               {"history", Json::array()},
               {"submission", "482177305910"},
               {"body", hex_a}};
  const Json verified = ok(motcua_event_verify, request);
  CHECK(verified["status"] == 2);
  CHECK(verified["message"] == "-");
  request["history"] = Json::array({verified});
  CHECK(refused(motcua_event_verify, request) == "duplicate");
  request["history"] = Json::array();
  request["body"] = std::string(64, 'b');
  CHECK(refused(motcua_event_verify, request) == "mismatch");
  request["body"] = hex_a;
  request["keys"] = {{"99901", keys_of("99901", 'b')["vkey"]}};
  CHECK(refused(motcua_event_verify, request) == "signature");
  CHECK(refused(motcua_event_make, {{"event", event(1, "received")},
                                    {"key", keys_of("99001", 'a')["sign"]}}) == "refused");
  CHECK(ok(motcua_event_next, {{"state", "-"}})["next"] == Json::array({"received", "refused"}));
  CHECK(ok(motcua_event_next, {{"state", "returned"}})["final"] == true);
}

TEST_CASE("the log appends, proves and signs through the ABI", "[abi]") {
  const Json log = keys_of("motcua.demo/log", 'c');
  Json state{{"size", 0}, {"edge", Json::array()}};
  Json stored = Json::array();
  for (int i = 0; i < 5; ++i) {
    const Json leaf = ok(motcua_leaf, {{"event", base64_encode(bytes_of(std::string(1, 'e')))},
                                       {"salt", std::string(63, 'a') + std::to_string(i)}});
    Json request{{"size", state["size"]}, {"edge", state["edge"]}};
    request["leaves"] = Json::array({leaf["leaf"]});
    state = ok(motcua_log_append, request);
    for (const Json& node : state["nodes"]) stored.push_back(node);
  }
  CHECK(state["size"] == 5);
  CHECK(stored.size() == 8);
  const Json wanted = ok(motcua_log_proof_nodes, {{"index", 2}, {"size", 5}})["nodes"];
  CHECK(wanted == Json::parse("[[0,3],[1,0],[0,4]]"));
  const Json proof = ok(motcua_log_proof, {{"index", 2}, {"size", 5}, {"nodes", stored}})["hashes"];
  const Json checkpoint = ok(motcua_checkpoint_sign, {{"origin", "motcua.demo/log"},
                                                      {"size", 5},
                                                      {"root", state["root"]},
                                                      {"key", log["sign"]}})["checkpoint"];
  const Json file = ok(motcua_proof_file, {{"index", 2},
                                           {"hashes", proof},
                                           {"salt", std::string(63, 'a') + "2"},
                                           {"checkpoint", checkpoint}})["proof"];
  Json request{{"proof", file}, {"event", base64_encode(bytes_of("e"))}, {"log", log["vkey"]}};
  CHECK(ok(motcua_proof_verify, request)["root"] == state["root"]);
  request["event"] = base64_encode(bytes_of("f"));
  CHECK(refused(motcua_proof_verify, request) == "mismatch");
  CHECK(refused(motcua_log_proof, {{"index", 2}, {"size", 5}, {"nodes", Json::array()}}) ==
        "not_found");
  CHECK(ok(motcua_checkpoint_verify, {{"checkpoint", checkpoint}, {"log", log["vkey"]}})["size"] ==
        5);

  const Json first =
      ok(motcua_log_append,
         {{"size", 0}, {"edge", Json::array()}, {"leaves", Json::array({stored[0][2]})}});
  const Json consistency =
      ok(motcua_log_consistency, {{"old", 1}, {"size", 5}, {"nodes", stored}})["hashes"];
  Json verify{{"old", 1},
              {"size", 5},
              {"old_root", first["root"]},
              {"root", state["root"]},
              {"hashes", consistency}};
  CHECK(ok(motcua_log_consistency_verify, verify).empty());
  verify["old_root"] = hex_a;
  CHECK(refused(motcua_log_consistency_verify, verify) == "mismatch");
  CHECK(ok(motcua_log_consistency_nodes, {{"old", 1}, {"size", 5}})["nodes"].size() == 3);
}

TEST_CASE("notes count different keys, not names", "[abi]") {
  const Json one = keys_of("root-1", '1');
  const Json two = keys_of("root-2", '2');
  Json note = ok(motcua_note_sign, {{"text", "hello\n"}, {"key", one["sign"]}})["note"];
  note = ok(motcua_note_sign, {{"note", note}, {"key", two["sign"]}})["note"];
  Json request{{"note", note}, {"keys", Json::array({one["vkey"], two["vkey"]})}, {"threshold", 2}};
  CHECK(ok(motcua_note_verify, request)["signers"] == Json::array({"root-1", "root-2"}));
  request["keys"] = Json::array({one["vkey"]});
  CHECK(refused(motcua_note_verify, request) == "signature");
  const Json same = keys_of("root-2", '1');  // the first key under the second name
  note = ok(motcua_note_sign, {{"text", "hello\n"}, {"key", one["sign"]}})["note"];
  note = ok(motcua_note_sign, {{"note", note}, {"key", same["sign"]}})["note"];
  request["note"] = note;
  request["keys"] = Json::array({one["vkey"], same["vkey"]});
  CHECK(refused(motcua_note_verify, request) == "signature");
}

TEST_CASE("letters are sealed to the applicant and opened again", "[abi]") {
  const Json keys =
      ok(motcua_dossier_keys, {{"root", std::string(64, '1')}, {"draft", std::string(32, '2')}});
  const Json sealed = ok(motcua_message_seal, {{"text", "Mời bổ sung giấy chứng sinh."},
                                               {"recipients", Json::array({keys["read"]})}});
  const Json opened =
      ok(motcua_message_open, {{"age", sealed["age"]}, {"identity", keys["identity"]}});
  CHECK(opened["text"] == "Mời bổ sung giấy chứng sinh.");
  CHECK(opened["hash"] == sealed["hash"]);
  const Json other =
      ok(motcua_dossier_keys, {{"root", std::string(64, '3')}, {"draft", std::string(32, '2')}});
  CHECK(refused(motcua_message_open, {{"age", sealed["age"]}, {"identity", other["identity"]}}) ==
        "no_match");
}

TEST_CASE("small functions answer and refuse", "[abi]") {
  const Json number = ok(motcua_number_new, {{"random", std::string(32, '7')}})["number"];
  CHECK(ok(motcua_number_check, {{"number", number}})["number"] == number);
  CHECK(refused(motcua_number_check, {{"number", "482177305911"}}) == "mismatch");
  CHECK(ok(motcua_sniff, {{"prefix", base64_encode(bytes_of("%PDF-1.4"))},
                          {"name", "a.pdf"},
                          {"size", 8}})["ext"] == "pdf");
  CHECK(refused(motcua_sniff, {{"prefix", ""}, {"name", "a.pdf"}, {"size", 0}}) == "invalid");
  CHECK(refused(motcua_age_split,
                {{"prefix", base64_encode(bytes_of("age-encryption.org/v1\n"))}}) == "header");
  const Json log = keys_of("motcua.demo/log", 'c');
  const Json ack = ok(motcua_ack_make, {{"number", "482177305910"},
                                        {"body", hex_a},
                                        {"time", "2026-11-22T05:00:00Z"},
                                        {"key", log["sign"]}})["ack"];
  CHECK(ok(motcua_ack_verify, {{"ack", ack}, {"log", log["vkey"]}})["body"] == hex_a);
  CHECK(refused(motcua_ack_verify,
                {{"ack", ack}, {"log", log["vkey"]}, {"body", std::string(64, 'b')}}) ==
        "mismatch");
  const Json unit = keys_of("99901", 'a');
  const Json note = ok(motcua_request_make, {{"unit", "99901"},
                                             {"purpose", "list"},
                                             {"subject", "-"},
                                             {"time", "2026-11-22T05:00:00Z"},
                                             {"nonce", std::string(32, 'a')},
                                             {"key", unit["sign"]}})["note"];
  Json request{{"note", note},
               {"keys", {{"99901", unit["vkey"]}}},
               {"purpose", "list"},
               {"now", "2026-11-22T05:01:00Z"}};
  CHECK(ok(motcua_request_verify, request)["unit"] == "99901");
  request["now"] = "2026-11-22T05:06:00Z";
  CHECK(refused(motcua_request_verify, request) == "expired");
}
