#include "shared/seal/file_key.h"

#include "shared/codec/hkdf.h"

namespace motcua::seal {

Result<FileKey> new_file_key(Random& random) {
  FileKey key;
  if (auto status = random.fill(key.bytes()); !status) return status.error();
  return key;
}

codec::Secret<32> header_key(const FileKey& key) {
  return codec::hkdf_secret<32>(key.bytes(), {}, "header");
}

codec::Secret<32> payload_key(const FileKey& key, std::span<const std::uint8_t, nonce_size> nonce) {
  return codec::hkdf_secret<32>(key.bytes(), nonce, "payload");
}

ByteArray<32> commitment(const FileKey& key) {
  ByteArray<32> out;
  codec::hkdf(key.bytes(), {}, "motcua/v1/commitment", out);
  return out;
}

}  // namespace motcua::seal
