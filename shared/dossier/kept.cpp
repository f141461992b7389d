#include "shared/dossier/kept.h"

#include <algorithm>

#include "shared/codec/hkdf.h"

namespace motcua::dossier {
namespace {

constexpr std::size_t nonce_size = 16;

codec::Secret<32> chunk_key(const KeepSecret& secret, ByteView nonce) {
  return codec::hkdf_secret<32>(secret.bytes(), nonce, "motcua/v1/keep");
}

Error changed() {
  return fail(Code::mismatch, "the file has changed while it was being read",
              "close it in other programs, then add it again");
}

Error damaged() {
  return fail(Code::payload, "the attachment kept on this device is damaged",
              "remove it and add it again");
}

/// Moves bytes from `in` to `held` until it has `size`.
void top_up(Bytes& held, ByteView& in, std::size_t size) {
  const std::size_t take = std::min(size - held.size(), in.size());
  held.insert(held.end(), in.begin(), in.begin() + static_cast<std::ptrdiff_t>(take));
  in = in.subspan(take);
}

}  // namespace

Result<Keeper> Keeper::start(std::string name, std::uint64_t size, Random& random) {
  KeepSecret secret;
  ByteArray<nonce_size> nonce{};
  if (auto status = random.fill(secret.bytes()); !status) return status.error();
  if (auto status = random.fill(nonce); !status) return status.error();
  return Keeper(std::move(name), size, secret, nonce);
}

Keeper::Keeper(std::string name, std::uint64_t size, const KeepSecret& secret, ByteArray<16> nonce)
    : name_(std::move(name)), nonce_(nonce), chunks_(chunk_key(secret, nonce)) {
  kept_.secret = secret;
  kept_.size = size;
  kept_.kept_size = nonce_size + seal::sealed_payload_size(size);
  held_.reserve(seal::chunk_size);
}

Status Keeper::seal(ByteView plain, std::span<std::uint8_t> out, std::size_t& at, bool last) {
  const std::size_t size = plain.size() + seal::tag_size;
  if (out.size() < at + size) return fail(Code::usage, "the output buffer is too small");
  if (auto status = chunks_.seal(plain, out.subspan(at, size), last); !status) return status;
  at += size;
  return {};
}

Result<std::size_t> Keeper::update(ByteView in, std::span<std::uint8_t> out) {
  std::size_t at = 0;
  if (in.empty()) return at;
  if (came_ == 0) {
    auto type = sniff(in.first(std::min(in.size(), sniff_size)), name_, kept_.size);
    if (!type) return type.error();
    kept_.type = *type;
    if (out.size() < nonce_size) return fail(Code::usage, "the output buffer is too small");
    at = static_cast<std::size_t>(std::copy(nonce_.begin(), nonce_.end(), out.begin()) -
                                  out.begin());
  }
  came_ += in.size();
  if (came_ > kept_.size) return changed();
  hash_.update(in);
  // A full chunk waits until more comes, because the last one is sealed differently.
  while (!in.empty()) {
    if (held_.empty() && in.size() > seal::chunk_size) {
      if (auto status = seal(in.first(seal::chunk_size), out, at, false); !status) {
        return status.error();
      }
      in = in.subspan(seal::chunk_size);
    } else if (held_.size() == seal::chunk_size) {
      if (auto status = seal(held_, out, at, false); !status) return status.error();
      held_.clear();
    } else {
      top_up(held_, in, seal::chunk_size);
    }
  }
  return at;
}

Result<std::size_t> Keeper::finish(std::span<std::uint8_t> out) {
  if (came_ == 0) {
    auto type = sniff({}, name_, 0);
    return type.error();
  }
  if (came_ != kept_.size) return changed();
  std::size_t at = 0;
  if (auto status = seal(held_, out, at, true); !status) return status.error();
  kept_.hash = hash_.finish();
  return at;
}

KeptReader::KeptReader(const KeepSecret& secret, std::uint64_t size)
    : secret_(secret), size_expected_(size) {
  held_.reserve(seal::sealed_chunk_size);
}

Status KeptReader::open(ByteView sealed, std::span<std::uint8_t> out, std::size_t& at, bool last) {
  if (sealed.size() < seal::tag_size) return damaged();
  const std::size_t size = sealed.size() - seal::tag_size;
  if (out.size() < at + size) return fail(Code::usage, "the output buffer is too small");
  const auto plain = out.subspan(at, size);
  if (!chunks_->open(sealed, plain, last)) return damaged();
  gave_ += size;
  at += size;
  return {};
}

Result<std::size_t> KeptReader::update(ByteView in, std::span<std::uint8_t> out) {
  if (!chunks_) {
    top_up(nonce_, in, nonce_size);
    if (nonce_.size() == nonce_size) chunks_.emplace(chunk_key(secret_, nonce_));
  }
  std::size_t at = 0;
  while (!in.empty()) {
    if (held_.empty() && in.size() > seal::sealed_chunk_size) {
      auto status = open(in.first(seal::sealed_chunk_size), out, at, false);
      if (!status) return status.error();
      in = in.subspan(seal::sealed_chunk_size);
    } else if (held_.size() == seal::sealed_chunk_size) {
      if (auto status = open(held_, out, at, false); !status) return status.error();
      held_.clear();
    } else {
      top_up(held_, in, seal::sealed_chunk_size);
    }
  }
  return at;
}

Result<std::size_t> KeptReader::finish(std::span<std::uint8_t> out) {
  if (!chunks_) return damaged();
  std::size_t at = 0;
  if (auto status = open(held_, out, at, true); !status) return status.error();
  if (gave_ != size_expected_) {
    return fail(Code::mismatch, "the attachment kept on this device is not the one that was added",
                "remove it and add it again");
  }
  return at;
}

}  // namespace motcua::dossier
