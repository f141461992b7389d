#include <cstdio>

#include "shared/cli/all.h"
#include "shared/cli/options.h"
#include "shared/cli/recipients.h"
#include "shared/cli/stream.h"
#include "shared/cli/system.h"
#include "shared/seal/armor.h"
#include "shared/seal/sealer.h"

namespace motcua::cli {
namespace {

Result<seal::Sealer> start(const Options& options) {
  SystemRandom random;
  const auto recipients = read_recipients(options.all("r"), options.all("R"));
  if (!recipients) return recipients.error();
  if (options.has("generate") && !options.has("p")) {
    return fail(Code::usage, "--generate is for a passphrase", "use it with -p");
  }
  if (!options.has("p")) {
    if (recipients->empty()) {
      return fail(Code::usage, "nobody is named who may open the file",
                  "name recipients with -r, or use a passphrase with -p");
    }
    return seal::Sealer::start(*recipients, random);
  }
  if (!recipients->empty()) {
    return fail(Code::usage, "a passphrase and recipients can not share a file",
                "use either -p or -r");
  }
  const auto passphrase = options.has("generate") ? seal::new_passphrase(random)
                                                  : ask_passphrase("Passphrase to seal with", true);
  if (!passphrase) return passphrase.error();
  if (options.has("generate")) {
    std::fprintf(stderr, "Passphrase: %s\n", std::string(passphrase->view()).c_str());
  }
  return seal::Sealer::start_passphrase(passphrase->view(), random);
}

// Writes bytes as they are, or as armor.
class Writer {
 public:
  Writer(Output& output, bool armored) : output_(output), armored_(armored) {}

  Status write(ByteView bytes) {
    if (!armored_) return output_.write(bytes);
    text_.clear();
    armor_.update(bytes, text_);
    return output_.write(text_);
  }
  Status finish() {
    if (!armored_) return {};
    text_.clear();
    armor_.finish(text_);
    return output_.write(text_);
  }

 private:
  Output& output_;
  bool armored_;
  seal::ArmorWriter armor_;
  std::string text_;
};

Status seal_stream(seal::Sealer& sealer, Input& input, Writer& writer) {
  if (auto status = writer.write(sealer.header()); !status) return status;
  if (auto status = writer.write(sealer.nonce()); !status) return status;
  Bytes out(seal::Sealer::bound(piece_size));
  const auto pass_on = [&](const Result<std::size_t>& size) {
    return size ? writer.write(ByteView(out).first(*size)) : Status(size.error());
  };
  auto status =
      for_each_piece(input, [&](ByteView piece) { return pass_on(sealer.update(piece, out)); });
  if (status) status = pass_on(sealer.finish(out));
  return status ? writer.finish() : status;
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"r", true, true}, {"R", true, true}, {"p"}, {"generate"}, {"a"},
                                  {"o", true}};
  const auto options = Options::parse(arguments, specs, 0, 1);
  if (!options) return options.error();
  auto input = Input::open(options->position(0));
  if (!input) return input.error();
  auto sealer = start(*options);
  if (!sealer) return sealer.error();
  auto output = Output::open(options->one("o"), {.binary = !options->has("a")});
  if (!output) return output.error();
  Writer writer(*output, options->has("a"));
  if (auto status = seal_stream(*sealer, *input, writer); !status) return status;
  return output->commit();
}

}  // namespace

const Command seal_command = {
    "seal", "seal -r RECIPIENT... [-R FILE...] [-p [--generate]] [-a] [-o OUT] [IN]",
    "seal a file for recipients, or with a passphrase", run};

}  // namespace motcua::cli
