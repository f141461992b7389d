#pragma once
// Another header for the same body: a dossier handed to another unit, a key that was changed. The
// body's bytes stay; whoever could open the file before still can with the old header.

#include "shared/seal/find_key.h"
#include "shared/seal/recipient.h"

namespace motcua::seal {

/// Codes: those of find_file_key for the old header, of wrap_all for the recipients; too_large.
Result<Header> rewrap(const Header& header, std::span<const Identity> identities,
                      std::span<const Recipient> recipients, Random& random);

}  // namespace motcua::seal
