#include "shared/places/pack_bytes.h"

namespace motcua::places {
namespace {

constexpr std::uint64_t zigzag(std::int64_t way) {
  return way < 0 ? static_cast<std::uint64_t>(-(way + 1)) * 2 + 1
                 : static_cast<std::uint64_t>(way) * 2;
}

constexpr std::int64_t unzigzag(std::uint32_t number) {
  const auto half = static_cast<std::int64_t>(number >> 1);
  return (number & 1) != 0 ? -half - 1 : half;
}

}  // namespace

void PackWriter::number(std::uint32_t value) {
  for (; value > 0x7F; value >>= 7) out_.push_back(static_cast<std::uint8_t>(value | 0x80));
  out_.push_back(static_cast<std::uint8_t>(value));
}

void PackWriter::step(std::uint32_t before, std::uint32_t value) {
  number(static_cast<std::uint32_t>(
      zigzag(static_cast<std::int64_t>(value) - static_cast<std::int64_t>(before))));
}

std::uint32_t PackReader::number(std::uint32_t most) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    const std::uint8_t next = byte();
    if (failed()) return 0;
    value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
    if ((next & 0x80) != 0) continue;
    if (next == 0 && shift > 0) break;  // a longer form of the same number
    if (value <= most) return static_cast<std::uint32_t>(value);
    refuse("a number in it is too large");
    return 0;
  }
  refuse("a number in it is malformed");
  return 0;
}

std::uint32_t PackReader::count(std::uint32_t most) {
  const std::uint32_t value = number(most);
  if (value <= rest_.size()) return value;
  refuse("it ends too early");
  return 0;
}

std::uint32_t PackReader::step(std::uint32_t before, std::uint32_t most) {
  const std::int64_t value = static_cast<std::int64_t>(before) + unzigzag(number(0xFFFFFFFF));
  if (value >= 0 && value <= static_cast<std::int64_t>(most)) {
    return static_cast<std::uint32_t>(value);
  }
  refuse("a number in it is out of range");
  return 0;
}

std::uint32_t PackReader::next(std::optional<std::uint32_t> before, std::uint32_t most) {
  const std::uint64_t value = std::uint64_t{number(most)} + (before ? *before + 1 : 0);
  if (value <= most) return static_cast<std::uint32_t>(value);
  refuse("a number in it is out of range");
  return 0;
}

std::uint8_t PackReader::byte() {
  if (failed()) return 0;
  if (rest_.empty()) {
    refuse("it ends too early");
    return 0;
  }
  const std::uint8_t value = rest_.front();
  rest_ = rest_.subspan(1);
  return value;
}

ByteView PackReader::bytes(std::size_t size) {
  refuse_if(size > rest_.size(), "it ends too early");
  if (failed()) return {};
  const ByteView taken = rest_.first(size);
  rest_ = rest_.subspan(size);
  return taken;
}

void PackReader::refuse(const char* what) {
  if (error_) return;
  error_ = fail(Code::invalid, std::string("the pack of places is damaged: ") + what,
                "fetch it again from where it was published");
}

Status PackReader::finish() {
  refuse_if(!rest_.empty(), "something follows its end");
  return error_ ? Status(*error_) : Status{};
}

}  // namespace motcua::places
