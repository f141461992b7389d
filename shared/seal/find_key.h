#pragma once
// From a header and whoever tries to open it to the file key.

#include "shared/seal/identity.h"

namespace motcua::seal {

/// Finds the file key of a parsed header: tries every identity on every stanza, or the passphrase;
/// then checks the MAC. Code::no_match, ::header, ::header_mac. Unknown stanzas are skipped; a
/// passphrase stanza beside others is Code::header. For dossiers see also check_single_kind.
Result<FileKey> find_file_key(const Header& header, std::span<const Identity> identities);
/// `most`: Code::refused when the passphrase asks for more work.
Result<FileKey> find_file_key(const Header& header, std::string_view passphrase,
                              int most = max_work_factor);

}  // namespace motcua::seal
