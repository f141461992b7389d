#pragma once
// The secret key file of minisign.

#include "shared/sign/minisign.h"

namespace motcua::sign {

/// The file that `minisign -G -W` writes: no password.
codec::SecretText secret_key_file(const SecretKey& key);

/// The file that `minisign -G` writes: hidden behind a password, at minisign's own cost (1 GiB of
/// memory; native only). Code::usage for an empty password, Code::io, Code::other without memory.
Result<codec::SecretText> secret_key_file(const SecretKey& key, std::string_view password,
                                          Random& random);

/// Says whether a file wants a password. Code::invalid when malformed.
Result<bool> secret_key_file_locked(std::string_view text);

/// Code::invalid when malformed or damaged, Code::no_match for a wrong password (or none where one
/// is wanted), Code::refused when the file asks for more than 1 GiB of memory.
Result<SecretKey> parse_secret_key_file(std::string_view text, std::string_view password = {});

}  // namespace motcua::sign
