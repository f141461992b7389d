#include "shared/seal/chunks.h"

#include <sodium/crypto_aead_chacha20poly1305.h>

namespace motcua::seal {
namespace {

using Nonce = ByteArray<crypto_aead_chacha20poly1305_ietf_NPUBBYTES>;

// 11 bytes of counter, big-endian, then 1 for the last chunk.
Nonce chunk_nonce(std::uint64_t count, bool last) {
  Nonce nonce{};
  for (std::size_t i = 0; i < 8; ++i) {
    nonce[10 - i] = static_cast<std::uint8_t>(count >> (8 * i));
  }
  nonce[11] = last ? 1 : 0;
  return nonce;
}

// Whether a chunk of this many plain bytes may stand here.
bool size_ok(std::size_t plain, std::uint64_t count, bool last) {
  if (!last) return plain == chunk_size;
  return plain <= chunk_size && (plain > 0 || count == 0);
}

Error damaged() {
  return fail(Code::payload, "the sealed content is damaged or cut short",
              "fetch the file again; do not use what came out of it");
}

}  // namespace

Result<std::uint64_t> plain_payload_size(std::uint64_t sealed) {
  const std::uint64_t whole = sealed / sealed_chunk_size;
  const std::uint64_t rest = sealed % sealed_chunk_size;
  if (rest == 0 && whole > 0) return whole * chunk_size;
  if (rest < tag_size || (rest == tag_size && whole > 0)) return damaged();
  return whole * chunk_size + rest - tag_size;
}

Status seal_chunk(const PayloadKey& key, std::uint64_t number, bool last, ByteView plain,
                  std::span<std::uint8_t> out) {
  if (!size_ok(plain.size(), number, last) || out.size() != plain.size() + tag_size) {
    return fail(Code::usage, "a chunk of the wrong size was to be sealed");
  }
  const Nonce nonce = chunk_nonce(number, last);
  crypto_aead_chacha20poly1305_ietf_encrypt(out.data(), nullptr, plain.data(), plain.size(),
                                            nullptr, 0, nullptr, nonce.data(), key.data());
  return {};
}

Status open_chunk(const PayloadKey& key, std::uint64_t number, bool last, ByteView sealed,
                  std::span<std::uint8_t> out) {
  if (sealed.size() < tag_size || out.size() != sealed.size() - tag_size ||
      !size_ok(out.size(), number, last)) {
    return damaged();
  }
  const Nonce nonce = chunk_nonce(number, last);
  if (crypto_aead_chacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, sealed.data(),
                                                sealed.size(), nullptr, 0, nonce.data(),
                                                key.data()) != 0) {
    return damaged();
  }
  return {};
}

Status ChunkSealer::seal(ByteView plain, std::span<std::uint8_t> out, bool last) {
  if (done_) return fail(Code::usage, "a chunk was to be sealed after the last one");
  if (auto status = seal_chunk(key_, count_, last, plain, out); !status) return status;
  ++count_;
  done_ = last;
  return {};
}

Status ChunkOpener::open(ByteView sealed, std::span<std::uint8_t> out, bool last) {
  if (done_) return damaged();
  if (auto status = open_chunk(key_, count_, last, sealed, out); !status) return status;
  ++count_;
  done_ = last;
  return {};
}

}  // namespace motcua::seal
