#include "shared/seal/rewrap.h"

namespace motcua::seal {

Result<Header> rewrap(const Header& header, std::span<const Identity> identities,
                      std::span<const Recipient> recipients, Random& random) {
  const auto key = find_file_key(header, identities);
  if (!key) return key.error();
  auto stanzas = wrap_all(recipients, *key, random);
  if (!stanzas) return stanzas.error();
  return make_header(std::move(stanzas).value(), *key);
}

}  // namespace motcua::seal
