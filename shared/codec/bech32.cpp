#include "shared/codec/bech32.h"

#include <algorithm>

namespace motcua::codec {
namespace {

constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t checksum_size = 6;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

bool mixed_case(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_lower) &&
         std::any_of(text.begin(), text.end(), is_upper);
}

bool printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 33 && c <= 126; });
}

class Checksum {
 public:
  explicit Checksum(std::string_view prefix) {
    for (const char c : prefix) add(static_cast<std::uint8_t>(lower(c) >> 5));
    add(0);
    for (const char c : prefix) add(static_cast<std::uint8_t>(lower(c) & 31));
  }
  void add(std::uint8_t value) {
    constexpr std::array<std::uint32_t, 5> generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa,
                                                        0x3d4233dd, 0x2a1462b3};
    const std::uint32_t top = state_ >> 25;
    state_ = (state_ & 0x1ffffff) << 5 ^ value;
    for (std::size_t i = 0; i < generator.size(); ++i) {
      if ((top >> i & 1) != 0) state_ ^= generator[i];
    }
  }
  std::uint32_t value() const { return state_; }

 private:
  std::uint32_t state_ = 1;
};

Error malformed(const char* what) {
  return fail(Code::invalid, std::string("a Bech32 text ") + what);
}

}  // namespace

Result<std::string> bech32_encode(std::string_view prefix, ByteView data) {
  if (prefix.empty() || !printable(prefix) || mixed_case(prefix)) {
    return malformed("has no usable prefix");
  }
  std::string out(prefix);
  out += '1';
  out.reserve(out.size() + data.size() * 8 / 5 + 1 + checksum_size);
  Checksum checksum(prefix);
  const auto put = [&](std::uint32_t value) {
    const auto five = static_cast<std::uint8_t>(value & 31);
    checksum.add(five);
    out += alphabet[five];
  };
  std::uint32_t bits = 0;
  int count = 0;
  for (const std::uint8_t byte : data) {
    bits = bits << 8 | byte;
    for (count += 8; count >= 5; count -= 5) put(bits >> (count - 5));
  }
  if (count > 0) put(bits << (5 - count));
  for (std::size_t i = 0; i < checksum_size; ++i) checksum.add(0);
  const std::uint32_t sum = checksum.value() ^ 1;
  for (std::size_t i = 0; i < checksum_size; ++i) {
    out += alphabet[sum >> (5 * (checksum_size - 1 - i)) & 31];
  }
  if (std::any_of(prefix.begin(), prefix.end(), is_upper)) {
    std::transform(out.begin(), out.end(), out.begin(), upper);
  }
  return out;
}

Result<Bech32> bech32_decode(std::string_view text) {
  if (mixed_case(text)) return malformed("mixes capitals and small letters");
  const auto separator = text.rfind('1');
  if (separator == std::string_view::npos || separator == 0) return malformed("has no prefix");
  const std::string_view prefix = text.substr(0, separator);
  const std::string_view tail = text.substr(separator + 1);
  if (!printable(prefix)) return malformed("has no usable prefix");
  if (tail.size() < checksum_size) return malformed("is cut short");

  Checksum checksum(prefix);
  Bech32 out{std::string(prefix), {}};
  out.data.reserve(tail.size() * 5 / 8);
  std::uint32_t bits = 0;
  int count = 0;
  for (std::size_t i = 0; i < tail.size(); ++i) {
    const auto five = alphabet.find(lower(tail[i]));
    if (five == std::string_view::npos) return malformed("has a character that is never used");
    checksum.add(static_cast<std::uint8_t>(five));
    if (i + checksum_size >= tail.size()) continue;
    bits = bits << 5 | static_cast<std::uint32_t>(five);
    count += 5;
    if (count >= 8) {
      count -= 8;
      out.data.push_back(static_cast<std::uint8_t>(bits >> count));
    }
  }
  if (checksum.value() != 1) return malformed("has a wrong checksum: a character was mistyped");
  if (count >= 5 || (bits & ((1u << count) - 1)) != 0) return malformed("has leftover bits");
  return out;
}

}  // namespace motcua::codec
