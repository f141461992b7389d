#include <sodium.h>
#include <catch2/catch_test_macros.hpp>

#include <cstring>

#include "shared/codec/bytes.h"
#include "shared/seal/selftest.h"

// The optimised ChaCha20 against RFC 8439 written plainly. A build whose vector code counts blocks
// wrongly still opens what it sealed itself; only another implementation shows it.

using namespace motcua;

namespace {

std::uint32_t rotate(std::uint32_t x, int by) { return x << by | x >> (32 - by); }

std::uint32_t word(const std::uint8_t* at) {
  return at[0] | at[1] << 8 | at[2] << 16 | static_cast<std::uint32_t>(at[3]) << 24;
}

void quarter(std::uint32_t& a, std::uint32_t& b, std::uint32_t& c, std::uint32_t& d) {
  a += b, d = rotate(d ^ a, 16);
  c += d, b = rotate(b ^ c, 12);
  a += b, d = rotate(d ^ a, 8);
  c += d, b = rotate(b ^ c, 7);
}

Bytes key_stream(const ByteArray<32>& key, const ByteArray<12>& nonce, std::uint32_t counter,
                 std::size_t blocks) {
  std::uint32_t start[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
  for (int i = 0; i < 8; ++i) start[4 + i] = word(key.data() + 4 * i);
  for (int i = 0; i < 3; ++i) start[13 + i] = word(nonce.data() + 4 * i);
  Bytes out;
  for (std::size_t block = 0; block < blocks; ++block) {
    start[12] = counter + static_cast<std::uint32_t>(block);
    std::uint32_t x[16];
    std::memcpy(x, start, sizeof x);
    for (int round = 0; round < 10; ++round) {
      for (int i = 0; i < 4; ++i) quarter(x[i], x[4 + i], x[8 + i], x[12 + i]);
      for (int i = 0; i < 4; ++i) {
        quarter(x[i], x[4 + (i + 1) % 4], x[8 + (i + 2) % 4], x[12 + (i + 3) % 4]);
      }
    }
    for (int i = 0; i < 16; ++i) {
      const std::uint32_t sum = x[i] + start[i];
      for (int shift = 0; shift < 32; shift += 8) {
        out.push_back(static_cast<std::uint8_t>(sum >> shift));
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("ChaCha20 is the one of RFC 8439 at every length, counter and alignment") {
  REQUIRE(sodium_init() >= 0);
  constexpr std::size_t longest = 4096;
  ByteArray<32> key;
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i * 11 + 3);
  const ByteArray<12> nonce = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 255, 254};
  Bytes plain(longest + 16);
  for (std::size_t i = 0; i < plain.size(); ++i) plain[i] = static_cast<std::uint8_t>(i * 5);
  Bytes out(longest + 16);
  for (const std::uint32_t counter : {0u, 1u, 3u, 4u, 255u, 0x7ffffffeu, 0xffffff00u}) {
    const Bytes stream = key_stream(key, nonce, counter, longest / 64);
    int wrong = 0;
    for (std::size_t size = 0; size <= longest; ++size) {
      const std::size_t offset = size % 16;
      crypto_stream_chacha20_ietf_xor_ic(out.data() + offset, plain.data() + offset, size,
                                         nonce.data(), counter, key.data());
      for (std::size_t i = 0; i < size; ++i) {
        wrong += out[offset + i] != (plain[offset + i] ^ stream[i]);
      }
    }
    INFO("counter " << counter);
    CHECK(wrong == 0);
  }
}

TEST_CASE("every known answer comes out") {
  const auto passed = seal::selftest();
  INFO((passed ? "" : passed.error().message));
  REQUIRE(passed.ok());
  CHECK(passed.value() == 13);
}
