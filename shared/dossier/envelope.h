#pragma once
// The envelope: all that the gateway sees of a dossier, signed by the same key as the manifest
// (docs/formats/envelope.md). It has no name and no procedure.

#include <string>

#include "shared/dossier/manifest.h"

namespace motcua::dossier {

struct Envelope {
  seal::DraftId draft{};
  std::int64_t channel = 0;  // 1 counter, 2 online, 3 post
  Units units;
  std::uint64_t size = 0;  // of the sealed file
  Hash header{};
  Hash body{};
  Hash commitment{};
  sign::PublicKey sign;
  std::string read;        // the applicant's recipient
  ByteArray<32> follow{};  // hash of the capability
  ByteArray<16> key{};     // idempotency key
};

/// Canonical JSON, read back before it is given out. Code::invalid.
Result<std::string> envelope_text(const Envelope& envelope);
Result<Envelope> parse_envelope(std::string_view text);

std::string envelope_comment(const seal::DraftId& draft);
Result<std::string> sign_envelope(std::string_view text, const seal::DraftId& draft,
                                  const sign::SecretKey& key);

/// Parses, and verifies the signature under the envelope's own key. Code::invalid, Code::signature.
Result<Envelope> verify_envelope(std::string_view text, std::string_view signature);

}  // namespace motcua::dossier
