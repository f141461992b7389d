#include "shared/record/witness.h"

#include <algorithm>
#include <functional>

#include "shared/codec/base64.h"
#include "shared/record/lines.h"
#include "shared/record/verify.h"

namespace motcua::record {
namespace {

constexpr std::string_view old_prefix = "old ";
constexpr std::size_t max_proof = 63;

Error malformed() {
  return fail(Code::invalid, "this is not a request to a witness",
              "it is \"old SIZE\", lines of a proof, an empty line and a checkpoint");
}

}  // namespace

std::string witness_request_text(const WitnessRequest& request) {
  std::string text = std::string(old_prefix) + std::to_string(request.old_size) + "\n";
  for (const Hash& hash : request.proof) text += codec::base64_encode(hash) + "\n";
  return text + "\n" + request.checkpoint;
}

Result<WitnessRequest> parse_witness_request(std::string_view text) {
  WitnessRequest request;
  auto line = take_line(text);
  if (!line || !line->starts_with(old_prefix)) return malformed();
  auto size = read_decimal(line->substr(old_prefix.size()));
  if (!size) return malformed();
  request.old_size = *size;
  for (;;) {
    line = take_line(text);
    if (!line) return malformed();
    if (line->empty()) break;
    const auto bytes = codec::base64_decode(*line);
    if (!bytes || request.proof.size() == max_proof) return malformed();
    auto hash = hash_from(*bytes);
    if (!hash) return malformed();
    request.proof.push_back(*hash);
  }
  request.checkpoint = text;
  return request;
}

Result<std::string> witness_request_origin(const WitnessRequest& request) {
  auto note = sign::parse_note(request.checkpoint);
  if (!note) return note.error();
  auto checkpoint = parse_checkpoint_text(note->text);
  if (!checkpoint) return checkpoint.error();
  return checkpoint->origin;
}

Result<Witnessed> check_witness_request(const WitnessRequest& request, const Witnessed& kept,
                                        const sign::NoteVerifier& log) {
  auto checkpoint = verify_checkpoint(request.checkpoint, log);
  if (!checkpoint) return checkpoint.error();
  const Witnessed next{checkpoint->size, checkpoint->root};
  if (request.old_size > next.size) {
    return fail(Code::refused, "the checkpoint is older than what the request begins from");
  }
  if (request.old_size != kept.size) {
    return fail(Code::duplicate, "this witness has signed another size",
                "ask again from size " + std::to_string(kept.size));
  }
  if (next.size == kept.size && next.size > 0) {
    if (next.root == kept.root) return next;
    return fail(Code::duplicate, "the log shows two different trees of one size: it is forked");
  }
  if (kept.size == 0) {
    if (!request.proof.empty() || (next.size == 0 && next.root != empty_root())) {
      return fail(Code::mismatch, "from size 0 there is nothing to prove");
    }
    return next;
  }
  if (auto status = verify_consistency(kept.size, next.size, kept.root, next.root, request.proof);
      !status) {
    return status.error();
  }
  return next;
}

Result<WitnessedCheckpoint> verify_witnessed(std::string_view note, const sign::NoteVerifier& log,
                                             const WitnessPolicy& policy) {
  std::vector<sign::NoteVerifier> known = {log};
  known.insert(known.end(), policy.witnesses.begin(), policy.witnesses.end());
  auto verified = sign::verify_note(note, known);
  if (!verified) return verified.error();
  auto checkpoint = verify_checkpoint(note, log);
  if (!checkpoint) return checkpoint.error();
  WitnessedCheckpoint out{std::move(*checkpoint), {}, {}};
  std::vector<std::int64_t> times;
  for (std::size_t i = 0; i < verified->signers.size(); ++i) {
    if (verified->signers[i] == 0) continue;
    out.witnesses.push_back(known[verified->signers[i]].name);
    times.push_back(verified->times[i]);
  }
  if (policy.threshold > 0 && times.size() >= policy.threshold) {
    std::sort(times.begin(), times.end());
    out.enough_at = times[policy.threshold - 1];
  }
  return out;
}

Result<std::string> add_cosignatures(std::string_view checkpoint, std::string_view lines,
                                     const sign::NoteVerifier& witness) {
  auto note = sign::parse_note(checkpoint);
  if (!note) return note.error();
  bool added = false;
  while (!lines.empty()) {
    auto line = take_line(lines);
    if (!line) return line.error();
    auto signature = sign::parse_signature_line(*line);
    if (!signature) return signature.error();
    if (signature->name != witness.name || signature->hash != witness.hash) continue;
    const std::string alone = sign::note_text({note->text, {*signature}});
    if (auto held = sign::verify_note(alone, {&witness, 1}); !held) return held.error();
    std::erase_if(note->signatures, [&](const sign::NoteSignature& each) {
      return each.name == witness.name && each.hash == witness.hash;
    });
    note->signatures.push_back(std::move(*signature));
    added = true;
  }
  if (!added) return fail(Code::signature, "the witness did not sign");
  return sign::note_text(*note);
}

}  // namespace motcua::record
