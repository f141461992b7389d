#pragma once
// The 16-byte key of one age file, and what is derived from it (C2SP age.md).

#include "shared/codec/secret.h"
#include "shared/random.h"

namespace motcua::seal {

using FileKey = codec::Secret<16>;

constexpr std::size_t nonce_size = 16;

Result<FileKey> new_file_key(Random& random);

/// Key of the header's MAC.
codec::Secret<32> header_key(const FileKey& key);
/// Key of the payload's chunks, for the nonce that stands before them.
codec::Secret<32> payload_key(const FileKey& key, std::span<const std::uint8_t, nonce_size> nonce);

/// Binds the file key, because ChaCha20-Poly1305 does not: HKDF-SHA256, no salt, info
/// "motcua/v1/commitment". Public.
ByteArray<32> commitment(const FileKey& key);

}  // namespace motcua::seal
