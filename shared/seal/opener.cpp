#include "shared/seal/opener.h"

#include <algorithm>

namespace motcua::seal {

Opener::Opener(std::vector<Identity> identities) : identities_(std::move(identities)) {}
Opener::Opener(codec::SecretText passphrase, int most_work)
    : passphrase_(std::move(passphrase)), most_work_(most_work) {}

Status Opener::read_header(ByteView& in) {
  const std::size_t before = start_.size();
  const auto part = in.first(std::min(in.size(), max_header_size - before));
  start_.insert(start_.end(), part.begin(), part.end());
  const auto length = header_length(start_);
  if (!length && length.error().code != Code::not_found) return length.error();
  if (!length) {
    in = in.subspan(part.size());
    return {};
  }
  in = in.subspan(*length - before);
  auto header = parse_header(ByteView(start_).first(*length));
  if (!header) return header.error();
  auto key = passphrase_.empty() ? find_file_key(*header, identities_)
                                 : find_file_key(*header, passphrase_.view(), most_work_);
  if (!key) return key.error();
  commitment_ = seal::commitment(*key);
  header_ = std::move(header).value();
  key_ = std::move(key).value();
  start_.clear();
  return {};
}

void Opener::read_nonce(ByteView& in) {
  const auto part = in.first(std::min(in.size(), nonce_size - start_.size()));
  start_.insert(start_.end(), part.begin(), part.end());
  in = in.subspan(part.size());
  if (start_.size() < nonce_size) return;
  chunks_.emplace(
      payload_key(*key_, std::span<const std::uint8_t, nonce_size>(start_.data(), nonce_size)));
  key_.reset();
  held_.resize(sealed_chunk_size);
}

// A full chunk that did not open as one in the middle, yet more input follows. Perhaps it was the
// last, and somebody added to the file: then it is given out.
std::size_t Opener::refuse(ByteView sealed, std::span<std::uint8_t> out) {
  if (auto status = chunks_->open(sealed, out, true); !status) {
    failed_ = status.error();
    return 0;
  }
  failed_ = fail(Code::payload, "something was added after the end of the sealed content",
                 "fetch the file again; do not use what came out of it");
  return out.size();
}

// Opens every full chunk as one in the middle. One that does not open so may be the last: it is
// held until more input or the end tells.
std::size_t Opener::read_chunks(ByteView in, std::span<std::uint8_t> out) {
  std::size_t written = 0;
  while (!in.empty()) {
    const auto room = out.subspan(written, chunk_size);
    if (filled_ == sealed_chunk_size) return written + refuse(held_, room);
    const auto part = in.first(std::min(in.size(), sealed_chunk_size - filled_));
    in = in.subspan(part.size());
    const bool whole = part.size() == sealed_chunk_size;
    if (whole && chunks_->open(part, room, false)) {
      written += chunk_size;
      continue;
    }
    std::copy(part.begin(), part.end(), held_.begin() + static_cast<std::ptrdiff_t>(filled_));
    filled_ += part.size();
    if (!whole && filled_ == sealed_chunk_size && chunks_->open(held_, room, false)) {
      written += chunk_size;
      filled_ = 0;
    }
  }
  return written;
}

Result<std::size_t> Opener::update(ByteView in, std::span<std::uint8_t> out) {
  if (failed_) return *failed_;
  if (finished_ || out.size() < bound(in.size())) {
    return fail(Code::usage, "the opener was given too little room or has ended");
  }
  if (!header()) {
    if (auto status = read_header(in); !status) {
      failed_ = status.error();
      return *failed_;
    }
  }
  if (key_) read_nonce(in);
  if (!chunks_) return std::size_t{0};
  const std::size_t written = read_chunks(in, out);
  if (failed_ && written == 0) return *failed_;
  return written;
}

Result<std::size_t> Opener::finish(std::span<std::uint8_t> out) {
  if (failed_) return *failed_;
  if (finished_ || out.size() < chunk_size) {
    return fail(Code::usage, "the opener was given too little room or has ended");
  }
  finished_ = true;
  if (!chunks_) {
    failed_ = fail(Code::header, "the age header is cut short", "fetch the file again");
    return *failed_;
  }
  const std::size_t size = filled_ - std::min(filled_, tag_size);
  auto status = chunks_->open(ByteView(held_).first(filled_), out.first(size), true);
  if (!status) {
    failed_ = status.error();
    return *failed_;
  }
  return size;
}

}  // namespace motcua::seal
