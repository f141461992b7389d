#pragma once
// An age file as the command meets it: binary or armored, from a file or a pipe.

#include "shared/cli/stream.h"
#include "shared/seal/armor.h"

namespace motcua::cli {

/// Gives the bytes of the age file, its armor taken off, to `take(ByteView) -> Status`.
/// Code::armor, or Code::header when it is no age file; Code::io. `armored` tells which it was.
template <class Take>
Status for_each_sealed_piece(Input& input, Take take, bool* armored = nullptr) {
  std::optional<seal::Form> form;
  seal::ArmorReader armor;
  Bytes decoded;
  auto status = for_each_piece(input, [&](ByteView piece) -> Status {
    // Pieces are full but for the last, so the first one is enough to tell.
    if (!form) form = seal::detect_form(piece, true);
    if (armored != nullptr) *armored = form == seal::Form::armored;
    if (*form != seal::Form::armored) return take(piece);
    decoded.clear();
    auto read = armor.update(piece, decoded);
    if (!read) return read;
    return decoded.empty() ? Status{} : take(ByteView(decoded));
  });
  if (status && form == seal::Form::armored) return armor.finish();
  return status;
}

}  // namespace motcua::cli
