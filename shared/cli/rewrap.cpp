#include "shared/seal/rewrap.h"
#include "shared/cli/all.h"
#include "shared/cli/identities.h"
#include "shared/cli/options.h"
#include "shared/cli/recipients.h"
#include "shared/cli/stream.h"
#include "shared/cli/system.h"

namespace motcua::cli {
namespace {

/// The new header, from a file's first bytes; `rest` is what of them belongs to the body.
Result<Bytes> new_header(ByteView start, const Options& options, ByteView& rest) {
  const auto length = seal::header_length(start);
  if (!length && length.error().code == Code::not_found) {
    return fail(Code::header, "the age header is cut short", "fetch the file again");
  }
  if (!length) return length.error();
  const auto header = seal::parse_header(start.first(*length));
  if (!header) return header.error();
  const auto identities = read_identities(options.all("i"));
  if (!identities) return identities.error();
  const auto recipients = read_recipients(options.all("r"), options.all("R"));
  if (!recipients) return recipients.error();
  SystemRandom random;
  auto made = seal::rewrap(*header, *identities, *recipients, random);
  if (!made) return made.error();
  rest = start.subspan(*length);
  return made->raw;
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {
      {"i", true, true}, {"r", true, true}, {"R", true, true}, {"o", true}};
  const auto options = Options::parse(arguments, specs, 0, 1);
  if (!options) return options.error();
  if (!options->has("i")) {
    return fail(Code::usage, "no identity is named", "name the old one's file with -i");
  }
  auto input = Input::open(options->position(0));
  if (!input) return input.error();
  Bytes start(piece_size);
  const auto size = input->read(start);
  if (!size) return size.error();
  ByteView rest;
  const auto header = new_header(ByteView(start).first(*size), *options, rest);
  if (!header) return header.error();
  auto output = Output::open(options->one("o"), {.binary = true});
  if (!output) return output.error();
  if (auto status = output->write(ByteView(*header)); !status) return status;
  if (auto status = output->write(rest); !status) return status;
  auto status = for_each_piece(*input, [&](ByteView piece) { return output->write(piece); });
  return status ? output->commit() : status;
}

}  // namespace

const Command rewrap_command = {
    "rewrap", "rewrap -i IDENTITY... -r RECIPIENT... [-R FILE...] [-o OUT] [IN]",
    "seal the key of a file to others; its content is not touched", run};

}  // namespace motcua::cli
