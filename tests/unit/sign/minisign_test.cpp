#include "shared/sign/minisign.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::sign;

namespace {

// Made by minisign 0.11 for these tests; signs nothing else. The file it signed is its own
// public key file.
const std::string public_text = "RWQUAw2DFhWo/vbpXF/VHv0XBEwtCurbIIm7MlWUIl1KS8EBHFB9JUv0";
const std::string public_file =
    "untrusted comment: minisign public key FEA81516830D0314\n" + public_text + "\n";
const std::string signature_file =
    "untrusted comment: signature from minisign secret key\n"
    "RUQUAw2DFhWo/vgFFOvqJqYyDgn0zHUBmcbf4d9sM6bdJLbtKAdoDVjJ4jsG0nK68X0qkDpcYkkegVoZdq+CWX7UxHj/"
    "1MUAXQ4=\n"
    "trusted comment: h\u1ed3 s\u01a1 99\n"
    "fcIChOKlDZY1UdabwbwgampuheN5ooOO2X010WsDH6unpXNLTdUVrSpMSOXWztmX/VLL4SvJ6BSwlZTPe9WIDA==\n";

Digest digest_of(std::string_view text) { return codec::blake2b_512(bytes_of(text)); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("minisign's keys and signatures are read and hold") {
  const auto key = parse_public_key(public_text).value();
  CHECK(parse_public_key(public_file).value() == key);
  CHECK(public_key_text(key) == public_text);
  CHECK(public_key_file(key) == public_file);
  const auto signature = parse_signature(signature_file).value();
  CHECK(signature.trusted_comment == "h\u1ed3 s\u01a1 99");
  CHECK(verify(key, digest_of(public_file), signature).ok());
}

TEST_CASE("ours read back and hold") {
  test::CountingRandom random;
  const auto key = new_secret_key(random).value();
  const auto signed_text =
      signature_text(sign::sign(key, digest_of("x"), "purpose:submit").value());
  const auto signature = parse_signature(signed_text).value();
  CHECK(signature.trusted_comment == "purpose:submit");
  CHECK(verify(public_key(key), digest_of("x"), signature).ok());
  CHECK(signature_text(signature) == signed_text);
}

TEST_CASE("a signature fails for another file, comment, key or id") {
  const auto key = parse_public_key(public_text).value();
  const auto good = parse_signature(signature_file).value();
  const auto digest = digest_of(public_file);
  CHECK(verify(key, digest_of("other"), good).error().code == Code::signature);
  auto comment = good;
  comment.trusted_comment += ' ';
  CHECK(verify(key, digest, comment).error().code == Code::signature);
  auto bytes = good;
  bytes.signature[63] ^= 0x10;
  CHECK(verify(key, digest, bytes).error().code == Code::signature);
  auto global = good;
  global.global[0] ^= 1;
  CHECK(verify(key, digest, global).error().code == Code::signature);
  auto other = key;
  other.id[0] ^= 1;
  CHECK(verify(other, digest, good).error().code == Code::mismatch);
  other = key;
  other.key[0] ^= 1;
  CHECK_FALSE(verify(other, digest, good).ok());
}

TEST_CASE("malformed signature files are refused") {
  const auto cut = [](std::size_t size) { return signature_file.substr(0, size); };
  for (const std::string& text : std::vector<std::string>{
           "", cut(20), cut(54), cut(200), signature_file + "\n", signature_file + "x",
           "\n" + signature_file, replaced(signature_file, "untrusted", "Untrusted"),
           replaced(signature_file, "\ntrusted comment: ", "\ntrusted: "),
           replaced(signature_file, "Q4=", "Q5="), replaced(signature_file, "Q4=", "Q4"),
           replaced(signature_file, "RUQ", "RVQ"), replaced(signature_file, "99", "9\x01"),
           replaced(signature_file, "99", "9\xff"),
           replaced(signature_file, "99", std::string(2000, 'x'))}) {
    INFO(text);
    const auto signature = parse_signature(text);
    REQUIRE_FALSE(signature.ok());
    CHECK(signature.error().code == Code::invalid);
  }
  CHECK(parse_signature(replaced(signature_file, "RUQ", "RWQ")).error().code == Code::refused);
  CHECK(parse_signature(cut(signature_file.size() - 1)).ok());
}

TEST_CASE("a legacy signature is read only where it is asked for") {
  test::CountingRandom random;
  const auto key = new_secret_key(random).value();
  const std::string file(64, 'x');  // as long as a digest, so that the signatures can be exchanged
  Digest as_digest;
  std::copy(file.begin(), file.end(), as_digest.begin());
  Signature made = sign::sign(key, as_digest, "old").value();
  made.legacy = true;
  const std::string text = signature_text(made);
  CHECK(parse_signature(text).error().code == Code::refused);
  const auto read = parse_signature(text, Legacy::accepted);
  REQUIRE(read.ok());
  CHECK(verify_legacy(public_key(key), bytes_of(file), *read).ok());
  CHECK(verify_legacy(public_key(key), bytes_of("y"), *read).error().code == Code::signature);
  // Neither passes for the other.
  CHECK(verify(public_key(key), as_digest, *read).error().code == Code::usage);
  Signature now = *read;
  now.legacy = false;
  CHECK(verify_legacy(public_key(key), bytes_of(file), now).error().code == Code::usage);
}

TEST_CASE("malformed public keys and comments are refused") {
  for (const std::string& text : std::vector<std::string>{
           "", public_text + "A", public_text.substr(1), public_text + "\n", " " + public_text,
           replaced(public_text, "RWQ", "RUQ"), "untrusted comment: x\n", "comment\n" + public_text,
           public_file + "x"}) {
    INFO(text);
    CHECK_FALSE(parse_public_key(text).ok());
  }
  test::CountingRandom random;
  const auto key = new_secret_key(random).value();
  for (const std::string& comment :
       std::vector<std::string>{"a\nb", "a\r", "\xff", std::string(1001, 'x'), "\x7f"}) {
    CHECK(sign::sign(key, digest_of("x"), comment).error().code == Code::usage);
  }
}
