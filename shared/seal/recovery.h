#pragma once
// What a person keeps on paper to get at a dossier again when the device is gone: the root secret
// and the draft id, and the keys that age and minisign take (docs/formats/seal.md).

#include "shared/seal/dossier_keys.h"

namespace motcua::seal {

struct Recovery {
  Root root;
  DraftId draft{};
};

/// MOTCUA-ROOT-1…, 96 characters: for a QR code or for typing.
codec::SecretText recovery_code(const Recovery& recovery);

/// The sheet: a file of comments that is an identity file for age as it stands; the lines that
/// begin with "#| " are a secret key file for minisign.
codec::SecretText recovery_sheet(const Recovery& recovery);

/// Reads a code or a sheet. Code::invalid when it is neither; Code::mismatch when a sheet's
/// identity is not the one of its code.
Result<Recovery> read_recovery(std::string_view text);

}  // namespace motcua::seal
