#pragma once
// Note keys as members of a request.

#include "shared/abi/call.h"
#include "shared/record/event.h"
#include "shared/sign/note.h"

namespace motcua::abi {

/// "PRIVATE+KEY+..."
sign::NoteSigner read_signer(Members& from, std::string_view name,
                             sign::NoteKey type = sign::NoteKey::ed25519);
/// "name+hash+key"
sign::NoteVerifier read_vkey(Members& from, std::string_view name,
                             sign::NoteKey type = sign::NoteKey::ed25519);
/// [vkey, ...], at least one
std::vector<sign::NoteVerifier> read_vkeys(Members& from, std::string_view name,
                                           sign::NoteKey type = sign::NoteKey::ed25519);
/// {unit code: vkey or {sign: vkey, former?: as in the directory}, ...}
record::UnitKeys read_unit_keys(Members& from, std::string_view name);

}  // namespace motcua::abi
