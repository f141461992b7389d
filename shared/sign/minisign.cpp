#include "shared/sign/minisign.h"

#include <sodium/crypto_sign_ed25519.h>

#include <algorithm>

#include "shared/codec/base64.h"
#include "shared/codec/utf8.h"
#include "shared/sign/minisign_lines.h"

namespace motcua::sign {
namespace {

constexpr std::size_t max_comment = 1000;
constexpr std::string_view comment_prefix = "trusted comment: ";

// One line of text; tabs are minisign's own.
bool comment_ok(std::string_view comment) {
  return comment.size() <= max_comment && codec::utf8_valid(comment) &&
         std::none_of(comment.begin(), comment.end(), [](char c) {
           return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
         });
}

Bytes globally_signed(const ByteArray<64>& signature, std::string_view comment) {
  Bytes bytes(signature.begin(), signature.end());
  const auto tail = bytes_of(comment);
  bytes.insert(bytes.end(), tail.begin(), tail.end());
  return bytes;
}

ByteArray<64> sign_bytes(const SecretKey& key, ByteView message) {
  codec::Secret<64> expanded;  // seed, then public key
  std::copy(key.seed.bytes().begin(), key.seed.bytes().end(), expanded.bytes().begin());
  std::copy(key.key.begin(), key.key.end(), expanded.bytes().begin() + 32);
  ByteArray<64> signature;
  crypto_sign_ed25519_detached(signature.data(), nullptr, message.data(), message.size(),
                               expanded.data());
  return signature;
}

bool holds(const PublicKey& key, ByteView message, const ByteArray<64>& signature) {
  return crypto_sign_ed25519_verify_detached(signature.data(), message.data(), message.size(),
                                             key.key.data()) == 0;
}

}  // namespace

SecretKey secret_key(const codec::Secret<32>& seed, const KeyId& id) {
  SecretKey out{id, seed, {}};
  codec::Secret<64> expanded;
  crypto_sign_ed25519_seed_keypair(out.key.data(), expanded.data(), seed.data());
  return out;
}

Result<SecretKey> new_secret_key(Random& random) {
  codec::Secret<32> seed;
  KeyId id;
  if (auto status = random.fill(seed.bytes()); !status) return status.error();
  if (auto status = random.fill(id); !status) return status.error();
  return secret_key(seed, id);
}

PublicKey public_key(const SecretKey& key) { return {key.id, key.key}; }

Result<Signature> sign(const SecretKey& key, const Digest& digest,
                       std::string_view trusted_comment) {
  if (!comment_ok(trusted_comment)) {
    return fail(Code::usage, "a trusted comment is one line of at most 1,000 bytes of UTF-8");
  }
  Signature out{false, key.id, sign_bytes(key, digest), std::string(trusted_comment), {}};
  out.global = sign_bytes(key, globally_signed(out.signature, trusted_comment));
  return out;
}

std::string signature_text(const Signature& signature) {
  Bytes bytes = {'E', static_cast<std::uint8_t>(signature.legacy ? 'd' : 'D')};
  bytes.insert(bytes.end(), signature.id.begin(), signature.id.end());
  bytes.insert(bytes.end(), signature.signature.begin(), signature.signature.end());
  std::string out = "untrusted comment: signature made by motcua\n";
  out += codec::base64_encode(bytes) + '\n';
  out.append(comment_prefix).append(signature.trusted_comment) += '\n';
  return out + codec::base64_encode(signature.global) + '\n';
}

Result<Signature> parse_signature(std::string_view text, Legacy legacy) {
  const auto malformed = [] {
    return fail(Code::invalid, "a signature file is malformed",
                "it has the four lines that minisign writes");
  };
  const auto lines = split_lines<4>(text);
  if (!lines || !untrusted_comment_ok((*lines)[0])) return malformed();
  const auto bytes = codec::base64_decode((*lines)[1]);
  const auto global = codec::base64_decode((*lines)[3]);
  const auto comment = (*lines)[2];
  if (!bytes || bytes->size() != 74 || !global || global->size() != 64) return malformed();
  if (comment.substr(0, comment_prefix.size()) != comment_prefix) return malformed();
  Signature out;
  out.trusted_comment = std::string(comment.substr(comment_prefix.size()));
  if (!comment_ok(out.trusted_comment)) return malformed();
  const auto algorithm = text_of(ByteView(*bytes).first(2));
  out.legacy = algorithm == "Ed";
  if (out.legacy && legacy == Legacy::refused) {
    return fail(Code::refused, "the signature is of the old kind, without a prehash",
                "sign again with motcua or a current minisign, or ask for the old kind");
  }
  if (!out.legacy && algorithm != "ED") return malformed();
  std::copy_n(bytes->begin() + 2, 8, out.id.begin());
  std::copy_n(bytes->begin() + 10, 64, out.signature.begin());
  std::copy_n(global->begin(), 64, out.global.begin());
  return out;
}

namespace {

Status verify_bytes(const PublicKey& key, ByteView message, const Signature& signature) {
  if (key.id != signature.id) {
    return fail(Code::mismatch, "the signature was made with another key",
                "use the public key of the one who signed");
  }
  if (!holds(key, message, signature.signature)) {
    return fail(Code::signature, "the signature does not hold: the file was changed",
                "do not trust this file");
  }
  if (!holds(key, globally_signed(signature.signature, signature.trusted_comment),
             signature.global)) {
    return fail(Code::signature, "the signature does not hold: its comment was changed",
                "do not trust this comment");
  }
  return {};
}

}  // namespace

Status verify(const PublicKey& key, const Digest& digest, const Signature& signature) {
  if (signature.legacy) return fail(Code::usage, "the signature is over the file, not its hash");
  return verify_bytes(key, digest, signature);
}

Status verify_legacy(const PublicKey& key, ByteView file, const Signature& signature) {
  if (!signature.legacy) return fail(Code::usage, "the signature is over the file's hash");
  return verify_bytes(key, file, signature);
}

}  // namespace motcua::sign
