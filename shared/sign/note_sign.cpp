#include <sodium/crypto_sign_ed25519.h>

#include <algorithm>
#include <optional>

#include "shared/sign/note.h"

namespace motcua::sign {
namespace {

constexpr std::size_t time_size = 8;
constexpr std::size_t ed25519_size = 64;
constexpr std::uint64_t latest_time = std::uint64_t{1} << 53;  // fits JSON's integers

Status check_text(std::string_view text) {
  if (note_text_ok(text) && text.size() <= max_note_size / 2) return {};
  return fail(Code::invalid, "this text can not be signed as a note",
              "end it with a newline and leave out other control characters");
}

/// Adds the signature of `message` to `signature`.
void add_ed25519(Bytes& signature, std::string_view message, const codec::Secret<32>& seed) {
  codec::Secret<64> expanded;
  ByteArray<32> key;
  crypto_sign_ed25519_seed_keypair(key.data(), expanded.data(), seed.data());
  const auto bytes = bytes_of(message);
  const std::size_t before = signature.size();
  signature.resize(before + ed25519_size);
  crypto_sign_ed25519_detached(signature.data() + before, nullptr, bytes.data(), bytes.size(),
                               expanded.data());
}

bool ed25519_holds(ByteView signature, std::string_view message, const ByteArray<32>& key) {
  const auto bytes = bytes_of(message);
  return signature.size() == ed25519_size &&
         crypto_sign_ed25519_verify_detached(signature.data(), bytes.data(), bytes.size(),
                                             key.data()) == 0;
}

std::string cosigned_text(std::string_view text, std::uint64_t time) {
  return "cosignature/v1\ntime " + std::to_string(time) + "\n" + std::string(text);
}

/// The time of a signature that holds (0 where the key gives none), or nothing.
std::optional<std::int64_t> holds(const NoteVerifier& key, std::string_view text,
                                  ByteView signature) {
  if (key.type == NoteKey::ed25519) {
    if (!ed25519_holds(signature, text, key.key)) return std::nullopt;
    return 0;
  }
  if (signature.size() != time_size + ed25519_size) return std::nullopt;
  std::uint64_t time = 0;
  for (std::size_t i = 0; i < time_size; ++i) time = time << 8 | signature[i];
  if (time >= latest_time) return std::nullopt;
  if (!ed25519_holds(signature.subspan(time_size), cosigned_text(text, time), key.key)) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(time);
}

}  // namespace

Result<NoteSignature> note_signature(std::string_view text, const NoteSigner& signer) {
  if (auto status = check_text(text); !status) return status.error();
  if (signer.type != NoteKey::ed25519) {
    return fail(Code::usage, "a witness's key signs checkpoints with a time only");
  }
  NoteSignature out{signer.name, signer.hash, {}};
  add_ed25519(out.signature, text, signer.seed);
  return out;
}

Result<NoteSignature> cosignature(std::string_view text, std::int64_t time,
                                  const NoteSigner& witness) {
  if (auto status = check_text(text); !status) return status.error();
  if (witness.type != NoteKey::cosigner || time < 0) {
    return fail(Code::usage, "only a witness's key signs with a time");
  }
  NoteSignature out{witness.name, witness.hash, {}};
  for (std::size_t i = time_size; i-- > 0;) {
    out.signature.push_back(static_cast<std::uint8_t>(time >> (8 * i)));
  }
  add_ed25519(out.signature, cosigned_text(text, static_cast<std::uint64_t>(time)), witness.seed);
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
  VerifiedNote out{parsed->text, {}, {}};
  for (const auto& signature : parsed->signatures) {
    const auto key = std::find_if(known.begin(), known.end(), [&](const NoteVerifier& candidate) {
      return candidate.name == signature.name && candidate.hash == signature.hash;
    });
    if (key == known.end()) continue;
    const auto time = holds(*key, parsed->text, signature.signature);
    if (!time) {
      return fail(Code::signature, "the signature of " + signature.name + " does not hold",
                  "do not trust this note");
    }
    const auto index = static_cast<std::size_t>(key - known.begin());
    if (std::find(out.signers.begin(), out.signers.end(), index) == out.signers.end()) {
      out.signers.push_back(index);
      out.times.push_back(*time);
    }
  }
  if (out.signers.empty()) {
    return fail(Code::signature, "no known key has signed this note", "check which keys you trust");
  }
  return out;
}

}  // namespace motcua::sign
