#pragma once
// minisign keys and prehashed signatures (docs/formats/sign.md).

#include "shared/codec/hash.h"
#include "shared/codec/secret.h"
#include "shared/random.h"

namespace motcua::sign {

using KeyId = ByteArray<8>;
using Digest = ByteArray<64>;  // BLAKE2b-512 of what is signed

struct PublicKey {
  KeyId id{};
  ByteArray<32> key{};
  bool operator==(const PublicKey&) const = default;
};

struct SecretKey {
  KeyId id{};
  codec::Secret<32> seed;
  ByteArray<32> key{};  // the public half
};

/// Signatures made before minisign hashed first, over the file itself: read only where asked for.
enum class Legacy { refused, accepted };

struct Signature {
  bool legacy = false;
  KeyId id{};
  ByteArray<64> signature{};
  std::string trusted_comment;  // one line
  ByteArray<64> global{};       // over signature and trusted comment
};

SecretKey secret_key(const codec::Secret<32>& seed, const KeyId& id);
Result<SecretKey> new_secret_key(Random& random);
PublicKey public_key(const SecretKey& key);

/// "RW…", 56 characters.
std::string public_key_text(const PublicKey& key);
/// Takes that text, or a public key file: a comment line, then the text. Code::invalid.
Result<PublicKey> parse_public_key(std::string_view text);
/// The file that `minisign -G` writes.
std::string public_key_file(const PublicKey& key);

/// Code::usage for a comment with control characters or past 1,000 bytes.
Result<Signature> sign(const SecretKey& key, const Digest& digest,
                       std::string_view trusted_comment);

/// The four lines of a .minisig file. The untrusted comment is motcua's own.
std::string signature_text(const Signature& signature);
/// Code::invalid when malformed; Code::refused for an older signature that was not asked for.
Result<Signature> parse_signature(std::string_view text, Legacy legacy = Legacy::refused);

/// Code::signature unless the key made it over this digest and its trusted comment; Code::mismatch
/// when it names another key; Code::usage for a legacy one.
Status verify(const PublicKey& key, const Digest& digest, const Signature& signature);
/// The same for a legacy one, over the whole file; Code::usage for any other.
Status verify_legacy(const PublicKey& key, ByteView file, const Signature& signature);

}  // namespace motcua::sign
