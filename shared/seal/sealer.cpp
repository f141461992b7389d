#include "shared/seal/sealer.h"

#include <algorithm>

namespace motcua::seal {
namespace {

Error misuse() { return fail(Code::usage, "the sealer was given too little room or has ended"); }

}  // namespace

Sealer::Sealer(Header header, ByteArray<nonce_size> nonce, const FileKey& key)
    : header_(std::move(header.raw)),
      nonce_(nonce),
      commitment_(seal::commitment(key)),
      chunks_(seal::payload_key(key, nonce)) {}

Sealer::~Sealer() { codec::wipe(held_); }

Result<Sealer> Sealer::start_with(std::vector<Stanza> stanzas, const FileKey& key, Random& random) {
  auto header = make_header(std::move(stanzas), key);
  if (!header) return header.error();
  ByteArray<nonce_size> nonce;
  if (auto status = random.fill(nonce); !status) return status.error();
  return Sealer(std::move(header).value(), nonce, key);
}

Result<Sealer> Sealer::start(std::span<const Recipient> recipients, Random& random) {
  const auto key = new_file_key(random);
  if (!key) return key.error();
  auto stanzas = wrap_all(recipients, key.value(), random);
  if (!stanzas) return stanzas.error();
  return start_with(std::move(stanzas).value(), key.value(), random);
}

Result<Sealer> Sealer::start_passphrase(std::string_view passphrase, Random& random,
                                        int work_factor) {
  const auto key = new_file_key(random);
  if (!key) return key.error();
  auto stanza = wrap_passphrase(passphrase, key.value(), random, work_factor);
  if (!stanza) return stanza.error();
  return start_with({std::move(stanza).value()}, key.value(), random);
}

Result<std::size_t> Sealer::update(ByteView in, std::span<std::uint8_t> out) {
  if (finished_ || out.size() < bound(in.size())) return misuse();
  if (held_.empty()) held_.resize(chunk_size);
  std::size_t written = 0;
  const auto seal_chunk = [&](ByteView plain) {
    auto status = chunks_.seal(plain, out.subspan(written, sealed_chunk_size), false);
    written += sealed_chunk_size;
    return status;
  };
  // A full chunk is sealed only when more follows: it could be the last.
  while (filled_ + in.size() > chunk_size) {
    Status status;
    if (filled_ == 0) {
      status = seal_chunk(in.first(chunk_size));
      in = in.subspan(chunk_size);
    } else {
      const auto part = in.first(chunk_size - filled_);
      std::copy(part.begin(), part.end(), held_.begin() + static_cast<std::ptrdiff_t>(filled_));
      in = in.subspan(part.size());
      filled_ = 0;
      status = seal_chunk(held_);
    }
    if (!status) return status.error();
  }
  std::copy(in.begin(), in.end(), held_.begin() + static_cast<std::ptrdiff_t>(filled_));
  filled_ += in.size();
  return written;
}

Result<std::size_t> Sealer::finish(std::span<std::uint8_t> out) {
  if (finished_ || out.size() < sealed_chunk_size) return misuse();
  finished_ = true;
  const std::size_t size = filled_ + tag_size;
  const auto status = chunks_.seal(ByteView(held_).first(filled_), out.first(size), true);
  if (!status) return status.error();
  return size;
}

}  // namespace motcua::seal
