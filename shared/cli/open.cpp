#include "shared/cli/all.h"
#include "shared/cli/identities.h"
#include "shared/cli/options.h"
#include "shared/cli/range.h"
#include "shared/cli/sealed_input.h"
#include "shared/cli/system.h"
#include "shared/seal/opener.h"

namespace motcua::cli {
namespace {

Result<seal::Opener> start(const Options& options) {
  if (options.has("p") == options.has("i")) {
    return fail(Code::usage, "say how the file is to be opened",
                "name an identity file with -i, or use a passphrase with -p");
  }
  if (options.has("i")) {
    auto identities = read_identities(options.all("i"));
    if (!identities) return identities.error();
    return seal::Opener(std::move(identities).value());
  }
  auto passphrase = ask_passphrase("Passphrase to open with", false);
  if (!passphrase) return passphrase.error();
  return seal::Opener(std::move(passphrase).value());
}

Status run_range(const Options& options, const Input& input) {
  if (options.has("p") || !options.has("i")) {
    return fail(Code::usage, "a part is opened with an identity", "name its file with -i");
  }
  const auto range = parse_range(*options.one("range"));
  if (!range) return range.error();
  const auto identities = read_identities(options.all("i"));
  if (!identities) return identities.error();
  auto output = Output::open(options.one("o"));
  if (!output) return output.error();
  auto status = open_range(input, *identities, *range, *output);
  return status ? output->commit() : status;
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"i", true, true}, {"p"}, {"o", true}, {"range", true}};
  const auto options = Options::parse(arguments, specs, 0, 1);
  if (!options) return options.error();
  auto input = Input::open(options->position(0));
  if (!input) return input.error();
  if (options->has("range")) return run_range(*options, *input);
  auto opener = start(*options);
  if (!opener) return opener.error();
  auto output = Output::open(options->one("o"));
  if (!output) return output.error();
  Bytes out(seal::Opener::bound(piece_size));
  const auto pass_on = [&](const Result<std::size_t>& size) {
    return size ? output->write(ByteView(out).first(*size)) : Status(size.error());
  };
  auto status = for_each_sealed_piece(
      *input, [&](ByteView piece) { return pass_on(opener->update(piece, out)); });
  if (status) status = pass_on(opener->finish(out));
  return status ? output->commit() : status;
}

}  // namespace

const Command open_command = {
    "open", "open -i IDENTITY... [-p] [--range FIRST-LAST] [-o OUT] [IN]",
    "open a sealed file, or only some bytes of it, with identity files or a passphrase", run};

}  // namespace motcua::cli
