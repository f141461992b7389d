#pragma once
// What the log holds: a leaf's entry is SHA-256(salt | event), so that the public log reveals
// nothing and nothing in it ever needs deleting (docs/formats/log.md).

#include <string>

#include "shared/record/merkle.h"

namespace motcua::record {

using Salt = ByteArray<32>;

/// The entry of an event's bytes: SHA-256(salt | event).
Hash event_entry(const Salt& salt, ByteView event);
/// The entry's leaf hash: SHA-256(0 | entry).
Hash event_leaf(const Salt& salt, ByteView event);

/// Event bytes of a dossier's first leaf: the envelope, a newline, its minisig file.
std::string first_event(std::string_view envelope, std::string_view signature);

}  // namespace motcua::record
