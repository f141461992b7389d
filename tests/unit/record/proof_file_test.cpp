#include <catch2/catch_test_macros.hpp>

#include "shared/codec/base64.h"
#include "shared/record/proof_file.h"
#include "tests/unit/record/reference_tree.h"

using namespace motcua;

namespace {

sign::NoteSigner signer(std::string_view name, std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return *sign::note_signer(name, codec::Secret<32>(bytes));
}

const sign::NoteSigner log_key = signer("motcua.demo/log", 7);
constexpr std::string_view event = "an event's bytes";

/// The event as leaf 5 of 11, its proof and checkpoint.
record::ProofFile sample() {
  reference::Log log;
  record::Salt salt;
  salt.fill(3);
  for (std::uint64_t i = 0; i < 11; ++i) {
    if (i != 5) {
      log.add(i);
      continue;
    }
    std::vector<record::Node> complete;
    REQUIRE(record::append(log.edge, record::event_leaf(salt, bytes_of(event)), complete));
    for (const auto& node : complete) log.nodes[{node.id.level, node.id.index}] = node.hash;
  }
  record::ProofFile proof;
  proof.extra = Bytes(salt.begin(), salt.end());
  proof.index = 5;
  proof.hashes = *record::inclusion_proof(5, 11, log.find());
  proof.checkpoint =
      *record::sign_checkpoint({"motcua.demo/log", 11, record::root(log.edge)}, log_key);
  return proof;
}

Result<record::Proven> verify(std::string_view text, std::string_view of = event) {
  return record::verify_proof_file(text, bytes_of(of), sign::note_verifier(log_key));
}

}  // namespace

TEST_CASE("a proof file verifies offline", "[record]") {
  const std::string text = record::proof_file_text(sample());
  CHECK(text.starts_with("c2sp.org/tlog-proof@v1\nextra AwMD"));
  CHECK(text.find("\nindex 5\n") != std::string::npos);
  auto proven = verify(text);
  REQUIRE(proven);
  CHECK(proven->index == 5);
  CHECK(proven->size == 11);
  CHECK(record::proof_file_text(*record::parse_proof_file(text)) == text);
}

TEST_CASE("the published example of a proof file can be split", "[record]") {
  const std::string hash = codec::base64_encode(Bytes(32, 9)) + "\n";
  auto proof = record::parse_proof_file("c2sp.org/tlog-proof@v1\nindex 73894\n" + hash + hash +
                                        "\nexample.com/fancylog\n109482\n" + hash +
                                        "\n— example.com/fancylog hI2DJw==\n");
  REQUIRE(proof);
  CHECK_FALSE(proof->extra);
  CHECK(proof->index == 73894);
  CHECK(proof->hashes.size() == 2);
  CHECK(proof->checkpoint.starts_with("example.com/fancylog\n109482\n"));
}

TEST_CASE("another event, log or index is refused", "[record]") {
  const auto proof = sample();
  const std::string text = record::proof_file_text(proof);
  CHECK(verify(text, "another event").error().code == Code::mismatch);
  CHECK(record::verify_proof_file(text, bytes_of(event),
                                  sign::note_verifier(signer("motcua.demo/log", 8)))
            .error()
            .code == Code::signature);
  auto changed = proof;
  changed.index = 4;
  CHECK_FALSE(verify(record::proof_file_text(changed)));
  changed = proof;
  std::swap(changed.hashes[0], changed.hashes[1]);
  CHECK_FALSE(verify(record::proof_file_text(changed)));
  changed = proof;
  changed.extra.reset();
  CHECK(verify(record::proof_file_text(changed)).error().code == Code::invalid);
  changed = proof;
  changed.extra->push_back(0);
  CHECK_FALSE(verify(record::proof_file_text(changed)));
  changed = proof;
  changed.checkpoint =
      *record::sign_checkpoint({"motcua.demo/other", 11, {}}, signer("motcua.demo/other", 7));
  CHECK_FALSE(verify(record::proof_file_text(changed)));
}

TEST_CASE("every bit of a proof file matters", "[record]") {
  const std::string text = record::proof_file_text(sample());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 7)));
    INFO(i);
    CHECK_FALSE(verify(changed));
  }
}

TEST_CASE("malformed proof files are refused", "[record]") {
  const std::string text = record::proof_file_text(sample());
  for (std::size_t size = 0; size < text.size(); ++size) CHECK_FALSE(verify(text.substr(0, size)));
  const std::string short_hash = codec::base64_encode(Bytes(31)) + "\n";
  CHECK_FALSE(record::parse_proof_file("c2sp.org/tlog-proof@v1\nindex 1\n" + short_hash + "\nx\n"));
  CHECK_FALSE(record::parse_proof_file("c2sp.org/tlog-proof@v1\nindex 01\n\nx\n"));
  std::string many = "c2sp.org/tlog-proof@v1\nindex 1\n";
  for (int i = 0; i < 54; ++i) many += codec::base64_encode(Bytes(32)) + "\n";
  CHECK_FALSE(record::parse_proof_file(many + "\nx\n"));
  CHECK(record::parse_proof_file(std::string(200'000, 'x')).error().code == Code::too_large);
}

TEST_CASE("checkpoints are strict", "[record]") {
  const std::string root = codec::base64_encode(Bytes(32, 1));
  CHECK(record::parse_checkpoint_text("o\n0\n" + root + "\n"));
  CHECK(record::parse_checkpoint_text("o\n7\n" + root + "\nextension\n"));
  for (const std::string& text :
       {std::string(), std::string("o\n7\n"), "\n7\n" + root + "\n", "o\n07\n" + root + "\n",
        "o\n7\n" + root, "o\n7\n" + root + "\n\n", "o\n-7\n" + root + "\n",
        "o\n7\n" + codec::base64_encode(Bytes(33)) + "\n",
        "o\n7\n" + root.substr(0, root.size() - 1) + "\n"}) {
    INFO(text);
    CHECK_FALSE(record::parse_checkpoint_text(text));
  }
  CHECK(record::sign_checkpoint({"other", 1, {}}, log_key).error().code == Code::refused);
}
