#include "shared/codec/qr.h"

#include <array>
#include <cstdlib>

#include "shared/codec/qr_matrix.h"

namespace motcua::codec {
namespace {

constexpr int max_version = 20;
// ISO/IEC 18004 table 9, level M: check codewords a block, and blocks, by version.
constexpr std::array<int, max_version + 1> check_per_block = {
    0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26};
constexpr std::array<int, max_version + 1> block_count = {0, 1, 1, 1, 2,  2,  4,  4,  4,  5, 5,
                                                          5, 8, 9, 9, 10, 10, 11, 13, 14, 16};

/// Codewords of data and check together.
int total_codewords(int version) {
  int bits = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const int align = version / 7 + 2;
    bits -= (25 * align - 10) * align - 55;
    if (version >= 7) bits -= 36;
  }
  return bits / 8;
}

int data_codewords(int version) {
  const auto v = static_cast<std::size_t>(version);
  return total_codewords(version) - check_per_block[v] * block_count[v];
}

std::uint8_t multiply(std::uint8_t a, std::uint8_t b) {
  int product = 0;
  for (int bit = 7; bit >= 0; --bit) {
    product = (product << 1) ^ ((product >> 7) * 0x11D);
    product ^= ((b >> bit) & 1) * a;
  }
  return static_cast<std::uint8_t>(product);
}

class BitWriter {
 public:
  void put(std::uint32_t value, int bits) {
    for (int i = bits - 1; i >= 0; --i, ++count_) {
      if (count_ % 8 == 0) bytes_.push_back(0);
      if ((value >> i) & 1U) bytes_.back() |= static_cast<std::uint8_t>(0x80U >> (count_ % 8));
    }
  }
  std::size_t count() const { return count_; }
  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t count_ = 0;
};

std::vector<std::uint8_t> data_of(std::string_view bytes, int version) {
  const auto capacity = static_cast<std::size_t>(data_codewords(version));
  BitWriter bits;
  bits.put(4, 4);
  bits.put(static_cast<std::uint32_t>(bytes.size()), version < 10 ? 8 : 16);
  for (const char c : bytes) bits.put(static_cast<std::uint8_t>(c), 8);
  const std::size_t spare = capacity * 8 - bits.count();
  bits.put(0, static_cast<int>(spare < 4 ? spare : 4));
  auto data = bits.take();
  for (std::uint8_t pad = 0xEC; data.size() < capacity; pad ^= 0xEC ^ 0x11) data.push_back(pad);
  return data;
}

/// Splits into blocks (the short ones first), adds check codewords, interleaves.
std::vector<std::uint8_t> interleave(const std::vector<std::uint8_t>& data, int version) {
  const int blocks = block_count[static_cast<std::size_t>(version)];
  const int check = check_per_block[static_cast<std::size_t>(version)];
  const int shorter = static_cast<int>(data.size()) / blocks;
  const int longer_blocks = static_cast<int>(data.size()) % blocks;

  std::vector<std::vector<std::uint8_t>> parts;
  std::vector<std::vector<std::uint8_t>> checks;
  auto next = data.begin();
  for (int b = 0; b < blocks; ++b) {
    const int length = shorter + (b >= blocks - longer_blocks ? 1 : 0);
    parts.emplace_back(next, next + length);
    next += length;
    checks.push_back(qr_check_codewords(parts.back(), check));
  }

  std::vector<std::uint8_t> out;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(shorter); ++i)
    for (const auto& part : parts)
      if (i < part.size()) out.push_back(part[i]);
  for (std::size_t i = 0; i < static_cast<std::size_t>(check); ++i)
    for (const auto& part : checks) out.push_back(part[i]);
  return out;
}

}  // namespace

std::vector<std::uint8_t> qr_check_codewords(const std::vector<std::uint8_t>& data, int count) {
  std::vector<std::uint8_t> divisor(static_cast<std::size_t>(count), 0);
  divisor.back() = 1;
  std::uint8_t root = 1;
  for (int i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < divisor.size(); ++j) {
      divisor[j] = multiply(divisor[j], root);
      if (j + 1 < divisor.size()) divisor[j] ^= divisor[j + 1];
    }
    root = multiply(root, 2);
  }
  std::vector<std::uint8_t> rest(divisor.size(), 0);
  for (const std::uint8_t byte : data) {
    const std::uint8_t factor = byte ^ rest.front();
    rest.erase(rest.begin());
    rest.push_back(0);
    for (std::size_t j = 0; j < rest.size(); ++j) rest[j] ^= multiply(divisor[j], factor);
  }
  return rest;
}

Result<QrCode> encode_qr(std::string_view bytes) {
  for (int version = 1; version <= max_version; ++version) {
    const std::size_t head = version < 10 ? 12 : 20;
    if (head + bytes.size() * 8 > static_cast<std::size_t>(data_codewords(version)) * 8) continue;
    return draw_qr(interleave(data_of(bytes, version), version), version);
  }
  return fail(Code::too_large, "this text is too long for a QR code", "use at most 666 bytes");
}

}  // namespace motcua::codec
