#pragma once
// Attachments kept on the device between being added and being sealed: encrypted in age's chunks
// under a fresh key of their own, hashed on the way in, authenticated on the way out, in constant
// memory.
//
// Kept form: 16-byte nonce, then the chunks under HKDF-SHA256(secret, salt = nonce,
// "motcua/v1/keep").

#include <optional>
#include <string>

#include "shared/codec/hash.h"
#include "shared/dossier/file_type.h"
#include "shared/random.h"
#include "shared/seal/chunks.h"

namespace motcua::dossier {

using KeepSecret = codec::Secret<32>;

/// Bytes that update() may write for `in` bytes: whole chunks, and the nonce.
constexpr std::size_t kept_bound(std::size_t in) {
  return 16 + (in / seal::chunk_size + 2) * seal::sealed_chunk_size;
}

struct Kept {
  KeepSecret secret;
  ByteArray<32> hash{};  // BLAKE2b-256 of the plaintext
  std::uint64_t size = 0;
  std::uint64_t kept_size = 0;
  FileType type;
};

/// update() pieces in order, then finish(). An error is final.
class Keeper {
 public:
  /// `name` and `size` are the file's own. Code::io without entropy.
  static Result<Keeper> start(std::string name, std::uint64_t size, Random& random);

  /// Takes all of `in`, returns how many bytes it wrote to `out`, which has kept_bound(in.size())
  /// bytes. The first piece has sniff_size bytes or is the whole file. Codes: those of sniff();
  /// mismatch when more comes than `size` said.
  Result<std::size_t> update(ByteView in, std::span<std::uint8_t> out);
  /// The last chunk; `out` has kept_bound(0) bytes. Code::mismatch when less came.
  Result<std::size_t> finish(std::span<std::uint8_t> out);
  /// After finish().
  const Kept& result() const { return kept_; }

  Keeper(Keeper&&) = default;
  Keeper& operator=(Keeper&&) = default;
  ~Keeper() { codec::wipe(held_); }

 private:
  Keeper(std::string name, std::uint64_t size, const KeepSecret& secret, ByteArray<16> nonce);
  Status seal(ByteView plain, std::span<std::uint8_t> out, std::size_t& at, bool last);

  std::string name_;
  Kept kept_;
  ByteArray<16> nonce_;
  seal::ChunkSealer chunks_;
  codec::Blake2b256 hash_;
  Bytes held_;  // of the chunk being filled
  std::uint64_t came_ = 0;
};

/// Reads a kept attachment back: exactly the bytes that were kept under this secret, which no other
/// file has. It is not hashed again here; sealing does that. An error is final; discard what came
/// out before it.
class KeptReader {
 public:
  KeptReader(const KeepSecret& secret, std::uint64_t size);

  /// `out` has in.size() + seal::chunk_size bytes. Code::payload when the kept form is damaged.
  Result<std::size_t> update(ByteView in, std::span<std::uint8_t> out);
  /// `out` has seal::chunk_size bytes. Code::payload; Code::mismatch for another size.
  Result<std::size_t> finish(std::span<std::uint8_t> out);

  KeptReader(KeptReader&&) = default;
  KeptReader& operator=(KeptReader&&) = default;

 private:
  Status open(ByteView sealed, std::span<std::uint8_t> out, std::size_t& at, bool last);

  KeepSecret secret_;
  std::uint64_t size_expected_;
  Bytes nonce_;
  std::optional<seal::ChunkOpener> chunks_;
  Bytes held_;
  std::uint64_t gave_ = 0;
};

}  // namespace motcua::dossier
