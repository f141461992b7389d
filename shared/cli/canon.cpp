#include "shared/cli/all.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/codec/json.h"

namespace motcua::cli {
namespace {

Status run(const Arguments& arguments) {
  const auto options = Options::parse(arguments, {}, 0, 1);
  if (!options) return options.error();
  constexpr codec::JsonLimits limits{.bytes = 16u << 20, .depth = 100, .values = 1'000'000};
  const auto text = read_whole(options->position(0), limits.bytes);
  if (!text) return text.error();
  const auto value = codec::json_parse(text->view(), limits);
  if (!value) return value.error();
  const auto canonical = codec::json_canonical(*value);
  if (!canonical) return canonical.error();
  auto output = Output::open(std::nullopt);
  if (!output) return output.error();
  return output->write(std::string_view(*canonical));
}

}  // namespace

const Command canon_command = {"canon", "canon [IN]",
                               "write JSON in its canonical form (RFC 8785, integers only)", run};

}  // namespace motcua::cli
