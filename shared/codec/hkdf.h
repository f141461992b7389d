#pragma once
// HKDF with SHA-256 (RFC 5869).

#include "shared/codec/secret.h"

namespace motcua::codec {

Secret<32> hkdf_extract(ByteView salt, ByteView key_material);

/// Fills `out`, which has at most 255 * 32 bytes (asserted: lengths are never input).
void hkdf_expand(const Secret<32>& pseudorandom_key, std::string_view info,
                 std::span<std::uint8_t> out);

/// Extract, then expand.
void hkdf(ByteView key_material, ByteView salt, std::string_view info, std::span<std::uint8_t> out);

template <std::size_t N>
Secret<N> hkdf_secret(ByteView key_material, ByteView salt, std::string_view info) {
  Secret<N> out;
  hkdf(key_material, salt, info, out.bytes());
  return out;
}

}  // namespace motcua::codec
