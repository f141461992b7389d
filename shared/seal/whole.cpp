#include "shared/seal/whole.h"

#include "shared/seal/armor.h"

namespace motcua::seal {
namespace {

Error too_large() {
  return fail(Code::too_large, "the message is longer than 16 MiB", "send it as an attachment");
}

Result<Bytes> seal_all(ByteView plain, Result<Sealer> sealer) {
  if (!sealer) return sealer.error();
  Bytes out(sealer->header().begin(), sealer->header().end());
  out.insert(out.end(), sealer->nonce().begin(), sealer->nonce().end());
  std::size_t size = out.size();
  out.resize(size + Sealer::bound(plain.size()) + sealed_chunk_size);
  for (const bool last : {false, true}) {
    const auto room = std::span<std::uint8_t>(out).subspan(size);
    auto written = last ? sealer->finish(room) : sealer->update(plain, room);
    if (!written) return written.error();
    size += *written;
  }
  out.resize(size);
  return out;
}

Result<Bytes> open_all(ByteView sealed, Opener opener) {
  Bytes out(Opener::bound(sealed.size()) + chunk_size);
  std::size_t size = 0;
  for (const bool last : {false, true}) {
    const auto room = std::span<std::uint8_t>(out).subspan(size);
    auto written = last ? opener.finish(room) : opener.update(sealed, room);
    if (!written) return written.error();
    size += *written;
  }
  out.resize(size);
  return out;
}

}  // namespace

Result<Bytes> seal_whole(ByteView plain, std::span<const Recipient> recipients, Random& random) {
  if (plain.size() > max_whole_size) return too_large();
  return seal_all(plain, Sealer::start(recipients, random));
}

Result<Bytes> seal_whole(ByteView plain, std::string_view passphrase, PassphraseLimits limits,
                         Random& random) {
  if (plain.size() > max_whole_size) return too_large();
  return seal_all(plain, Sealer::start_passphrase(passphrase, random, limits.written));
}

Result<Bytes> open_whole(ByteView sealed, std::vector<Identity> identities) {
  if (sealed.size() > max_whole_size + max_header_size) return too_large();
  return open_all(sealed, Opener(std::move(identities)));
}

Result<Bytes> open_whole(ByteView sealed, const codec::SecretText& passphrase,
                         PassphraseLimits limits) {
  if (sealed.size() > max_whole_size + max_header_size) return too_large();
  return open_all(sealed, Opener(passphrase, limits.tried));
}

std::string armored(ByteView sealed) {
  std::string text;
  ArmorWriter writer;
  writer.update(sealed, text);
  writer.finish(text);
  return text;
}

Result<Bytes> unarmored(std::string_view text) {
  ArmorReader reader;
  Bytes out;
  if (auto status = reader.update(bytes_of(text), out); !status) return status.error();
  if (auto status = reader.finish(); !status) return status.error();
  return out;
}

}  // namespace motcua::seal
