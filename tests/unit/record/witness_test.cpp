#include "shared/record/witness.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/base64.h"
#include "tests/unit/record/reference_tree.h"

using namespace motcua;
using record::parse_witness_request;
using record::WitnessRequest;

namespace {

// Made once with another implementation: Ed25519 of Python's cryptography, over the bytes that C2SP
// tlog-cosignature describes. The seed is 32 times 7, the time 1763787600.
const std::string known_key =
    "witness.example/w1+aa4a09d1+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";
const std::string known_text = "log.example/1\n3\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n";
const std::string known_line =
    "\u2014 witness.example/w1 "
    "qkoJ0QAAAABpIUNQm/YsLwyFKRTokRu4J278F8yHM40KOvSmbmaLbJyQQNQ1eEvQiG370dJQlp77TXjqa4/"
    "AZckEflkBH6nEbRXdCw==";
constexpr std::int64_t known_time = 1'763'787'600;

sign::NoteSigner signer(std::string_view name, std::uint8_t seed, sign::NoteKey type) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes), type);
}

const sign::NoteSigner log_key = signer("log.example/1", 1, sign::NoteKey::ed25519);
const sign::NoteSigner first = signer("witness.example/w1", 7, sign::NoteKey::cosigner);
const sign::NoteSigner second = signer("witness.example/w2", 8, sign::NoteKey::cosigner);

std::string checkpoint(std::uint64_t size, std::uint8_t root) {
  record::Hash hash;
  hash.fill(root);
  return record::sign_checkpoint({log_key.name, size, hash}, log_key).value();
}

std::string line_of(const std::string& note, std::int64_t time, const sign::NoteSigner& witness) {
  const auto text = sign::parse_note(note).value().text;
  return sign::signature_line(sign::cosignature(text, time, witness).value()) + "\n";
}

record::WitnessPolicy policy(std::size_t threshold) {
  return {threshold, {sign::note_verifier(first), sign::note_verifier(second)}};
}

}  // namespace

TEST_CASE("a cosignature is what another implementation makes of it", "[record]") {
  CHECK(sign::vkey_text(sign::note_verifier(first)) == known_key);
  CHECK(sign::parse_vkey(known_key, sign::NoteKey::cosigner).value() == sign::note_verifier(first));
  CHECK_FALSE(sign::parse_vkey(known_key).ok());  // no key that signs notes
  const auto made = sign::cosignature(known_text, known_time, first).value();
  CHECK(sign::signature_line(made) == known_line);
  const sign::NoteVerifier known[] = {sign::note_verifier(first)};
  const auto held = sign::verify_note(known_text + "\n" + known_line + "\n", known);
  REQUIRE(held);
  CHECK(held->times == std::vector<std::int64_t>{known_time});
}

TEST_CASE("a cosignature whose time or text was changed does not hold", "[record]") {
  const sign::NoteVerifier known[] = {sign::note_verifier(first)};
  for (std::size_t at = 0; at < 72; ++at) {
    auto signature = sign::parse_signature_line(known_line).value();
    REQUIRE(signature.signature.size() == 72);
    signature.signature[at] ^= 1;
    CHECK_FALSE(sign::verify_note(sign::note_text({known_text, {signature}}), known).ok());
  }
  std::string other = known_text;
  other.replace(other.find("\n3\n"), 3, "\n4\n");
  CHECK_FALSE(sign::verify_note(other + "\n" + known_line + "\n", known).ok());
}

TEST_CASE("a witness's key signs no plain note, and the log's no time", "[record]") {
  CHECK(sign::note_signature(known_text, first).error().code == Code::usage);
  CHECK(sign::cosignature(known_text, known_time, log_key).error().code == Code::usage);
  CHECK(sign::cosignature(known_text, -1, first).error().code == Code::usage);
}

TEST_CASE("a request to a witness comes back as it was", "[record]") {
  WitnessRequest request{7, std::vector<record::Hash>(63), checkpoint(9, 1)};
  const auto text = record::witness_request_text(request);
  const auto read = parse_witness_request(text);
  REQUIRE(read);
  CHECK(read->old_size == 7);
  CHECK(read->proof == request.proof);
  CHECK(read->checkpoint == request.checkpoint);
  CHECK(record::witness_request_origin(*read).value() == "log.example/1");
  request.proof.emplace_back();
  CHECK_FALSE(parse_witness_request(record::witness_request_text(request)).ok());
}

TEST_CASE("what is no request to a witness is refused", "[record]") {
  const std::string hash = codec::base64_encode(record::Hash{});
  for (const std::string& text :
       {std::string(), std::string("old 1"), std::string("old 1\n"), std::string("old 01\n\nx\n"),
        std::string("old -1\n\nx\n"), std::string("old 18446744073709551616\n\nx\n"),
        std::string("old\n\nx\n"), std::string("OLD 1\n\nx\n"), std::string("old 1 \n\nx\n"),
        "old 1\n" + hash + "\n", "old 1\n" + hash.substr(4) + "\n\nx\n",
        "old 1\n" + hash + "AAAA\n\nx\n", "old 1\n" + hash + " \n\nx\n",
        "old 1\r\n" + hash + "\r\n\r\nx\n"}) {
    INFO(text);
    CHECK_FALSE(parse_witness_request(text).ok());
  }
  const auto empty = parse_witness_request("old 0\n\n");
  REQUIRE(empty);
  CHECK_FALSE(record::witness_request_origin(*empty).ok());
}

TEST_CASE("a witness signs only what continues what it has signed", "[record]") {
  reference::Log log;
  for (std::uint64_t n = 0; n < 5; ++n) log.add(n);
  const auto root = [&](std::size_t size) { return reference::root(log.leaves, 0, size); };
  const auto note = [&](std::uint64_t size, const record::Hash& hash) {
    return record::sign_checkpoint({log_key.name, size, hash}, log_key).value();
  };
  const auto key = sign::note_verifier(log_key);
  const auto proof = record::consistency_proof(3, 5, log.find()).value();
  const record::Witnessed kept{3, root(3)};

  const auto next = record::check_witness_request({3, proof, note(5, root(5))}, kept, key);
  REQUIRE(next);
  CHECK(next->size == 5);
  CHECK(next->root == root(5));
  CHECK(record::check_witness_request({3, {}, note(3, root(3))}, kept, key)->size == 3);
  const auto code = [&](const WitnessRequest& request) {
    return record::check_witness_request(request, kept, key).error().code;
  };
  CHECK(code({3, {}, note(5, root(5))}) == Code::mismatch);
  CHECK(code({3, proof, note(5, root(4))}) == Code::mismatch);
  CHECK(code({3, {}, note(3, root(4))}) == Code::duplicate);  // forked
  CHECK(code({2, proof, note(5, root(5))}) == Code::duplicate);
  CHECK(code({3, {}, note(2, root(2))}) == Code::refused);
  const auto stranger = signer("log.example/1", 2, sign::NoteKey::ed25519);
  CHECK(code({3, proof, record::sign_checkpoint({stranger.name, 5, root(5)}, stranger).value()}) ==
        Code::signature);
  CHECK(record::check_witness_request({0, proof, note(5, root(5))}, {}, key).error().code ==
        Code::mismatch);
}

TEST_CASE("enough witnesses are counted once each, and by their own time", "[record]") {
  const auto key = sign::note_verifier(log_key);
  const auto bare = checkpoint(3, 9);
  CHECK_FALSE(record::verify_witnessed(bare, key, policy(1))->enough_at);
  const auto one =
      record::add_cosignatures(bare, line_of(bare, 100, first), sign::note_verifier(first)).value();
  CHECK(record::verify_witnessed(one, key, policy(1))->enough_at == 100);
  CHECK_FALSE(record::verify_witnessed(one, key, policy(2))->enough_at);
  const auto again =
      record::add_cosignatures(one, line_of(bare, 150, first), sign::note_verifier(first)).value();
  CHECK_FALSE(record::verify_witnessed(again, key, policy(2))->enough_at);
  CHECK(record::verify_witnessed(again, key, policy(1))->enough_at == 150);
  const auto both =
      record::add_cosignatures(again, line_of(bare, 120, second), sign::note_verifier(second))
          .value();
  const auto seen = record::verify_witnessed(both, key, policy(2)).value();
  CHECK(seen.enough_at == 150);  // the last of the two that it needed
  CHECK(seen.witnesses.size() == 2);
}

TEST_CASE("an answer that is not the witness's is not added", "[record]") {
  const auto bare = checkpoint(3, 9);
  const auto witness = sign::note_verifier(first);
  const auto refused = [&](const std::string& lines) {
    return !record::add_cosignatures(bare, lines, witness).ok();
  };
  CHECK(refused(""));
  CHECK(refused(line_of(bare, 100, second)));
  CHECK(refused(line_of(checkpoint(4, 9), 100, first)));  // signed something else
  CHECK(refused("nothing\n"));
  CHECK(refused(line_of(bare, 100, second) + "\u2014 "));
  const auto taken =
      record::add_cosignatures(bare, line_of(bare, 5, second) + line_of(bare, 9, first), witness);
  REQUIRE(taken);
  CHECK(taken->find("witness.example/w2") == std::string::npos);
}
