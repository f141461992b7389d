#include <sodium/crypto_sign_ed25519.h>

#include <algorithm>

#include "shared/sign/note.h"

namespace motcua::sign {

Result<NoteSignature> note_signature(std::string_view text, const NoteSigner& signer) {
  if (!note_text_ok(text) || text.size() > max_note_size / 2) {
    return fail(Code::invalid, "this text can not be signed as a note",
                "end it with a newline and leave out other control characters");
  }
  codec::Secret<64> expanded;
  ByteArray<32> key;
  crypto_sign_ed25519_seed_keypair(key.data(), expanded.data(), signer.seed.data());
  NoteSignature out{signer.name, signer.hash, Bytes(64)};
  const auto message = bytes_of(text);
  crypto_sign_ed25519_detached(out.signature.data(), nullptr, message.data(), message.size(),
                               expanded.data());
  return out;
}

Result<std::string> sign_note(std::string_view text, std::span<const NoteSigner> signers) {
  Note note{std::string(text), {}};
  if (signers.empty()) return fail(Code::usage, "a note needs a key to be signed with");
  for (const auto& signer : signers) {
    auto signature = note_signature(text, signer);
    if (!signature) return signature.error();
    note.signatures.push_back(std::move(signature).value());
  }
  return note_text(note);
}

Result<VerifiedNote> verify_note(std::string_view note, std::span<const NoteVerifier> known) {
  const auto parsed = parse_note(note);
  if (!parsed) return parsed.error();
  VerifiedNote out{parsed->text, {}};
  const auto message = bytes_of(parsed->text);
  for (const auto& signature : parsed->signatures) {
    const auto key = std::find_if(known.begin(), known.end(), [&](const NoteVerifier& candidate) {
      return candidate.name == signature.name && candidate.hash == signature.hash;
    });
    if (key == known.end()) continue;
    if (signature.signature.size() != 64 ||
        crypto_sign_ed25519_verify_detached(signature.signature.data(), message.data(),
                                            message.size(), key->key.data()) != 0) {
      return fail(Code::signature, "the signature of " + signature.name + " does not hold",
                  "do not trust this note");
    }
    const auto index = static_cast<std::size_t>(key - known.begin());
    if (std::find(out.signers.begin(), out.signers.end(), index) == out.signers.end()) {
      out.signers.push_back(index);
    }
  }
  if (out.signers.empty()) {
    return fail(Code::signature, "no known key has signed this note", "check which keys you trust");
  }
  return out;
}

}  // namespace motcua::sign
