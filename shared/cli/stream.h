#pragma once
// Moves an input piece by piece, with constant memory.

#include "shared/cli/files.h"

namespace motcua::cli {

constexpr std::size_t piece_size = 256u << 10;

/// Gives every piece of the input to `take(ByteView) -> Status`, until the end or an error.
template <class Take>
Status for_each_piece(Input& input, Take take) {
  Bytes buffer(piece_size);
  while (true) {
    const auto size = input.read(buffer);
    if (!size) return size.error();
    if (*size > 0) {
      if (auto status = take(ByteView(buffer).first(*size)); !status) return status;
    }
    if (*size < buffer.size()) return {};
  }
}

}  // namespace motcua::cli
