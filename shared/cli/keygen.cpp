#include <cstdio>

#include "shared/cli/all.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/cli/system.h"
#include "shared/seal/identity.h"
#include "shared/sign/minisign_secret.h"

namespace motcua::cli {
namespace {

Status write_key(const Options& options, std::string_view text, const std::string& shown) {
  auto output = Output::open(options.one("o"), {.owner_only = true, .keep_existing = true});
  if (!output) return output.error();
  if (auto status = output->write(text); !status) return status;
  if (auto status = output->commit(); !status) return status;
  std::fprintf(stderr, "Public key: %s\n", shown.c_str());
  return {};
}

/// A key for signing, as minisign -G makes it.
Status run_sign(const Options& options) {
  SystemRandom random;
  const auto key = sign::new_secret_key(random);
  if (!key) return key.error();
  const std::string shown = sign::public_key_text(sign::public_key(*key));
  if (!options.has("p")) return write_key(options, sign::secret_key_file(*key).view(), shown);
  const auto password = ask_passphrase("Password for the key", true);
  if (!password) return password.error();
  const auto file = sign::secret_key_file(*key, password->view(), random);
  if (!file) return file.error();
  return write_key(options, file->view(), shown);
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"classical"}, {"sign"}, {"p"}, {"o", true}};
  const auto options = Options::parse(arguments, specs, 0, 0);
  if (!options) return options.error();
  if (options->has("sign") && options->has("classical")) {
    return fail(Code::usage, "--sign and --classical make different keys", "use one of them");
  }
  if (options->has("sign")) return run_sign(*options);
  if (options->has("p")) {
    return fail(Code::usage, "a password is for a key that signs",
                "keep an identity under a passphrase with motcua seal -p");
  }
  SystemRandom random;
  const auto kind = options->has("classical") ? seal::Kind::x25519 : seal::Kind::hybrid;
  const auto identity = seal::Identity::generate(kind, random);
  if (!identity) return identity.error();
  return write_key(*options, seal::identity_file(*identity, utc_now()).view(),
                   identity->recipient().text());
}

}  // namespace

const Command keygen_command = {
    "keygen", "keygen [--classical | --sign [-p]] [-o FILE]",
    "make an identity and print the recipient to seal to; --sign: a key "
    "for signing, -p with a password",
    run};

}  // namespace motcua::cli
