#pragma once
// The X25519 stanza of age.

#include <optional>

#include "shared/seal/recipient.h"
#include "shared/seal/wrapped.h"

namespace motcua::seal {

Bytes x25519_public(const codec::Secret<32>& scalar);
/// Code::invalid for a key of low order.
Result<Stanza> x25519_wrap(ByteView recipient, const FileKey& key, Random& random);
/// Nothing when the stanza is for somebody else; Code::header for a share of low order.
Result<std::optional<FileKey>> x25519_unwrap(const codec::Secret<32>& scalar,
                                             const Wrapped& wrapped);

}  // namespace motcua::seal
