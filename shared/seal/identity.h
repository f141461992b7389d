#pragma once
// Secret keys that open files: `AGE-SECRET-KEY-PQ-1…` (hybrid) and `AGE-SECRET-KEY-1…` (classical).

#include <optional>

#include "shared/seal/recipient.h"
#include "shared/seal/wrapped.h"

namespace motcua::seal {

class Identity {
 public:
  /// Kind::hybrid or Kind::x25519; 32 secret bytes are the seed or the scalar.
  Identity(Kind kind, codec::Secret<32> secret);
  static Result<Identity> generate(Kind kind, Random& random);

  Kind kind() const { return kind_; }
  const codec::Secret<32>& secret() const { return secret_; }
  Recipient recipient() const;
  codec::SecretText text() const;

 private:
  Kind kind_;
  codec::Secret<32> secret_;
};

/// Code::invalid unless the text is exactly one identity, in capitals as it is always written.
Result<Identity> parse_identity(std::string_view text);

/// A file of identities as `age-keygen` writes it: one a line, comments with '#'. Code::invalid
/// names the line. An empty list is refused.
Result<std::vector<Identity>> parse_identity_file(std::string_view text);

/// The same file for one identity; `created` is a time such as 2026-11-22T05:00:00Z.
codec::SecretText identity_file(const Identity& identity, std::string_view created);

/// The file key when this identity opens the stanza; nothing when the stanza is for somebody else;
/// Code::header when its share is degenerate.
Result<std::optional<FileKey>> unwrap(const Identity& identity, const Wrapped& wrapped);

}  // namespace motcua::seal
