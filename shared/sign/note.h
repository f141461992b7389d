#pragma once
// Signed notes (C2SP signed-note.md) with Ed25519 keys.

#include "shared/codec/secret.h"
#include "shared/random.h"

namespace motcua::sign {

constexpr std::size_t max_note_size = 1u << 20;
constexpr std::size_t max_note_signatures = 64;

struct NoteVerifier {
  std::string name;
  ByteArray<4> hash{};  // SHA-256(name | 0x0A | 0x01 | key)[:4]
  ByteArray<32> key{};
  bool operator==(const NoteVerifier&) const = default;
};

struct NoteSigner {
  std::string name;
  ByteArray<4> hash{};
  codec::Secret<32> seed;
};

/// A key's name: not empty, valid UTF-8, no white space, no '+', at most 255 bytes.
bool note_name_ok(std::string_view name);

Result<NoteSigner> note_signer(std::string_view name, const codec::Secret<32>& seed);
NoteVerifier note_verifier(const NoteSigner& signer);

/// `name+hex8+base64(0x01 | key)`. Code::invalid when malformed, Code::mismatch when the hash is
/// not the key's.
std::string vkey_text(const NoteVerifier& verifier);
Result<NoteVerifier> parse_vkey(std::string_view text);
/// `PRIVATE+KEY+name+hex8+base64(0x01 | seed)`.
codec::SecretText signer_text(const NoteSigner& signer);
Result<NoteSigner> parse_signer(std::string_view text);

struct NoteSignature {
  std::string name;
  ByteArray<4> hash{};
  Bytes signature;  // without the hash; 64 bytes for Ed25519
};

struct Note {
  std::string text;  // ends with a newline
  std::vector<NoteSignature> signatures;
};

/// Whether a text can be a note's: valid UTF-8 ending with a newline, no other control characters.
bool note_text_ok(std::string_view text);

/// Splits a note without verifying anything. Code::invalid, Code::too_large.
Result<Note> parse_note(std::string_view note);
/// Writes a note whatever its signatures are.
std::string note_text(const Note& note);

/// The signature of one signer over a text (which ends with a newline). Code::invalid for a text
/// that cannot be a note's.
Result<NoteSignature> note_signature(std::string_view text, const NoteSigner& signer);
/// A whole note, its signatures in the order of the signers.
Result<std::string> sign_note(std::string_view text, std::span<const NoteSigner> signers);

struct VerifiedNote {
  std::string text;
  std::vector<std::size_t> signers;  // indices into the known keys, each once, in note order
};

/// Signatures of unknown keys are ignored; a known key's signature that fails refuses the note, as
/// does having none of a known key (Code::signature).
Result<VerifiedNote> verify_note(std::string_view note, std::span<const NoteVerifier> known);

}  // namespace motcua::sign
