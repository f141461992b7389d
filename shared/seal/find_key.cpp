#include "shared/seal/find_key.h"

#include "shared/seal/passphrase.h"

namespace motcua::seal {
namespace {

Result<FileKey> checked(const Header& header, FileKey key) {
  if (auto status = check_mac(header, key); !status) return status.error();
  return key;
}

}  // namespace

Result<FileKey> find_file_key(const Header& header, std::span<const Identity> identities) {
  const auto all = read_wrapped(header);
  if (!all) return all.error();
  bool by_passphrase = false;
  for (const Wrapped& wrapped : *all) {
    by_passphrase = by_passphrase || wrapped.kind == Kind::passphrase;
    for (const Identity& identity : identities) {
      auto key = unwrap(identity, wrapped);
      if (!key) return key.error();
      if (*key) return checked(header, std::move(**key));
    }
  }
  return by_passphrase ? fail(Code::no_match, "the file is sealed with a passphrase",
                              "open it with the passphrase")
                       : fail(Code::no_match, "none of the identities opens this file",
                              "use the identity whose recipient it was sealed to");
}

Result<FileKey> find_file_key(const Header& header, std::string_view passphrase, int most) {
  const auto all = read_wrapped(header);
  if (!all) return all.error();
  for (const Wrapped& wrapped : *all) {
    auto key = unwrap_passphrase(passphrase, wrapped, most);
    if (!key) return key.error();
    if (*key) return checked(header, std::move(**key));
  }
  return fail(Code::no_match, "the passphrase does not open this file",
              "try again, or use an identity if it was sealed to a key");
}

}  // namespace motcua::seal
