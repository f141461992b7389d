#pragma once
// A pack with the signature of who publishes the list: a minisign file beside it.

#include "shared/places/pack.h"
#include "shared/sign/minisign.h"

namespace motcua::places {

/// The signature's comment: "motcua.places-pack/1 list:2025-07-01/2026-04-30".
std::string pack_comment(std::string_view version);

/// The text of the .minisig file. Errors as read_pack: what does not read is not signed.
Result<std::string> sign_pack(ByteView pack, const sign::SecretKey& key);

/// The list, when `key` signed exactly these bytes as a pack of this version. Code::signature when
/// not, Code::mismatch when another key did; else as read_pack.
Result<NationalList> open_signed_pack(ByteView pack, std::string_view signature,
                                      const sign::PublicKey& key);

}  // namespace motcua::places
