#pragma once
// The header of an age file (C2SP age.md): a version line, stanzas, and a MAC line.

#include "shared/codec/bytes.h"
#include "shared/result.h"
#include "shared/seal/file_key.h"

namespace motcua::seal {

/// No header longer than this is read or written. Room for some 35 post-quantum recipients.
constexpr std::size_t max_header_size = 64u << 10;

/// No header with more stanzas than this is read.
constexpr std::size_t max_stanzas = 1000;

struct Stanza {
  std::string type;               // "X25519", "mlkem768x25519", "scrypt", or unknown
  std::vector<std::string> args;  // after the type
  Bytes body;
};

struct Header {
  std::vector<Stanza> stanzas;
  ByteArray<32> mac{};
  Bytes raw;              // the original bytes, through the newline after the MAC
  std::size_t maced = 0;  // how many of them the MAC covers: through "---"
};

/// Writes and authenticates a header. Code::too_large past max_header_size.
Result<Header> make_header(std::vector<Stanza> stanzas, const FileKey& key);

/// Code::header_mac when the header was changed.
Status check_mac(const Header& header, const FileKey& key);

/// Code::refused when the header wraps its key in more than one of the known ways. age itself reads
/// such a file (and so do we), but nobody may write one, and a dossier must not be one: its weakest
/// stanza decides how safe it is.
Status check_single_kind(const Header& header);

/// Length of the header that `prefix` begins with; not_found while its end has not come yet;
/// Code::header when it cannot become one, or is too long. Looks at line starts only.
Result<std::size_t> header_length(ByteView prefix);

/// Parses exactly one whole header. Code::header when it is malformed.
Result<Header> parse_header(ByteView bytes);

}  // namespace motcua::seal
