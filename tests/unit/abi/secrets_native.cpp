// Secrets that people keep, and parts of a file, through the C ABI.

#include <cstring>

#include "shared/codec/base64.h"
#include "tests/unit/abi/abi_call.h"
#include "tests/unit/dossier/sample.h"

using abi_test::Json;
using motcua::Bytes;

TEST_CASE("a secret under a passphrase says what it costs and opens again", "[abi]") {
  const Json passphrase = abi_test::take(motcua_passphrase_new())["ok"]["passphrase"];
  const Json sealed =
      abi_test::ok(motcua_secret_seal, {{"text", "bí mật"}, {"passphrase", passphrase}});
  const Json cost = abi_test::ok(motcua_secret_cost, {{"age", sealed["age"]}});
  CHECK(cost == Json{{"work_factor", 18}, {"memory", 256 << 20}, {"allowed", true}});
  const Json opened =
      abi_test::ok(motcua_secret_open, {{"age", sealed["age"]}, {"passphrase", passphrase}});
  CHECK(opened["text"] == "bí mật");
  CHECK(abi_test::refused(motcua_secret_open, {{"age", "x"}, {"passphrase", "y"}}) == "armor");
  CHECK(abi_test::refused(motcua_secret_seal, {{"text", "x"}, {"passphrase", ""}}) == "invalid");
}

TEST_CASE("a recovery sheet through the ABI gives its root back", "[abi]") {
  const Json keys = {{"root", std::string(64, '1')}, {"draft", std::string(32, '2')}};
  const Json filed = {{"number", "482177305910"}, {"body", std::string(64, 'a')}};
  const Json none = {{"number", ""}, {"body", ""}};
  const auto with = [](Json one, const Json& other) {
    one.update(other);
    return one;
  };
  const Json made = abi_test::ok(motcua_recovery_sheet, with(keys, filed));
  const auto read = [](const Json& text) {
    return abi_test::ok(motcua_recovery_read, {{"text", text}});
  };
  CHECK(read(made["sheet"]) == with(keys, filed));
  CHECK(read(made["qr"]) == with(keys, filed));
  CHECK(read(made["code"]) == with(keys, none));
  CHECK(read(abi_test::ok(motcua_recovery_sheet, keys)["sheet"]) == with(keys, none));
  CHECK(abi_test::refused(motcua_recovery_sheet, with(keys, {{"number", "48"}, {"body", "x"}})) ==
        "invalid");
  CHECK(abi_test::refused(motcua_recovery_read, {{"text", "x"}}) == "invalid");
}

TEST_CASE("a part of a file opens through the ABI, its end first", "[abi]") {
  const Json keys =
      abi_test::ok(motcua_unit_keygen, {{"unit", "99901"}, {"random", std::string(64, '4')}});
  const std::string text(100'000, 'm');
  const Json message = abi_test::ok(motcua_message_seal,
                                    {{"text", text}, {"recipients", Json::array({keys["read"]})}});
  const Bytes file = motcua::codec::base64_decode(message["age"].get<std::string>()).value();
  const auto identity_file = keys["identity_file"].get<std::string>();
  const std::string identity = identity_file.substr(identity_file.find("AGE-SECRET-KEY"), 77);
  const Json request = {
      {"prefix", motcua::codec::base64_encode(motcua::ByteView(file).first(3000))},
      {"size", file.size()},
      {"identity", identity.substr(0, identity.find('\n'))}};
  auto* job = motcua_part_open(request.dump().c_str());
  REQUIRE(motcua_part_size(job) == 100'000);
  const auto chunk = [&](int number, std::size_t size) {
    const auto from = static_cast<std::size_t>(motcua_part_offset(job, number));
    std::memcpy(motcua_part_input_buffer(job), file.data() + from, size);
    return motcua_part_chunk(job, number, size);
  };
  CHECK(chunk(1, 100'000 - 65'536 + 16) == 100'000 - 65'536);
  CHECK(chunk(0, 65'552) == 65'536);
  CHECK(motcua_part_output_ptr(job)[65'535] == 'm');
  CHECK(chunk(0, 65'551) == MOTCUA_FAILED);
  CHECK(abi_test::code(abi_test::take(motcua_part_finish(job))) == "usage");
  motcua_part_close(job);
  auto* refused = motcua_part_open("{}");
  CHECK(motcua_part_size(refused) == -1);
  CHECK(motcua_part_chunk(refused, 0, 5) == MOTCUA_FAILED);
  CHECK(abi_test::code(abi_test::take(motcua_part_finish(refused))) == "invalid");
  motcua_part_close(refused);
}
