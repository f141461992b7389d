#include "shared/seal/whole.h"

namespace motcua::seal {
namespace {

Error too_large() {
  return fail(Code::too_large, "the message is longer than 16 MiB", "send it as an attachment");
}

}  // namespace

Result<Bytes> seal_whole(ByteView plain, std::span<const Recipient> recipients, Random& random) {
  if (plain.size() > max_whole_size) return too_large();
  auto sealer = Sealer::start(recipients, random);
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

Result<Bytes> open_whole(ByteView sealed, std::vector<Identity> identities) {
  if (sealed.size() > max_whole_size + max_header_size) return too_large();
  Opener opener(std::move(identities));
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

}  // namespace motcua::seal
