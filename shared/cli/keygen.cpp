#include <cstdio>

#include "shared/cli/all.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/cli/system.h"
#include "shared/seal/identity.h"

namespace motcua::cli {
namespace {

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"classical"}, {"o", true}};
  const auto options = Options::parse(arguments, specs, 0, 0);
  if (!options) return options.error();
  SystemRandom random;
  const auto kind = options->has("classical") ? seal::Kind::x25519 : seal::Kind::hybrid;
  const auto identity = seal::Identity::generate(kind, random);
  if (!identity) return identity.error();
  auto output = Output::open(options->one("o"), {.owner_only = true, .keep_existing = true});
  if (!output) return output.error();
  const auto text = seal::identity_file(*identity, utc_now());
  if (auto status = output->write(text.view()); !status) return status;
  if (auto status = output->commit(); !status) return status;
  std::fprintf(stderr, "Public key: %s\n", identity->recipient().text().c_str());
  return {};
}

}  // namespace

const Command keygen_command = {"keygen", "keygen [--classical] [-o FILE]",
                                "make an identity and print the recipient to seal to", run};

}  // namespace motcua::cli
