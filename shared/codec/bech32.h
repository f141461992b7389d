#pragma once
// Bech32 (BIP 173) without its limit of 90 characters, as age uses it for keys.

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::codec {

struct Bech32 {
  std::string prefix;  // in the case it was written
  Bytes data;
};

/// A prefix in capitals gives a text in capitals. Code::invalid for an empty, mixed-case or
/// non-printable prefix.
Result<std::string> bech32_encode(std::string_view prefix, ByteView data);

/// Code::invalid for a mixed case, a bad character, a bad checksum or non-zero leftover bits.
Result<Bech32> bech32_decode(std::string_view text);

}  // namespace motcua::codec
