#pragma once
// What `sign` and `verify` share.

#include "shared/cli/files.h"
#include "shared/sign/minisign.h"

namespace motcua::cli {

/// Keys and signatures are never longer than this.
constexpr std::size_t max_small_file = 16u << 10;

/// BLAKE2b-512 of a file that may be large.
Result<sign::Digest> file_digest(const std::string& path);

/// `given`, else the file's name with ".minisig". Code::usage for standard input without a name.
Result<std::string> signature_path(const std::optional<std::string>& given,
                                   const std::string& file);

}  // namespace motcua::cli
