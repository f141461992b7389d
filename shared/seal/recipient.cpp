#include "shared/seal/recipient.h"

#include <algorithm>
#include <cassert>

#include "shared/codec/bech32.h"
#include "shared/seal/hybrid.h"
#include "shared/seal/key_lines.h"
#include "shared/seal/x25519.h"

namespace motcua::seal {
namespace {

constexpr std::string_view hybrid_prefix = "age1pq";
constexpr std::string_view x25519_prefix = "age";
constexpr std::size_t max_text = 2100;  // a hybrid recipient has 1,959 characters

}  // namespace

Recipient::Recipient(Kind kind, Bytes key) : kind_(kind), key_(std::move(key)) {
  assert(key_.size() == (kind == Kind::hybrid ? hybrid_public_size : x25519_public_size));
}

std::string Recipient::text() const {
  // Only a malformed prefix can fail, and these two are well formed.
  return codec::bech32_encode(kind_ == Kind::hybrid ? hybrid_prefix : x25519_prefix, key_).value();
}

Result<Recipient> parse_recipient(std::string_view text) {
  const auto wrong = [](std::string what) {
    return fail(Code::invalid, "a recipient is malformed: " + std::move(what),
                "a recipient starts with age1 and is copied whole");
  };
  if (text.size() > max_text) return wrong("it is too long");
  auto decoded = codec::bech32_decode(text);
  if (!decoded) return wrong(decoded.error().message);
  if (decoded->prefix == hybrid_prefix && decoded->data.size() == hybrid_public_size) {
    return Recipient(Kind::hybrid, std::move(decoded->data));
  }
  if (decoded->prefix == x25519_prefix && decoded->data.size() == x25519_public_size) {
    return Recipient(Kind::x25519, std::move(decoded->data));
  }
  return wrong("it is not a key for sealing");
}

Result<std::vector<Recipient>> parse_recipients_file(std::string_view text) {
  return parse_key_lines<Recipient>(text, "recipient", parse_recipient);
}

Result<Stanza> wrap(const Recipient& recipient, const FileKey& key, Random& random) {
  return recipient.kind() == Kind::hybrid ? hybrid_wrap(recipient.key(), key, random)
                                          : x25519_wrap(recipient.key(), key, random);
}

Result<std::vector<Stanza>> wrap_all(std::span<const Recipient> recipients, const FileKey& key,
                                     Random& random) {
  if (recipients.empty()) return fail(Code::usage, "there is no recipient to seal to");
  std::vector<Stanza> stanzas;
  for (auto at = recipients.begin(); at != recipients.end(); ++at) {
    if (at->kind() != recipients.front().kind()) {
      return fail(Code::refused, "post-quantum and classical recipients can not share a file",
                  "use recipients that all start with age1pq1, or none that does");
    }
    if (std::find(recipients.begin(), at, *at) != at) continue;
    auto stanza = wrap(*at, key, random);
    if (!stanza) return stanza.error();
    stanzas.push_back(std::move(stanza).value());
  }
  return stanzas;
}

}  // namespace motcua::seal
