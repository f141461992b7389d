#pragma once
// The mlkem768x25519 stanza of age: HPKE with X-Wing.

#include <optional>

#include "shared/seal/recipient.h"
#include "shared/seal/wrapped.h"

namespace motcua::seal {

Bytes hybrid_public(const codec::Secret<32>& seed);
/// Code::invalid for a key that is no key.
Result<Stanza> hybrid_wrap(ByteView recipient, const FileKey& key, Random& random);
/// Nothing when the stanza is for somebody else; Code::header for a degenerate share.
Result<std::optional<FileKey>> hybrid_unwrap(const codec::Secret<32>& seed, const Wrapped& wrapped);

}  // namespace motcua::seal
