#pragma once
// The keys of one dossier, derived from a person's root secret so that two dossiers cannot be
// linked by their keys (docs/formats/seal.md).

#include "shared/seal/identity.h"
#include "shared/sign/minisign.h"

namespace motcua::seal {

using Root = codec::Secret<32>;
using DraftId = ByteArray<16>;
using Capability = codec::Secret<16>;  // lets its holder follow the dossier

struct DossierKeys {
  sign::SecretKey sign;
  Identity read;  // hybrid
  Capability follow;
};

DossierKeys dossier_keys(const Root& root, const DraftId& draft);

/// What the gateway knows of a capability: SHA-256("motcua/v1/follow" | capability). Public.
ByteArray<32> follow_hash(const Capability& capability);

}  // namespace motcua::seal
