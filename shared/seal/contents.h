#pragma once
// What can be told of a sealed file without a key: who may open it, and how much is inside.

#include "shared/seal/header.h"

namespace motcua::seal {

struct Contents {
  Header header;
  std::uint64_t chunks = 0;
  std::uint64_t plain_size = 0;  // if nothing was cut off: only opening it shows that
};

/// `start` are the first bytes of the file, at least header and nonce; `file_size` is how long it
/// is. Code::header, also for a known stanza that is malformed; Code::payload for a length no file
/// has.
Result<Contents> read_contents(ByteView start, std::uint64_t file_size);

/// Memory in bytes that trying a passphrase takes: 128 r N with r = 8, N = 2^work_factor.
constexpr std::uint64_t passphrase_memory(int work_factor) {
  return std::uint64_t{1024} << work_factor;
}

}  // namespace motcua::seal
