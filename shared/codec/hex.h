#pragma once
// Lower-case hexadecimal (RFC 4648 base 16, but lower case only, so that a text has one form).

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::codec {

std::string hex_encode(ByteView bytes);

/// Code::invalid for an odd length, capitals or any other character.
Result<Bytes> hex_decode(std::string_view text);

/// Fills `out` exactly; Code::invalid unless `text` has 2 * out.size() hexadecimal digits.
Status hex_decode_into(std::string_view text, std::span<std::uint8_t> out);

/// Exactly N bytes.
template <std::size_t N>
Result<ByteArray<N>> hex_decode_array(std::string_view text) {
  ByteArray<N> out{};
  if (auto status = hex_decode_into(text, out); !status) return status.error();
  return out;
}

}  // namespace motcua::codec
