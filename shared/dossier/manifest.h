#pragma once
// The manifest: what a dossier holds, whose it is, and who may read it; signed by the applicant
// before it is encrypted (docs/formats/dossier.md).

#include <string>
#include <vector>

#include "shared/codec/bytes.h"
#include "shared/result.h"
#include "shared/seal/dossier_keys.h"
#include "shared/seal/recipient.h"
#include "shared/sign/minisign.h"

namespace motcua::dossier {

using Hash = ByteArray<32>;  // BLAKE2b-256

struct Party {
  std::string name;
  std::string id;  // personal number; may be empty
};

struct Units {
  std::string list;  // version of the list of places the codes are from
  std::string receiving;
  std::string competent;
};

struct Attachment {
  std::string name;       // "attachments/01-<component>.<ext>"
  std::string component;  // code of the component it serves
  std::string title;      // the file's own name
  std::string type;       // media type
  Hash hash{};
  std::uint64_t size = 0;
};

/// A notice that was shown, or a consent that was given.
struct Statement {
  std::string id;
  std::int64_t version = 0;
  std::string time;
};

struct Manifest {
  seal::DraftId draft{};
  std::string procedure;  // code
  std::string procedure_version;
  std::string form_schema;  // "birth/1"
  Hash form_hash{};
  std::uint64_t form_size = 0;
  Party applicant;
  Party submitter;
  std::string assurance;  // "self", "helper", "id-seen" or "vneid"
  Units units;
  std::vector<seal::Recipient> recipients;  // who may read it, the applicant included
  std::string read;                         // the applicant's own recipient
  sign::PublicKey sign;
  std::vector<Attachment> attachments;
  std::vector<Statement> notices;
  std::vector<Statement> consents;
  std::string time;
};

/// "attachments/07-<component>.<ext>" for index 6.
std::string attachment_name(std::size_t index, std::string_view component, std::string_view ext);

/// Canonical JSON; what is written is read back, so that nothing invalid is ever signed
/// (Code::invalid, Code::too_large).
Result<std::string> manifest_text(const Manifest& manifest);

/// Code::invalid for anything else than a canonical manifest of version 1 within all bounds.
Result<Manifest> parse_manifest(std::string_view text);

/// The trusted comment of its signature.
std::string manifest_comment(const seal::DraftId& draft);

/// The text of the signature file.
Result<std::string> sign_manifest(std::string_view text, const seal::DraftId& draft,
                                  const sign::SecretKey& key);

/// Parses, and verifies the signature under the manifest's own key. Code::invalid, Code::signature.
Result<Manifest> verify_manifest(std::string_view text, std::string_view signature);

}  // namespace motcua::dossier
