#pragma once
// Public keys that files are sealed to: `age1pq1…` (hybrid) and `age1…` (classical).

#include "shared/random.h"
#include "shared/seal/header.h"
#include "shared/seal/kind.h"

namespace motcua::seal {

constexpr std::size_t hybrid_public_size = 1216;
constexpr std::size_t x25519_public_size = 32;

class Recipient {
 public:
  /// `key` has the size of its kind (asserted). Kind::passphrase is no public key.
  Recipient(Kind kind, Bytes key);

  Kind kind() const { return kind_; }
  ByteView key() const { return key_; }
  std::string text() const;

  friend bool operator==(const Recipient& a, const Recipient& b) {
    return a.kind_ == b.kind_ && a.key_ == b.key_;
  }

 private:
  Kind kind_;
  Bytes key_;
};

/// Code::invalid unless the text is exactly one recipient, in lower case as it is always written.
Result<Recipient> parse_recipient(std::string_view text);

/// A file of recipients, one a line; empty lines and lines starting with '#' are skipped.
/// Code::invalid names the line. An empty list is refused.
Result<std::vector<Recipient>> parse_recipients_file(std::string_view text);

/// The file key wrapped for this recipient.
Result<Stanza> wrap(const Recipient& recipient, const FileKey& key, Random& random);
/// For every one once (equal ones are merged, order is kept). Code::usage for none, Code::refused
/// for kinds mixed.
Result<std::vector<Stanza>> wrap_all(std::span<const Recipient> recipients, const FileKey& key,
                                     Random& random);

}  // namespace motcua::seal
