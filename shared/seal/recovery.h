#pragma once
// What a person keeps on paper to get at a dossier again when the device is gone: the root secret
// and the draft id, and the keys that age and minisign take (docs/formats/seal.md).

#include <string>

#include "shared/seal/dossier_keys.h"

namespace motcua::seal {

/// What following a dossier elsewhere takes beside its keys; empty before it was accepted.
struct FiledAs {
  std::string number;  // of the submission, 12 digits
  std::string body;    // hash of the sealed body, hex64
};

struct Recovery {
  Root root;
  DraftId draft{};
  FiledAs filed;
};

/// MOTCUA-ROOT-1…, 96 characters: for typing. Keys only.
codec::SecretText recovery_code(const Recovery& recovery);

/// The code, and number and body hash behind it when there are any; for a QR code, in its
/// alphanumeric characters.
codec::SecretText recovery_qr(const Recovery& recovery);

/// The sheet: a file of comments that is an identity file for age as it stands; the lines that
/// begin with "#| " are a secret key file for minisign.
codec::SecretText recovery_sheet(const Recovery& recovery);

/// Reads a code, the text of a QR code or a sheet. Code::invalid when it is neither; Code::mismatch
/// when a sheet's identity is not the one of its code.
Result<Recovery> read_recovery(std::string_view text);

}  // namespace motcua::seal
