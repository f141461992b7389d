#include "shared/cli/digest.h"

#include "shared/cli/stream.h"

namespace motcua::cli {

Result<sign::Digest> file_digest(const std::string& path) {
  auto input = Input::open(path);
  if (!input) return input.error();
  codec::Blake2b512 hash;
  auto status = for_each_piece(*input, [&](ByteView piece) {
    hash.update(piece);
    return Status{};
  });
  if (!status) return status.error();
  return hash.finish();
}

Result<std::string> signature_path(const std::optional<std::string>& given,
                                   const std::string& file) {
  if (given) return *given;
  if (file == "-") {
    return fail(Code::usage, "standard input has no name for its signature", "name it with -x");
  }
  return file + ".minisig";
}

}  // namespace motcua::cli
