#include "shared/sign/note.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::sign;

namespace {

// The example keys of Go's sumdb/note documentation.
const std::string peter_vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const std::string peter_signer =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const std::string peter_note =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/"
    "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

NoteSigner signer(const char* name, std::uint8_t start) {
  codec::Secret<32> seed;
  test::CountingRandom random(start);
  REQUIRE(random.fill(seed.bytes()).ok());
  return note_signer(name, seed).value();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the published key and note hold") {
  const auto key = parse_vkey(peter_vkey).value();
  CHECK(key.name == "PeterNeumann");
  CHECK(vkey_text(key) == peter_vkey);
  const auto secret = parse_signer(peter_signer).value();
  CHECK(note_verifier(secret) == key);
  CHECK(signer_text(secret).view() == peter_signer);
  const NoteVerifier known[] = {key};
  const auto note = verify_note(peter_note, known).value();
  CHECK(note.text.ends_with("problem is.\n"));
  CHECK(note.signers == std::vector<std::size_t>{0});
  const NoteSigner signers[] = {secret};
  CHECK(sign_note(note.text, signers).value() == peter_note);
}

TEST_CASE("unknown keys are ignored, a known one that fails refuses the note") {
  const NoteSigner signers[] = {signer("99901", 1), signer("99001", 2), signer("root-1", 3)};
  const auto note = sign_note("m\u1ed9t c\u1eeda\n\nhai d\u00f2ng\n", signers).value();
  const auto a = note_verifier(signers[0]);
  const auto b = note_verifier(signers[1]);
  CHECK(verify_note(note, std::vector{b, a}).value().signers == std::vector<std::size_t>{1, 0});
  CHECK(verify_note(note, std::vector{b}).value().text == "m\u1ed9t c\u1eeda\n\nhai d\u00f2ng\n");
  CHECK(verify_note(note, {}).error().code == Code::signature);
  const std::vector other = {note_verifier(signer("99901", 9))};
  CHECK(verify_note(note, other).error().code == Code::signature);

  auto parsed = parse_note(note).value();
  parsed.signatures[1].signature[5] ^= 1;
  CHECK(verify_note(note_text(parsed), std::vector{a}).ok());
  CHECK(verify_note(note_text(parsed), std::vector{a, b}).error().code == Code::signature);
  parsed.signatures[1].signature.resize(10);
  CHECK(verify_note(note_text(parsed), std::vector{a, b}).error().code == Code::signature);
  // The same signature twice counts once.
  parsed.signatures[1] = parsed.signatures[0];
  CHECK(verify_note(note_text(parsed), std::vector{a}).value().signers.size() == 1);
}

TEST_CASE("malformed notes are refused") {
  for (const std::string& text : std::vector<std::string>{
           "", "\n", "text\n", "text\n\n", peter_note.substr(0, peter_note.size() - 1),
           peter_note + "x\n", peter_note + "\n", replaced(peter_note, "\u2014 ", "- "),
           replaced(peter_note, "\u2014 ", "\u2014"), replaced(peter_note, "x08", "x0*"),
           replaced(peter_note, "AM=", "AM"), replaced(peter_note, "answer", "ans\twer"),
           replaced(peter_note, "answer", "answer\r"), replaced(peter_note, "answer", "\xff"),
           replaced(peter_note, "PeterNeumann x08", "Peter+Neumann x08"),
           replaced(peter_note, "PeterNeumann x08", " x08"), "a\n\n\u2014 a AAAAAA==\n"}) {
    INFO(text);
    CHECK(parse_note(text).ok() == false);
  }
  std::string many = "a\n\n";
  for (int i = 0; i < 65; ++i) many += "\u2014 a AAAAAAA=\n";
  CHECK(parse_note(many).error().code == Code::too_large);
  CHECK(parse_note(std::string(max_note_size + 1, 'a')).error().code == Code::too_large);
  CHECK(parse_note("a\n\n\u2014 a AAAAAAA=\n").ok());
}

TEST_CASE("mistyped keys are refused") {
  CHECK(parse_vkey(replaced(peter_vkey, "Peter", "Petra")).error().code == Code::mismatch);
  CHECK(parse_vkey(replaced(peter_vkey, "c74f", "c74e")).error().code == Code::mismatch);
  CHECK(parse_signer(replaced(peter_signer, "AYEK", "AYEL")).error().code == Code::mismatch);
  for (const std::string& text : std::vector<std::string>{
           "", "a", "a+b", "a+c74f20a3+", "+c74f20a3+ARpc", replaced(peter_vkey, "c74f", "C74F"),
           replaced(peter_vkey, "ARpc", "AhpC"), peter_vkey + "A", peter_vkey + "\n",
           replaced(peter_vkey, "Peter", "Peter "), peter_signer}) {
    INFO(text);
    CHECK_FALSE(parse_vkey(text).ok());
  }
  CHECK_FALSE(parse_signer(peter_vkey).ok());
  const codec::Secret<32> seed;
  for (const char* name : {"", "a b", "a+b", "a\n", "\xff"})
    CHECK_FALSE(note_signer(name, seed).ok());
  CHECK(note_signer("motcua.demo/log", seed).ok());
}

TEST_CASE("a text that can be no note is not signed") {
  const NoteSigner signers[] = {signer("99901", 1)};
  for (const char* text : {"", "a", "a\r\n", "\x01\n", "\xff\n"}) {
    CHECK_FALSE(sign_note(text, signers).ok());
  }
  CHECK_FALSE(sign_note("a\n", {}).ok());
}
