#include "shared/cli/identities.h"

namespace motcua::cli {

Result<std::vector<seal::Identity>> read_identities(const std::vector<std::string>& paths) {
  constexpr std::size_t max_identity_file = 1u << 20;
  std::vector<seal::Identity> out;
  for (const auto& path : paths) {
    const auto text = read_whole(path, max_identity_file);
    if (!text) return text.error();
    auto more = seal::parse_identity_file(text->view());
    if (!more) {
      return fail(more.error().code, path + ", " + more.error().message, more.error().hint);
    }
    for (auto& identity : *more) out.push_back(std::move(identity));
  }
  return out;
}

}  // namespace motcua::cli
