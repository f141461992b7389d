#pragma once
// The keys that a command signs and verifies with.

#include <string>

#include "shared/result.h"
#include "shared/sign/minisign_secret.h"

namespace motcua::cli {

/// A minisign key file; asks on the terminal for the password of one that has it.
Result<sign::SecretKey> read_signing_key(const std::string& path);
/// The public key itself, or the file that holds it.
Result<sign::PublicKey> read_verifying_key(const std::string& given);

}  // namespace motcua::cli
