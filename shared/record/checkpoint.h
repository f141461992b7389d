#pragma once
// Checkpoints of the log (C2SP tlog-checkpoint.md): origin, size and root in a signed note.

#include <string>

#include "shared/record/merkle.h"
#include "shared/sign/note.h"

namespace motcua::record {

struct Checkpoint {
  std::string origin;  // the log's name, also that of its key
  std::uint64_t size = 0;
  Hash root{};
};

std::string checkpoint_text(const Checkpoint& checkpoint);
/// Extension lines are allowed and ignored. Code::invalid.
Result<Checkpoint> parse_checkpoint_text(std::string_view text);

/// Code::refused when the key is not named like the origin.
Result<std::string> sign_checkpoint(const Checkpoint& checkpoint, const sign::NoteSigner& log);
/// Code::signature when the log's signature is missing or does not hold, Code::mismatch when the
/// origin is not the key's name. Other signatures (witnesses) are ignored.
Result<Checkpoint> verify_checkpoint(std::string_view note, const sign::NoteVerifier& log);

}  // namespace motcua::record
