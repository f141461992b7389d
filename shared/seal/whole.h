#pragma once
// Small messages sealed and opened in one call: a letter to the applicant, a test.

#include "shared/seal/opener.h"
#include "shared/seal/sealer.h"

namespace motcua::seal {

constexpr std::size_t max_whole_size = 16u << 20;

/// Code::too_large past max_whole_size; otherwise as Sealer and Opener.
Result<Bytes> seal_whole(ByteView plain, std::span<const Recipient> recipients, Random& random);
Result<Bytes> open_whole(ByteView sealed, std::vector<Identity> identities);

/// The same by a passphrase, within what this machine may write and try.
Result<Bytes> seal_whole(ByteView plain, std::string_view passphrase, PassphraseLimits limits,
                         Random& random);
Result<Bytes> open_whole(ByteView sealed, const codec::SecretText& passphrase,
                         PassphraseLimits limits);

/// The armored form and back. Code::armor.
std::string armored(ByteView sealed);
Result<Bytes> unarmored(std::string_view text);

}  // namespace motcua::seal
