#include "shared/seal/dossier_keys.h"

#include <algorithm>

#include "shared/codec/hkdf.h"

namespace motcua::seal {

DossierKeys dossier_keys(const Root& root, const DraftId& draft) {
  const auto seed = codec::hkdf_secret<32>(root.bytes(), draft, "motcua/v1/sign");
  sign::KeyId id;
  codec::hkdf(root.bytes(), draft, "motcua/v1/sign-id", id);
  return {sign::secret_key(seed, id),
          Identity(Kind::hybrid, codec::hkdf_secret<32>(root.bytes(), draft, "motcua/v1/read")),
          codec::hkdf_secret<16>(root.bytes(), draft, "motcua/v1/follow")};
}

ByteArray<32> follow_hash(const Capability& capability) {
  codec::Sha256 hash;
  hash.update(bytes_of("motcua/v1/follow"));
  hash.update(capability.bytes());
  return hash.finish();
}

}  // namespace motcua::seal
