#pragma once
// Witnesses of a log (C2SP tlog-witness.md): each keeps the last checkpoint that it signed, and
// signs a newer one only when it is proven to continue that one. Who asks for signatures of several
// witnesses knows that the log showed all of them the same.

#include <optional>
#include <string>
#include <vector>

#include "shared/record/checkpoint.h"

namespace motcua::record {

/// What a witness keeps of a log; size 0 = it has signed nothing yet.
struct Witnessed {
  std::uint64_t size = 0;
  Hash root{};
};

/// The body of `POST .../add-checkpoint`.
struct WitnessRequest {
  std::uint64_t old_size = 0;
  std::vector<Hash> proof;  // at most 63 hashes
  std::string checkpoint;   // signed note
};

std::string witness_request_text(const WitnessRequest& request);
/// Code::invalid.
Result<WitnessRequest> parse_witness_request(std::string_view text);

/// The origin of a request's checkpoint, nothing verified. Code::invalid.
Result<std::string> witness_request_origin(const WitnessRequest& request);

/// What to keep before signing. Code::signature (not the log's), Code::refused (the old size is
/// above the new), Code::duplicate (the old size, or for the same size the root, is not what is
/// kept), Code::mismatch (the proof does not hold).
Result<Witnessed> check_witness_request(const WitnessRequest& request, const Witnessed& kept,
                                        const sign::NoteVerifier& log);

/// Which witnesses count, and how many of them are enough.
struct WitnessPolicy {
  std::size_t threshold = 0;
  std::vector<sign::NoteVerifier> witnesses;  // each with its own key
};

struct WitnessedCheckpoint {
  Checkpoint checkpoint;
  std::vector<std::string> witnesses;     // names of those that signed
  std::optional<std::int64_t> enough_at;  // when the last one that it needed signed
};

/// Verifies the log's signature and those of the policy's witnesses. Code::signature when one of
/// them does not hold, Code::mismatch for another log. Too few witnesses are no error.
Result<WitnessedCheckpoint> verify_witnessed(std::string_view note, const sign::NoteVerifier& log,
                                             const WitnessPolicy& policy);

/// The checkpoint with a witness's answer (signature lines) added: lines of other keys are left
/// out. Code::signature when a line of `witness` does not hold or there is none.
Result<std::string> add_cosignatures(std::string_view checkpoint, std::string_view lines,
                                     const sign::NoteVerifier& witness);

}  // namespace motcua::record
