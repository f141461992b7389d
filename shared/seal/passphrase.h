#pragma once
// Files sealed by a passphrase (the scrypt stanza of C2SP age.md).

#include <optional>

#include "shared/random.h"
#include "shared/seal/wrapped.h"

namespace motcua::seal {

/// log2 of scrypt's cost: what is written, and the most that is tried. 18 takes about a second and
/// 256 MiB, each step twice as much.
struct PassphraseLimits {
  int written;
  int tried;
};
constexpr PassphraseLimits computer_limits = {18, max_work_factor};
constexpr PassphraseLimits browser_limits = {16, 18};

/// Code::usage for an empty passphrase.
Result<Stanza> wrap_passphrase(std::string_view passphrase, const FileKey& key, Random& random,
                               int work_factor = computer_limits.written);

/// Nothing when the passphrase is another one, or the stanza of another kind; Code::refused when it
/// asks for more work than `most`; Code::other when there is not enough memory.
Result<std::optional<FileKey>> unwrap_passphrase(std::string_view passphrase,
                                                 const Wrapped& wrapped,
                                                 int most = computer_limits.tried);

/// A passphrase of 130 random bits that can be read aloud: 26 letters and digits in groups.
Result<codec::SecretText> new_passphrase(Random& random);

}  // namespace motcua::seal
