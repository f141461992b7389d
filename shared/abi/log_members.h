#pragma once
// Sizes and hashes of the log as members of a request.

#include <optional>

#include "shared/abi/call.h"
#include "shared/record/merkle.h"

namespace motcua::abi {

/// 0 .. 2^53-1
std::uint64_t read_size(Members& from, std::string_view name);
/// The member "index" when it is there: where the log holds something.
std::optional<std::uint64_t> read_index(Members& from);
/// [hex64, ...], at least and at most so many
std::vector<record::Hash> read_hashes(Members& from, std::string_view name, std::size_t most,
                                      std::size_t least = 0);

}  // namespace motcua::abi
