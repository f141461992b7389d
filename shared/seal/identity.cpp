#include "shared/seal/identity.h"

#include <cassert>

#include "shared/codec/bech32.h"
#include "shared/seal/hybrid.h"
#include "shared/seal/key_lines.h"
#include "shared/seal/x25519.h"

namespace motcua::seal {
namespace {

constexpr std::string_view hybrid_prefix = "AGE-SECRET-KEY-PQ-";
constexpr std::string_view x25519_prefix = "AGE-SECRET-KEY-";
constexpr std::size_t max_text = 100;

}  // namespace

Identity::Identity(Kind kind, codec::Secret<32> secret) : kind_(kind), secret_(std::move(secret)) {
  assert(kind != Kind::passphrase);
}

Result<Identity> Identity::generate(Kind kind, Random& random) {
  codec::Secret<32> secret;
  if (auto status = random.fill(secret.bytes()); !status) return status.error();
  return Identity(kind, std::move(secret));
}

Recipient Identity::recipient() const {
  return {kind_, kind_ == Kind::hybrid ? hybrid_public(secret_) : x25519_public(secret_)};
}

codec::SecretText Identity::text() const {
  // Only a malformed prefix can fail, and these two are well formed.
  return codec::SecretText(
      codec::bech32_encode(kind_ == Kind::hybrid ? hybrid_prefix : x25519_prefix, secret_.bytes())
          .value());
}

Result<Identity> parse_identity(std::string_view text) {
  const auto wrong = [](std::string what) {
    return fail(Code::invalid, "an identity is malformed: " + std::move(what),
                "an identity starts with AGE-SECRET-KEY- and is copied whole");
  };
  if (text.size() > max_text) return wrong("it is too long");
  auto decoded = codec::bech32_decode(text);
  if (!decoded) return wrong(decoded.error().message);
  Bytes& data = decoded->data;
  const bool hybrid = decoded->prefix == hybrid_prefix;
  if ((!hybrid && decoded->prefix != x25519_prefix) || data.size() != 32) {
    return wrong("it is not a secret key for opening");
  }
  codec::Secret<32> secret(std::span<const std::uint8_t, 32>(data.data(), 32));
  codec::wipe(data);
  return Identity(hybrid ? Kind::hybrid : Kind::x25519, std::move(secret));
}

Result<std::vector<Identity>> parse_identity_file(std::string_view text) {
  return parse_key_lines<Identity>(text, "identity", parse_identity);
}

codec::SecretText identity_file(const Identity& identity, std::string_view created) {
  std::string text;
  text.append("# created: ").append(created);
  text.append("\n# public key: ").append(identity.recipient().text());
  text.append("\n").append(identity.text().view()).append("\n");
  return codec::SecretText(std::move(text));
}

Result<std::optional<FileKey>> unwrap(const Identity& identity, const Wrapped& wrapped) {
  if (wrapped.kind != identity.kind()) return std::optional<FileKey>{};
  return identity.kind() == Kind::hybrid ? hybrid_unwrap(identity.secret(), wrapped)
                                         : x25519_unwrap(identity.secret(), wrapped);
}

}  // namespace motcua::seal
