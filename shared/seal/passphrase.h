#pragma once
// Files sealed by a passphrase (the scrypt stanza of C2SP age.md).

#include <optional>

#include "shared/random.h"
#include "shared/seal/wrapped.h"

namespace motcua::seal {

/// log2 of scrypt's cost: 18 takes about a second and 256 MiB.
constexpr int written_work_factor = 18;

/// Code::usage for an empty passphrase.
Result<Stanza> wrap_passphrase(std::string_view passphrase, const FileKey& key, Random& random,
                               int work_factor = written_work_factor);

/// Nothing when the passphrase is another one, or the stanza of another kind; Code::other when
/// there is not enough memory.
Result<std::optional<FileKey>> unwrap_passphrase(std::string_view passphrase,
                                                 const Wrapped& wrapped);

}  // namespace motcua::seal
