#pragma once
// The stanzas whose shape we know: a file key wrapped in one of the three kinds.

#include <optional>

#include "shared/seal/header.h"
#include "shared/seal/kind.h"

namespace motcua::seal {

/// log2 of the most work (scrypt's N) that a file may ask for: 4 GiB of memory.
constexpr int max_work_factor = 22;

struct Wrapped {
  Kind kind;
  Bytes share;          // X25519: 32 bytes; hybrid: 1,120; passphrase: the salt, 16
  int work_factor = 0;  // passphrase only
  ByteArray<32> body{};
};

/// Nothing for an unknown type; Code::header when a known one is malformed or asks for more than
/// max_work_factor.
Result<std::optional<Wrapped>> read_wrapped(const Stanza& stanza);

/// Reads every stanza of a header: Code::header when one is malformed, or a passphrase stanza is
/// not alone.
Result<std::vector<Wrapped>> read_wrapped(const Header& header);

/// Encrypts a file key under a key that is used once (ChaCha20-Poly1305, nonce zero), and back;
/// nothing when the key is not the one.
Bytes wrap_key(const FileKey& key, const codec::Secret<32>& under);
std::optional<FileKey> unwrap_key(const ByteArray<32>& body, const codec::Secret<32>& under);

}  // namespace motcua::seal
