#pragma once
// A .tlog-proof file (C2SP tlog-proof.md, version 1): index, inclusion proof and checkpoint of one
// event, with the event's salt as its extra data.

#include <optional>
#include <string>
#include <vector>

#include "shared/record/checkpoint.h"
#include "shared/record/entry.h"

namespace motcua::record {

constexpr std::size_t max_proof_file = 128 << 10;

struct ProofFile {
  std::optional<Bytes> extra;  // not authenticated
  std::uint64_t index = 0;
  std::vector<Hash> hashes;  // the leaf's sibling first, at most 53
  std::string checkpoint;    // signed note, as the log gave it
};

std::string proof_file_text(const ProofFile& proof);
/// Code::invalid, Code::too_large. Splits only: nothing is verified.
Result<ProofFile> parse_proof_file(std::string_view text);

struct Proven {
  std::uint64_t index = 0;
  std::uint64_t size = 0;
  Hash root{};
};

/// Verifies that the log holds the event. Code::signature or ::mismatch when it does not hold,
/// Code::invalid when the file is malformed or has no salt.
Result<Proven> verify_proof_file(std::string_view text, ByteView event,
                                 const sign::NoteVerifier& log);

}  // namespace motcua::record
