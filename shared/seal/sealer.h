#pragma once
// Seals a stream as an age file with constant memory. The file is: header(), nonce(), then
// everything that update() and finish() give out. The "body" that motcua hashes is all but the
// header.

#include "shared/seal/chunks.h"
#include "shared/seal/passphrase.h"
#include "shared/seal/recipient.h"

namespace motcua::seal {

class Sealer {
 public:
  /// A new file key wrapped for every recipient once (equal ones are merged, order is kept).
  /// Code::usage for no recipient, Code::refused for kinds mixed, Code::too_large for too many.
  static Result<Sealer> start(std::span<const Recipient> recipients, Random& random);
  static Result<Sealer> start_passphrase(std::string_view passphrase, Random& random,
                                         int work_factor = computer_limits.written);

  ByteView header() const { return header_; }
  ByteView nonce() const { return nonce_; }
  ByteArray<32> commitment() const { return commitment_; }

  /// Bytes that update(in, out) may need in `out`.
  static constexpr std::size_t bound(std::size_t in) {
    return (in / chunk_size + 1) * sealed_chunk_size;
  }

  /// Takes all of `in`, gives back how many bytes it wrote to `out`. `out` must have
  /// bound(in.size()) bytes and not overlap `in`. Code::usage when not, or after finish().
  Result<std::size_t> update(ByteView in, std::span<std::uint8_t> out);
  /// Seals the last chunk; `out` must have sealed_chunk_size bytes.
  Result<std::size_t> finish(std::span<std::uint8_t> out);

  /// For callers who seal whole chunks by themselves, instead of update() and finish().
  const PayloadKey& payload_key() const { return chunks_.key(); }

  Sealer(Sealer&&) = default;
  Sealer& operator=(Sealer&&) = default;
  ~Sealer();

 private:
  Sealer(Header header, ByteArray<nonce_size> nonce, const FileKey& key);
  static Result<Sealer> start_with(std::vector<Stanza> stanzas, const FileKey& key, Random& random);

  Bytes header_;
  ByteArray<nonce_size> nonce_;
  ByteArray<32> commitment_;
  ChunkSealer chunks_;
  Bytes held_;  // plaintext of the chunk being filled; allocated once
  std::size_t filled_ = 0;
  bool finished_ = false;
};

}  // namespace motcua::seal
