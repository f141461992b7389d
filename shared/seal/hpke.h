#pragma once
// HPKE (RFC 9180), base mode, as far as age's hybrid recipients need it: KEM X-Wing (0x647a),
// HKDF-SHA256, ChaCha20-Poly1305, one message at sequence 0 without associated data.

#include "shared/codec/secret.h"
#include "shared/result.h"

namespace motcua::seal {

/// Key and nonce of the only message. The nonce is not secret but is kept with the key.
struct HpkeContext {
  codec::Secret<32> key;
  codec::Secret<12> nonce;
};

/// The key schedule for a KEM's shared secret.
HpkeContext hpke_base(const codec::Secret<32>& shared, std::string_view info);

}  // namespace motcua::seal
