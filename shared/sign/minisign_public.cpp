#include <algorithm>

#include "shared/codec/base64.h"
#include "shared/sign/minisign.h"
#include "shared/sign/minisign_lines.h"

namespace motcua::sign {
namespace {

// The key id as minisign prints it: a little-endian number in capitals.
std::string id_text(const KeyId& id) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (auto byte = id.rbegin(); byte != id.rend(); ++byte) {
    out += digits[*byte >> 4];
    out += digits[*byte & 15];
  }
  return out;
}

}  // namespace

std::string public_key_text(const PublicKey& key) {
  Bytes bytes = {'E', 'd'};
  bytes.insert(bytes.end(), key.id.begin(), key.id.end());
  bytes.insert(bytes.end(), key.key.begin(), key.key.end());
  return codec::base64_encode(bytes);
}

Result<PublicKey> parse_public_key(std::string_view text) {
  if (untrusted_comment_ok(text.substr(0, text.find('\n')))) {
    const auto lines = split_lines<2>(text);
    text = lines ? (*lines)[1] : std::string_view{};
  }
  const auto bytes = codec::base64_decode(text.substr(0, 100));
  if (!bytes || bytes->size() != 42 || text_of(ByteView(*bytes).first(2)) != "Ed") {
    return fail(Code::invalid, "a public key for signatures is malformed",
                "it starts with RW and has 56 characters");
  }
  PublicKey out;
  std::copy_n(bytes->begin() + 2, 8, out.id.begin());
  std::copy_n(bytes->begin() + 10, 32, out.key.begin());
  return out;
}

std::string public_key_file(const PublicKey& key) {
  return "untrusted comment: minisign public key " + id_text(key.id) + '\n' + public_key_text(key) +
         '\n';
}

}  // namespace motcua::sign
