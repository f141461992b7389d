#pragma once
// A part of a sealed file, opened without the rest.

#include "shared/cli/files.h"
#include "shared/seal/identity.h"

namespace motcua::cli {

struct Range {
  std::uint64_t first = 0;
  std::optional<std::uint64_t> last;  // inclusive; none: to the end
};

/// "0-499", "500-". Code::usage.
Result<Range> parse_range(std::string_view text);

/// Writes those bytes of the plaintext; past its end there are none. `input` is a file, not
/// armored. Codes: those of seal::PartOpener, io, usage.
Status open_range(const Input& input, std::span<const seal::Identity> identities,
                  const Range& range, Output& output);

}  // namespace motcua::cli
