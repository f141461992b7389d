#include "shared/cli/recipients.h"

namespace motcua::cli {

Result<std::vector<seal::Recipient>> read_recipients(const std::vector<std::string>& texts,
                                                     const std::vector<std::string>& paths) {
  constexpr std::size_t max_file = 4u << 20;
  std::vector<seal::Recipient> out;
  for (const auto& text : texts) {
    auto recipient = seal::parse_recipient(text);
    if (!recipient) return recipient.error();
    out.push_back(std::move(recipient).value());
  }
  for (const auto& path : paths) {
    const auto text = read_whole(path, max_file);
    if (!text) return text.error();
    auto more = seal::parse_recipients_file(text->view());
    if (!more) {
      return fail(more.error().code, path + ", " + more.error().message, more.error().hint);
    }
    out.insert(out.end(), more->begin(), more->end());
  }
  return out;
}

}  // namespace motcua::cli
