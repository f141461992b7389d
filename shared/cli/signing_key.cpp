#include "shared/cli/signing_key.h"

#include "shared/cli/digest.h"
#include "shared/cli/files.h"
#include "shared/cli/system.h"

namespace motcua::cli {

Result<sign::SecretKey> read_signing_key(const std::string& path) {
  const auto text = read_whole(path, max_small_file);
  if (!text) return text.error();
  const auto locked = sign::secret_key_file_locked(text->view());
  if (!locked) return locked.error();
  if (!*locked) return sign::parse_secret_key_file(text->view());
  const auto password = ask_passphrase("Password of " + path, false);
  if (!password) return password.error();
  return sign::parse_secret_key_file(text->view(), password->view());
}

Result<sign::PublicKey> read_verifying_key(const std::string& given) {
  if (auto key = sign::parse_public_key(given)) return key;
  const auto text = read_whole(given, max_small_file);
  if (!text) return text.error();
  auto view = text->view();
  if (!view.empty() && view.back() == '\n' && view.find('\n') + 1 == view.size()) {
    view.remove_suffix(1);
  }
  return sign::parse_public_key(view);
}

}  // namespace motcua::cli
