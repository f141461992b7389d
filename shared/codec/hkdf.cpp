#include "shared/codec/hkdf.h"

#include <sodium/crypto_kdf_hkdf_sha256.h>

#include <cassert>

namespace motcua::codec {

Secret<32> hkdf_extract(ByteView salt, ByteView key_material) {
  // Its contract forbids a null key material, which an empty span may have.
  static constexpr std::uint8_t nothing = 0;
  Secret<32> out;
  crypto_kdf_hkdf_sha256_extract(out.data(), salt.data(), salt.size(),
                                 key_material.empty() ? &nothing : key_material.data(),
                                 key_material.size());
  return out;
}

void hkdf_expand(const Secret<32>& pseudorandom_key, std::string_view info,
                 std::span<std::uint8_t> out) {
  assert(out.size() <= crypto_kdf_hkdf_sha256_BYTES_MAX);
  if (out.empty()) return;
  crypto_kdf_hkdf_sha256_expand(out.data(), out.size(), info.data(), info.size(),
                                pseudorandom_key.data());
}

void hkdf(ByteView key_material, ByteView salt, std::string_view info,
          std::span<std::uint8_t> out) {
  hkdf_expand(hkdf_extract(salt, key_material), info, out);
}

}  // namespace motcua::codec
