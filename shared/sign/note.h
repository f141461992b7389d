#pragma once
// Signed notes (C2SP signed-note.md) with Ed25519 keys, and the cosignatures of witnesses (C2SP
// tlog-cosignature.md), which say when they were given.

#include "shared/codec/secret.h"
#include "shared/random.h"

namespace motcua::sign {

constexpr std::size_t max_note_size = 1u << 20;
constexpr std::size_t max_note_signatures = 64;

/// What a key signs: the note's text, or as a witness the text and a time.
enum class NoteKey : std::uint8_t { ed25519 = 1, cosigner = 4 };

struct NoteVerifier {
  std::string name;
  ByteArray<4> hash{};  // SHA-256(name | 0x0A | type | key)[:4]
  ByteArray<32> key{};
  NoteKey type = NoteKey::ed25519;
  bool operator==(const NoteVerifier&) const = default;
};

struct NoteSigner {
  std::string name;
  ByteArray<4> hash{};
  codec::Secret<32> seed;
  NoteKey type = NoteKey::ed25519;
};

/// A key's name: not empty, valid UTF-8, no white space, no '+', at most 255 bytes.
bool note_name_ok(std::string_view name);

Result<NoteSigner> note_signer(std::string_view name, const codec::Secret<32>& seed,
                               NoteKey type = NoteKey::ed25519);
NoteVerifier note_verifier(const NoteSigner& signer);

/// `name+hex8+base64(type | key)`. Code::invalid when malformed or of another type than wanted,
/// Code::mismatch when the hash is not the key's.
std::string vkey_text(const NoteVerifier& verifier);
Result<NoteVerifier> parse_vkey(std::string_view text, NoteKey type = NoteKey::ed25519);
/// `PRIVATE+KEY+name+hex8+base64(type | seed)`.
codec::SecretText signer_text(const NoteSigner& signer);
Result<NoteSigner> parse_signer(std::string_view text, NoteKey type = NoteKey::ed25519);

struct NoteSignature {
  std::string name;
  ByteArray<4> hash{};
  Bytes signature;  // without the hash; 64 bytes for Ed25519, 72 with a witness's time
};

struct Note {
  std::string text;  // ends with a newline
  std::vector<NoteSignature> signatures;
};

/// Whether a text can be a note's: valid UTF-8 ending with a newline, no other control characters.
bool note_text_ok(std::string_view text);

/// One line of a note's signatures, without its newline. Code::invalid.
Result<NoteSignature> parse_signature_line(std::string_view line);
std::string signature_line(const NoteSignature& signature);

/// Splits a note without verifying anything. Code::invalid, Code::too_large.
Result<Note> parse_note(std::string_view note);
/// Writes a note whatever its signatures are.
std::string note_text(const Note& note);

/// The signature of one signer over a text (which ends with a newline). Code::invalid for a text
/// that cannot be a note's, Code::usage for a witness's key.
Result<NoteSignature> note_signature(std::string_view text, const NoteSigner& signer);
/// A witness's signature: it saw this text by that time, seconds since 1970. Code::usage for
/// another key than a witness's, Code::invalid as above.
Result<NoteSignature> cosignature(std::string_view text, std::int64_t time,
                                  const NoteSigner& witness);
/// A whole note, its signatures in the order of the signers.
Result<std::string> sign_note(std::string_view text, std::span<const NoteSigner> signers);

struct VerifiedNote {
  std::string text;
  std::vector<std::size_t> signers;  // indices into the known keys, each once, in note order
  std::vector<std::int64_t> times;   // of each signer: when a witness signed; 0 for other keys
};

/// Signatures of unknown keys are ignored; a known key's signature that fails refuses the note, as
/// does having none of a known key (Code::signature).
Result<VerifiedNote> verify_note(std::string_view note, std::span<const NoteVerifier> known);

}  // namespace motcua::sign
