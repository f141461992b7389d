#include "shared/cli/all.h"
#include "shared/cli/digest.h"
#include "shared/cli/options.h"
#include "shared/cli/signing_key.h"

namespace motcua::cli {
namespace {

/// A legacy signature is over the file itself, which must therefore fit in memory.
Status verify_file(const sign::PublicKey& key, const std::string& path,
                   const sign::Signature& signature) {
  constexpr std::size_t max_legacy_file = 256u << 20;
  if (!signature.legacy) {
    const auto digest = file_digest(path);
    return digest ? sign::verify(key, *digest, signature) : Status(digest.error());
  }
  const auto file = read_whole(path, max_legacy_file);
  return file ? sign::verify_legacy(key, bytes_of(file->view()), signature) : Status(file.error());
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"p", true}, {"x", true}, {"legacy"}};
  const auto options = Options::parse(arguments, specs, 1, 1);
  if (!options) return options.error();
  const auto named = options->one("p");
  if (!named) {
    return fail(Code::usage, "the public key is not named", "give it or its file with -p");
  }
  const std::string path = *options->position(0);
  const auto key = read_verifying_key(*named);
  if (!key) return key.error();
  const auto place = signature_path(options->one("x"), path);
  if (!place) return place.error();
  const auto text = read_whole(*place, max_small_file);
  if (!text) return text.error();
  const auto legacy = options->has("legacy") ? sign::Legacy::accepted : sign::Legacy::refused;
  const auto signature = sign::parse_signature(text->view(), legacy);
  if (!signature) return signature.error();
  if (auto status = verify_file(*key, path, *signature); !status) return status;
  auto output = Output::open(std::nullopt);
  if (!output) return output.error();
  return output->write(
      "The signature and its comment hold.\nTrusted comment: " + signature->trusted_comment + '\n');
}

}  // namespace

const Command verify_command = {"verify", "verify -p PUBLIC [-x SIG] [--legacy] FILE",
                                "verify a signature of minisign or motcua", run};

}  // namespace motcua::cli
