// The JSON functions of motcua.h, as the gateway strings them together.

#include <map>

#include "shared/codec/base64.h"
#include "shared/record/event.h"
#include "tests/unit/abi/abi_call.h"

using abi_test::code;
using abi_test::Json;
using abi_test::ok;
using abi_test::refused;
using abi_test::take;
using motcua::Bytes;
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
  CHECK(version["ok"]["formats"].size() == 8);
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
  CHECK(verified["former"] == false);
  CHECK(verified["message"] == "-");
  request["history"] = Json::array({verified});
  CHECK(refused(motcua_event_verify, request) == "duplicate");
  request["history"] = Json::array();
  request["body"] = std::string(64, 'b');
  CHECK(refused(motcua_event_verify, request) == "mismatch");
  request["body"] = hex_a;
  request["keys"] = {{"99901", keys_of("99901", 'b')["vkey"]}};
  CHECK(refused(motcua_event_verify, request) == "signature");
  const Json former{{"sign", unit["vkey"]}, {"until", "2030-01-01T00:00:00Z"}, {"size", 5}};
  request["keys"]["99901"] = {{"sign", keys_of("99901", 'b')["vkey"]},
                              {"former", Json::array({former})}};
  CHECK(ok(motcua_event_verify, request)["former"] == true);
  request["index"] = 4;
  CHECK(ok(motcua_event_verify, request)["former"] == true);
  request["index"] = 5;
  CHECK(refused(motcua_event_verify, request) == "signature");
  request["keys"]["99901"]["formerly"] = 1;
  CHECK(refused(motcua_event_verify, request) == "invalid");
  CHECK(refused(motcua_event_make, {{"event", event(1, "received")},
                                    {"key", keys_of("99001", 'a')["sign"]}}) == "refused");
  CHECK(ok(motcua_event_next, {{"state", "-"}})["next"] == Json::array({"received", "refused"}));
  CHECK(ok(motcua_event_next, {{"state", "returned"}})["final"] == true);
}

namespace {

/// Tiles as a gateway keeps them, from what the core says to write.
struct StoredTiles {
  std::map<std::pair<unsigned, std::uint64_t>, Bytes> tiles;

  void add(const Json& pieces) {
    for (const Json& piece : pieces) {
      Bytes& tile = tiles[{piece[0].get<unsigned>(), piece[1].get<std::uint64_t>()}];
      REQUIRE(tile.size() == piece[2].get<std::size_t>() * 32);
      const Bytes more = *motcua::codec::base64_decode(piece[3].get<std::string>());
      tile.insert(tile.end(), more.begin(), more.end());
    }
  }

  /// Calls with those that `wanted` names.
  Json ask(char* (*function)(const char*, const std::uint8_t*, std::size_t), Json request,
           const Json& wanted) const {
    Bytes bytes;
    request["tiles"] = Json::array();
    for (const Json& id : wanted) {
      const auto found = tiles.find({id[0].get<unsigned>(), id[1].get<std::uint64_t>()});
      REQUIRE(found != tiles.end());
      request["tiles"].push_back(Json::array({id[0], id[1], found->second.size()}));
      bytes.insert(bytes.end(), found->second.begin(), found->second.end());
    }
    return take(function(request.dump().c_str(), bytes.data(), bytes.size()));
  }
};

}  // namespace

TEST_CASE("the log appends, proves and signs through the ABI", "[abi]") {
  const Json log = keys_of("motcua.demo/log", 'c');
  Json state{{"size", 0}, {"edge", Json::array()}};
  StoredTiles stored;
  std::vector<Json> states;
  const auto salt = [](int i) { return std::string(60, 'a') + std::to_string(1000 + i); };
  constexpr int size = 600;  // two full tiles, a partial one, and one a level above
  for (int i = 0; i < size; ++i) {
    Json request{{"size", state["size"]},
                 {"edge", state["edge"]},
                 {"event", base64_encode(bytes_of("e"))},
                 {"salt", salt(i)},
                 {"key", log["sign"]}};
    state = ok(motcua_log_commit, request);
    stored.add(state["tiles"]);
    states.push_back(state);
    if (i % 97 != 0) continue;
    Json verify{{"proof", state["proof"]}, {"event", request["event"]}, {"log", log["vkey"]}};
    const Json proven = ok(motcua_proof_verify, verify);
    CHECK(proven["index"] == i);
    CHECK(proven["root"] == state["root"]);
    verify["event"] = base64_encode(bytes_of("f"));
    CHECK(refused(motcua_proof_verify, verify) == "mismatch");
  }
  CHECK(state["size"] == size);
  CHECK(stored.tiles.size() == 4);

  const Json wanted = ok(motcua_log_proof_tiles, {{"index", 2}, {"size", size}})["tiles"];
  CHECK(wanted == Json::parse("[[0,0],[0,2],[1,0]]"));
  Json prove{{"index", 2}, {"size", size}};
  const Json leaf =
      ok(motcua_leaf, {{"event", base64_encode(bytes_of("e"))}, {"salt", salt(2)}})["leaf"];
  CHECK(stored.ask(motcua_log_proof, prove, wanted)["ok"]["hashes"].size() == 10);
  CHECK(code(stored.ask(motcua_log_proof, prove, Json::array())) == "not_found");
  // What is said of the bytes, and the bytes.
  const auto misled = [&](const Json& tiles, std::size_t bytes) {
    const Bytes zeros(bytes);
    prove["tiles"] = tiles;
    return code(take(motcua_log_proof(prove.dump().c_str(), zeros.data(), bytes)));
  };
  CHECK(misled(Json::parse("[[0,0,8192],[0,2,2816]]"), 8192 + 2815) == "invalid");
  CHECK(misled(Json::parse("[[0,0,8192],[0,2,2816]]"), 8192 + 2817) == "invalid");
  CHECK(misled(Json::parse("[[0,0,8193]]"), 8193) == "invalid");
  CHECK(misled(Json::parse("[[0,0,-1]]"), 0) == "invalid");
  CHECK(misled(Json::parse("[[0,0,\"8192\"]]"), 8192) == "invalid");
  CHECK(misled(Json::parse("[[0,0,32]]"), 32) == "not_found");
  CHECK(leaf.is_string());

  for (const int old : {1, 255, 256, 257, 512, 599, 600}) {
    const Json tiles = ok(motcua_log_consistency_tiles, {{"old", old}, {"size", size}})["tiles"];
    const Json proof =
        stored.ask(motcua_log_consistency, {{"old", old}, {"size", size}}, tiles)["ok"]["hashes"];
    Json verify{{"old", old},
                {"size", size},
                {"old_root", states[static_cast<std::size_t>(old) - 1]["root"]},
                {"root", state["root"]},
                {"hashes", proof}};
    CHECK(ok(motcua_log_consistency_verify, verify).empty());
    verify["old_root"] = hex_a;
    CHECK(refused(motcua_log_consistency_verify, verify) == "mismatch");
  }

  Json request{{"size", 599}, {"edge", states[598]["edge"]}, {"leaves", Json::array({leaf})}};
  CHECK(ok(motcua_log_append, request)["size"] == size);
  request["edge"] = Json::array();
  CHECK(refused(motcua_log_append, request) == "invalid");

  CHECK(ok(motcua_log_tile, {{"path", "0/002.p/88"}, {"size", size}})["width"] == 88);
  CHECK(refused(motcua_log_tile, {{"path", "0/002.p/89"}, {"size", size}}) == "not_found");
  CHECK(refused(motcua_log_tile, {{"path", "0/2"}, {"size", size}}) == "invalid");
}

TEST_CASE("a witness signs what continues what it signed", "[abi]") {
  const Json log = keys_of("motcua.demo/log", 'c');
  const Json witness =
      ok(motcua_witness_keygen, {{"name", "witness.example/1"}, {"random", std::string(64, '7')}});
  Json state{{"size", 0}, {"edge", Json::array()}};
  StoredTiles stored;
  std::vector<Json> states;
  std::vector<std::string> checkpoints;
  for (int i = 0; i < 5; ++i) {
    state = ok(motcua_log_commit, {{"size", state["size"]},
                                   {"edge", state["edge"]},
                                   {"event", base64_encode(bytes_of("e"))},
                                   {"salt", std::string(64, static_cast<char>('0' + i))},
                                   {"key", log["sign"]}});
    stored.add(state["tiles"]);
    states.push_back(state);
    checkpoints.push_back(ok(motcua_checkpoint_sign, {{"origin", "motcua.demo/log"},
                                                      {"size", state["size"]},
                                                      {"root", state["root"]},
                                                      {"key", log["sign"]}})["checkpoint"]
                              .get<std::string>());
  }
  const auto ask = [&](int old, int size, const Json& proof) {
    return ok(motcua_witness_request,
              {{"old", old},
               {"hashes", proof},
               {"checkpoint", checkpoints[static_cast<std::size_t>(size) - 1]}})["body"]
        .get<std::string>();
  };
  const auto proof = [&](int old, int size) {
    const Json tiles = ok(motcua_log_consistency_tiles, {{"old", old}, {"size", size}})["tiles"];
    return stored.ask(motcua_log_consistency, {{"old", old}, {"size", size}},
                      tiles)["ok"]["hashes"];
  };
  Json request{{"body", ask(0, 3, Json::array())},
               {"size", 0},
               {"log", log["vkey"]},
               {"key", witness["sign"]},
               {"now", "2026-11-22T05:00:00Z"}};
  CHECK(ok(motcua_witness_origin, {{"body", request["body"]}})["origin"] == "motcua.demo/log");
  const Json first = ok(motcua_witness_sign, request);
  CHECK(first["size"] == 3);
  request["size"] = 3;
  request["root"] = first["root"];
  CHECK(refused(motcua_witness_sign, request) == "duplicate");  // from 0 again
  request["body"] = ask(3, 5, Json::array());
  CHECK(refused(motcua_witness_sign, request) == "mismatch");
  request["body"] = ask(3, 2, Json::array());
  CHECK(refused(motcua_witness_sign, request) == "refused");
  request["body"] = ask(3, 5, proof(3, 5));
  const Json second = ok(motcua_witness_sign, request);
  CHECK(second["root"] == state["root"]);
  request["root"] = hex_a;  // the log showed this witness another tree
  CHECK(refused(motcua_witness_sign, request) == "mismatch");
  request["log"] = keys_of("motcua.demo/log", 'd')["vkey"];
  CHECK(refused(motcua_witness_sign, request) == "signature");

  const Json cosigned = ok(motcua_checkpoint_cosign, {{"checkpoint", checkpoints[4]},
                                                      {"lines", second["line"]},
                                                      {"witness", witness["vkey"]}})["checkpoint"];
  Json verify{{"checkpoint", cosigned},
              {"log", log["vkey"]},
              {"witnesses", Json::array({witness["vkey"]})},
              {"threshold", 1}};
  const Json held = ok(motcua_checkpoint_witnessed, verify);
  CHECK(held["time"] == "2026-11-22T05:00:00Z");
  CHECK(held["witnesses"] == Json::parse(R"(["witness.example/1"])"));
  verify["threshold"] = 2;
  CHECK(ok(motcua_checkpoint_witnessed, verify)["time"].is_null());
  verify["threshold"] = 1;
  verify["checkpoint"] = checkpoints[4];
  CHECK(ok(motcua_checkpoint_witnessed, verify)["time"].is_null());
  CHECK(refused(motcua_checkpoint_cosign, {{"checkpoint", checkpoints[3]},
                                           {"lines", second["line"]},
                                           {"witness", witness["vkey"]}}) == "signature");
}

TEST_CASE("a unit states how far its dossiers are", "[abi]") {
  const Json unit = keys_of("99901", 'e');
  const auto dossier = [](const char* number, char salt, const std::vector<int>& entries) {
    return Json{{"number", number}, {"salt", std::string(64, salt)}, {"entries", entries}};
  };
  const Json dossiers =
      Json::array({dossier("482177305910", '1', {4, 9}), dossier("482177305911", '2', {}),
                   dossier("482177305912", '3', {7})});
  const Json note = ok(motcua_state_make, {{"unit", "99901"},
                                           {"time", "2026-11-22T05:00:00Z"},
                                           {"size", 10},
                                           {"log_root", std::string(64, 'a')},
                                           {"dossiers", dossiers},
                                           {"key", unit["sign"]}})["note"];
  const Json log = keys_of("log.example/1", 'f');
  const auto checkpoint = [&](int size, char root) {
    return ok(motcua_checkpoint_sign, {{"origin", "log.example/1"},
                                       {"size", size},
                                       {"root", std::string(64, root)},
                                       {"key", log["sign"]}})["checkpoint"];
  };
  const Json keys{{"99901", unit["vkey"]}};
  const Json checked =
      ok(motcua_state_check, {{"note", note}, {"keys", keys}, {"dossiers", dossiers}});
  CHECK(checked["leaves"].size() == 3);
  Json other = dossiers;
  other[1]["entries"] = Json::array({1});
  CHECK(refused(motcua_state_check, {{"note", note}, {"keys", keys}, {"dossiers", other}}) ==
        "mismatch");

  for (const Json& wrong : {Json::array({10}), Json::array({4, 4}), Json::array({-1}), Json("4")}) {
    other[1]["entries"] = wrong;
    CHECK(refused(motcua_state_check, {{"note", note}, {"keys", keys}, {"dossiers", other}}) ==
          "invalid");
  }

  StoredTiles stored;
  stored.add(ok(motcua_log_append,
                {{"size", 0}, {"edge", Json::array()}, {"leaves", checked["leaves"]}})["tiles"]);
  const Json tiles = ok(motcua_log_proof_tiles, {{"index", 2}, {"size", 3}})["tiles"];
  Json verify{
      {"note", note},
      {"keys", keys},
      {"number", "482177305912"},
      {"salt", std::string(64, '3')},
      {"entries", Json::array({7})},
      {"index", 2},
      {"hashes", stored.ask(motcua_log_proof, {{"index", 2}, {"size", 3}}, tiles)["ok"]["hashes"]},
      {"checkpoint", checkpoint(10, 'a')},
      {"log", log["vkey"]}};
  CHECK(ok(motcua_state_verify, verify)["time"] == "2026-11-22T05:00:00Z");
  CHECK(ok(motcua_state_verify, verify)["size"] == 10);
  for (const Json& wrong : {checkpoint(10, 'b'), checkpoint(11, 'a'), checkpoint(9, 'a')}) {
    verify["checkpoint"] = wrong;
    CHECK(refused(motcua_state_verify, verify) == "mismatch");
  }
  verify["checkpoint"] = note;
  CHECK(refused(motcua_state_verify, verify) == "signature");
  verify["checkpoint"] = checkpoint(10, 'a');
  verify["entries"] = Json::array({6});
  CHECK(refused(motcua_state_verify, verify) == "mismatch");
  verify["entries"] = Json::array({10});
  CHECK(refused(motcua_state_verify, verify) == "invalid");
  verify["entries"] = Json::array({7});
  verify["keys"] = Json{{"99001", keys_of("99001", 'e')["vkey"]}};
  CHECK(refused(motcua_state_verify, verify) == "signature");
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
