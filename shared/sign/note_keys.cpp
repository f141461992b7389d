#include <sodium/crypto_sign_ed25519.h>

#include <algorithm>

#include "shared/codec/base64.h"
#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/codec/utf8.h"
#include "shared/sign/note.h"

namespace motcua::sign {
namespace {

constexpr std::string_view private_prefix = "PRIVATE+KEY+";

ByteArray<4> key_hash(std::string_view name, NoteKey type, const ByteArray<32>& key) {
  codec::Sha256 hash;
  hash.update(bytes_of(name));
  const ByteArray<2> middle = {'\n', static_cast<std::uint8_t>(type)};
  hash.update(middle);
  hash.update(key);
  const auto full = hash.finish();
  return {full[0], full[1], full[2], full[3]};
}

std::string key_line(std::string_view name, const ByteArray<4>& hash, NoteKey type,
                     std::span<const std::uint8_t, 32> key) {
  codec::Secret<33> typed;
  typed.data()[0] = static_cast<std::uint8_t>(type);
  std::copy(key.begin(), key.end(), typed.bytes().begin() + 1);
  return std::string(name) + '+' + codec::hex_encode(hash) + '+' +
         codec::base64_encode(typed.bytes());
}

struct KeyLine {
  std::string name;
  ByteArray<4> hash{};
  codec::Secret<32> key;
};

Result<KeyLine> parse_key_line(std::string_view text, NoteKey type) {
  const auto malformed = [] {
    return fail(Code::invalid, "a note key is malformed", "it is name+hash+key, copied whole");
  };
  const auto first = text.find('+');
  const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos || text.size() - second > 100) return malformed();
  KeyLine out;
  out.name = std::string(text.substr(0, first));
  if (!note_name_ok(out.name)) return malformed();
  if (!codec::hex_decode_into(text.substr(first + 1, second - first - 1), out.hash)) {
    return malformed();
  }
  auto bytes = codec::base64_decode(text.substr(second + 1));
  if (!bytes || bytes->size() != 33 || bytes->front() != static_cast<std::uint8_t>(type)) {
    return malformed();
  }
  std::copy_n(bytes->begin() + 1, 32, out.key.bytes().begin());
  codec::wipe(*bytes);
  return out;
}

Error hash_mismatch(const std::string& name) {
  return fail(Code::mismatch, "the key of " + name + " does not fit its hash: it was mistyped",
              "copy the key again");
}

ByteArray<32> public_of(const codec::Secret<32>& seed) {
  ByteArray<32> key;
  codec::Secret<64> expanded;
  crypto_sign_ed25519_seed_keypair(key.data(), expanded.data(), seed.data());
  return key;
}

}  // namespace

bool note_name_ok(std::string_view name) {
  if (name.empty() || name.size() > 255 || !codec::utf8_valid(name)) return false;
  return std::none_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '+';
  });
}

Result<NoteSigner> note_signer(std::string_view name, const codec::Secret<32>& seed, NoteKey type) {
  if (!note_name_ok(name)) return fail(Code::invalid, "this can not be the name of a note key");
  return NoteSigner{std::string(name), key_hash(name, type, public_of(seed)), seed, type};
}

NoteVerifier note_verifier(const NoteSigner& signer) {
  return {signer.name, signer.hash, public_of(signer.seed), signer.type};
}

std::string vkey_text(const NoteVerifier& verifier) {
  return key_line(verifier.name, verifier.hash, verifier.type, verifier.key);
}

Result<NoteVerifier> parse_vkey(std::string_view text, NoteKey type) {
  const auto line = parse_key_line(text, type);
  if (!line) return line.error();
  NoteVerifier out{line->name, line->hash, {}, type};
  std::copy(line->key.bytes().begin(), line->key.bytes().end(), out.key.begin());
  if (key_hash(out.name, type, out.key) != out.hash) return hash_mismatch(out.name);
  return out;
}

codec::SecretText signer_text(const NoteSigner& signer) {
  return codec::SecretText(std::string(private_prefix) +
                           key_line(signer.name, signer.hash, signer.type, signer.seed.bytes()));
}

Result<NoteSigner> parse_signer(std::string_view text, NoteKey type) {
  if (text.substr(0, private_prefix.size()) != private_prefix) {
    return fail(Code::invalid, "a note's secret key is malformed", "it starts with PRIVATE+KEY+");
  }
  auto line = parse_key_line(text.substr(private_prefix.size()), type);
  if (!line) return line.error();
  NoteSigner out{line->name, line->hash, line->key, type};
  if (key_hash(out.name, type, public_of(out.seed)) != out.hash) return hash_mismatch(out.name);
  return out;
}

}  // namespace motcua::sign
