#pragma once
// Members that the manifest and the sealing plan share, read strictly.

#include <vector>

#include "shared/codec/members.h"
#include "shared/dossier/manifest.h"

namespace motcua::dossier {

/// {"name", "id"}
Party read_party(codec::Members& from, std::string_view name);
/// {"list", "receiving", "competent"}
Units read_units(codec::Members& from);
/// {"code", "version"} into the manifest
void read_procedure(codec::Members& from, Manifest& into);
/// [{"id", "version", time_name}]
std::vector<Statement> read_statements(codec::Members& from, std::string_view name,
                                       std::string_view time_name);
/// ["age1pq...", ...]: post-quantum recipients, `least` or more, twins not removed
std::vector<seal::Recipient> read_recipients(codec::Members& from, std::size_t least);
/// A time, as text.
std::string read_time(codec::Members& from, std::string_view name);

}  // namespace motcua::dossier
