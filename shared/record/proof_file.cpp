#include "shared/record/proof_file.h"

#include <algorithm>

#include "shared/codec/base64.h"
#include "shared/record/lines.h"
#include "shared/record/verify.h"

namespace motcua::record {
namespace {

constexpr std::string_view version = "c2sp.org/tlog-proof@v1";
constexpr std::string_view extra_word = "extra ";
constexpr std::string_view index_word = "index ";
constexpr std::size_t longest_proof = 53;  // of a tree of max_tree_size leaves

Error bad() {
  return fail(Code::invalid, "this is not a proof of the log",
              "take the file that came with the receipt, unchanged");
}

}  // namespace

std::string proof_file_text(const ProofFile& proof) {
  std::string text = std::string(version) + "\n";
  if (proof.extra) text.append(extra_word).append(codec::base64_encode(*proof.extra)).append("\n");
  text.append(index_word).append(std::to_string(proof.index)).append("\n");
  for (const Hash& hash : proof.hashes) text.append(codec::base64_encode(hash)).append("\n");
  return text.append("\n").append(proof.checkpoint);
}

Result<ProofFile> parse_proof_file(std::string_view text) {
  if (text.size() > max_proof_file) return fail(Code::too_large, "the proof is too large");
  ProofFile proof;
  auto line = take_line(text);
  if (!line || *line != version) return bad();
  line = take_line(text);
  if (line && line->starts_with(extra_word)) {
    auto extra = codec::base64_decode(line->substr(extra_word.size()));
    if (!extra) return bad();
    proof.extra = std::move(*extra);
    line = take_line(text);
  }
  if (!line || !line->starts_with(index_word)) return bad();
  auto index = read_decimal(line->substr(index_word.size()));
  if (!index) return bad();
  proof.index = *index;
  for (;;) {
    line = take_line(text);
    if (!line) return bad();
    if (line->empty()) break;
    if (proof.hashes.size() == longest_proof) return bad();
    auto bytes = codec::base64_decode(*line);
    if (!bytes) return bad();
    auto hash = hash_from(*bytes);
    if (!hash) return hash.error();
    proof.hashes.push_back(*hash);
  }
  proof.checkpoint = std::string(text);
  return proof;
}

Result<Proven> verify_proof_file(std::string_view text, ByteView event,
                                 const sign::NoteVerifier& log) {
  auto proof = parse_proof_file(text);
  if (!proof) return proof.error();
  Salt salt;
  if (!proof->extra || proof->extra->size() != salt.size()) {
    return fail(Code::invalid, "the proof lacks the event's salt",
                "ask the gateway for the proof again");
  }
  std::copy(proof->extra->begin(), proof->extra->end(), salt.begin());
  auto checkpoint = verify_checkpoint(proof->checkpoint, log);
  if (!checkpoint) return checkpoint.error();
  auto status = verify_inclusion(proof->index, checkpoint->size, event_leaf(salt, event),
                                 proof->hashes, checkpoint->root);
  if (!status) return status.error();
  return Proven{proof->index, checkpoint->size, checkpoint->root};
}

}  // namespace motcua::record
