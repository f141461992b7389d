#include "shared/cli/all.h"
#include "shared/cli/digest.h"
#include "shared/cli/options.h"
#include "shared/cli/signing_key.h"
#include "shared/cli/system.h"

namespace motcua::cli {
namespace {

// As minisign does when no comment is given.
std::string default_comment(const std::string& path) {
  return "timestamp:" + std::to_string(unix_now()) +
         "\tfile:" + path.substr(path.find_last_of('/') + 1) + "\thashed";
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"s", true}, {"t", true}, {"x", true}};
  const auto options = Options::parse(arguments, specs, 1, 1);
  if (!options) return options.error();
  const auto secret = options->one("s");
  if (!secret) return fail(Code::usage, "the secret key is not named", "name its file with -s");
  const std::string path = *options->position(0);
  const auto place = signature_path(options->one("x"), path);
  if (!place) return place.error();
  const auto digest = file_digest(path);
  if (!digest) return digest.error();
  const auto key = read_signing_key(*secret);
  if (!key) return key.error();
  const auto signature =
      sign::sign(*key, *digest, options->one("t").value_or(default_comment(path)));
  if (!signature) return signature.error();
  auto output = Output::open(*place);
  if (!output) return output.error();
  if (auto status = output->write(sign::signature_text(*signature)); !status) return status;
  return output->commit();
}

}  // namespace

const Command sign_command = {"sign", "sign -s SECRET [-t COMMENT] [-x SIG] FILE",
                              "sign a file as minisign does; the signature is FILE.minisig", run};

}  // namespace motcua::cli
