#pragma once
// Padmé: lengths rounded up so that a length says little about its content (at most 12 % longer).
// K. Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs".

#include <cstdint>

namespace motcua::codec {

std::uint64_t padme(std::uint64_t length);

}  // namespace motcua::codec
