#pragma once
// The numbers of a pack: unsigned LEB128 in its shortest form, at most 32 bits.

#include <optional>

#include "shared/codec/bytes.h"
#include "shared/result.h"

namespace motcua::places {

class PackWriter {
 public:
  void number(std::uint32_t value);
  /// The way from `before` to `value`, small for a small step in either direction.
  void step(std::uint32_t before, std::uint32_t value);
  void byte(std::uint8_t value) { out_.push_back(value); }
  void bytes(ByteView bytes) { out_.insert(out_.end(), bytes.begin(), bytes.end()); }
  const Bytes& written() const { return out_; }

 private:
  Bytes out_;
};

/// Reads what a stranger wrote. The first error stays; every later read gives 0 or nothing.
class PackReader {
 public:
  explicit PackReader(ByteView bytes) : rest_(bytes) {}

  /// At most `most`.
  std::uint32_t number(std::uint32_t most);
  /// How many items follow: at most `most`, and no more than there are bytes for them.
  std::uint32_t count(std::uint32_t most);
  /// Of step(): the new value, at most `most`.
  std::uint32_t step(std::uint32_t before, std::uint32_t most);
  /// A number that is larger than the one before by at least one; `before` is empty for the first.
  std::uint32_t next(std::optional<std::uint32_t> before, std::uint32_t most);
  std::uint8_t byte();
  ByteView bytes(std::size_t size);

  /// Keeps the first error only.
  void refuse(const char* what);
  void refuse_if(bool wrong, const char* what) {
    if (wrong) refuse(what);
  }
  bool failed() const { return error_.has_value(); }
  /// Code::invalid for anything above, or when bytes are left.
  Status finish();

 private:
  ByteView rest_;
  std::optional<Error> error_;
};

}  // namespace motcua::places
