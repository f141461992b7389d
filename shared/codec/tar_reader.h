#pragma once
// Reads an archive that a stranger made. Accepts only what tar_header writes: see
// docs/formats/tar.md for the list of refusals.

#include <optional>
#include <set>

#include "shared/codec/tar.h"

namespace motcua::codec {

struct TarLimits {
  std::size_t entries = 256;
  std::uint64_t entry_size = std::uint64_t{1} << 30;
  std::uint64_t archive_size = std::uint64_t{4} << 30;
};

/// Receives the entries in order: begin, data any number of times, end. An error stops the reading.
class TarSink {
 public:
  virtual ~TarSink() = default;
  virtual Status begin(const TarEntry& entry) = 0;
  virtual Status data(ByteView piece) = 0;
  virtual Status end() = 0;
};

/// push() pieces of any size, then finish(). After an error every further call gives it again.
class TarReader {
 public:
  explicit TarReader(TarSink& sink, TarLimits limits = {}) : sink_(sink), limits_(limits) {}

  /// Code::invalid, ::refused, ::duplicate, ::too_large, or what the sink says.
  Status push(ByteView piece);
  /// Code::invalid when the two closing zero blocks have not come or the last block is cut.
  Status finish();

 private:
  enum class State { header, content, padding, first_zero, zeros };
  Status step(ByteView& piece);
  Status read_header();
  Status start_entry();
  Status close_entry();

  TarSink& sink_;
  TarLimits limits_;
  State state_ = State::header;
  ByteArray<tar_block> block_{};
  std::size_t filled_ = 0;
  std::uint64_t left_ = 0;     // of the content or padding being read
  std::uint64_t padding_ = 0;  // after the content being read
  std::uint64_t total_ = 0;
  std::set<std::string, std::less<>> seen_;  // in lower case
  Status failed_;
};

}  // namespace motcua::codec
