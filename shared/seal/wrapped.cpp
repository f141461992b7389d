#include "shared/seal/wrapped.h"

#include <sodium/crypto_aead_chacha20poly1305.h>

#include <algorithm>

#include "shared/codec/base64.h"

namespace motcua::seal {
namespace {

constexpr std::uint8_t zero_nonce[crypto_aead_chacha20poly1305_ietf_NPUBBYTES] = {};

std::size_t share_size(Kind kind) {
  switch (kind) {
    case Kind::hybrid: return 1120;
    case Kind::x25519: return 32;
    case Kind::passphrase: return 16;
  }
  return 0;
}

Error malformed(const Stanza& stanza, const char* what) {
  return fail(Code::header, "the " + stanza.type + " stanza of the age header " + what,
              "the file is damaged or was made by a faulty program");
}

// One or two decimal digits without a leading zero or sign.
std::optional<int> read_work_factor(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.empty() || text.size() > 2 || text[0] == '0') return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), digit)) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

std::optional<Kind> kind_of(std::string_view type) {
  for (const Kind kind : {Kind::hybrid, Kind::x25519, Kind::passphrase}) {
    if (type == stanza_type(kind)) return kind;
  }
  return std::nullopt;
}

}  // namespace

Result<std::optional<Wrapped>> read_wrapped(const Stanza& stanza) {
  const auto kind = kind_of(stanza.type);
  if (!kind) return std::optional<Wrapped>{};
  Wrapped wrapped{*kind, {}, 0, {}};
  if (stanza.args.size() != (*kind == Kind::passphrase ? 2u : 1u)) {
    return malformed(stanza, "has the wrong number of arguments");
  }
  auto share = codec::base64_raw_decode(stanza.args[0]);
  if (!share || share->size() != share_size(*kind)) {
    return malformed(stanza, "has a malformed argument");
  }
  wrapped.share = std::move(share).value();
  if (*kind == Kind::passphrase) {
    const auto work_factor = read_work_factor(stanza.args[1]);
    if (!work_factor) return malformed(stanza, "has a malformed work factor");
    if (*work_factor > max_work_factor) return malformed(stanza, "asks for too much work");
    wrapped.work_factor = *work_factor;
  }
  if (stanza.body.size() != wrapped.body.size()) {
    return malformed(stanza, "has a body of the wrong length");
  }
  std::copy(stanza.body.begin(), stanza.body.end(), wrapped.body.begin());
  return std::optional<Wrapped>(std::move(wrapped));
}

Result<std::vector<Wrapped>> read_wrapped(const Header& header) {
  std::vector<Wrapped> out;
  for (const auto& stanza : header.stanzas) {
    auto wrapped = read_wrapped(stanza);
    if (!wrapped) return wrapped.error();
    if (!*wrapped) continue;
    if ((**wrapped).kind == Kind::passphrase && header.stanzas.size() != 1) {
      return malformed(stanza, "is not alone");
    }
    out.push_back(std::move(**wrapped));
  }
  return out;
}

Bytes wrap_key(const FileKey& key, const codec::Secret<32>& under) {
  Bytes body(key.size() + crypto_aead_chacha20poly1305_ietf_ABYTES);
  crypto_aead_chacha20poly1305_ietf_encrypt(body.data(), nullptr, key.data(), key.size(), nullptr,
                                            0, nullptr, zero_nonce, under.data());
  return body;
}

std::optional<FileKey> unwrap_key(const ByteArray<32>& body, const codec::Secret<32>& under) {
  FileKey key;
  if (crypto_aead_chacha20poly1305_ietf_decrypt(key.data(), nullptr, nullptr, body.data(),
                                                body.size(), nullptr, 0, zero_nonce,
                                                under.data()) != 0) {
    return std::nullopt;
  }
  return key;
}

}  // namespace motcua::seal
