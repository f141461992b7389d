#include "shared/codec/qr.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace motcua;
using codec::encode_qr;

namespace {

/// The 15 format bits beside the upper left finder, and their copy along the other two.
std::pair<int, int> format_bits(const codec::QrCode& qr) {
  int first = 0, second = 0;
  const auto put = [](int& bits, bool dark) { bits = bits << 1 | (dark ? 1 : 0); };
  const int n = qr.size;
  for (int x = 0; x <= 5; ++x) put(first, qr.dark(x, 8));
  put(first, qr.dark(7, 8));
  put(first, qr.dark(8, 8));
  put(first, qr.dark(8, 7));
  for (int y = 5; y >= 0; --y) put(first, qr.dark(8, y));
  for (int y = n - 1; y >= n - 7; --y) put(second, qr.dark(8, y));
  for (int x = n - 8; x < n; ++x) put(second, qr.dark(x, 8));
  return {first, second};
}

}  // namespace

TEST_CASE("check codewords are those of the standard's example", "[qr]") {
  // ISO/IEC 18004 annex I: version 1-M.
  const std::vector<std::uint8_t> data = {0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11,
                                          0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11};
  const std::vector<std::uint8_t> check = {0xA5, 0x24, 0xD4, 0xC1, 0xED,
                                           0x36, 0xC7, 0x87, 0x2C, 0x55};
  CHECK(codec::qr_check_codewords(data, 10) == check);
}

TEST_CASE("the smallest version that fits is taken", "[qr]") {
  // Byte capacity of level M, ISO/IEC 18004 table 7.
  const int capacity[] = {14,  26,  42,  62,  84,  106, 122, 152, 180, 213,
                          251, 287, 331, 362, 412, 450, 504, 560, 624, 666};
  for (int version = 1; version <= 20; ++version) {
    INFO(version);
    const auto bytes = static_cast<std::size_t>(capacity[version - 1]);
    const auto full = encode_qr(std::string(bytes, 'x'));
    REQUIRE(full);
    CHECK(full->size == version * 4 + 17);
    const auto more = encode_qr(std::string(bytes + 1, 'x'));
    REQUIRE(more.ok() == (version < 20));
    if (more) CHECK(more->size == version * 4 + 21);
  }
}

TEST_CASE("both copies of the format say level M and a valid mask", "[qr]") {
  for (const auto* text : {"a", "motcua", "https://example.test/mot-cua", "4821 7730 5910"}) {
    const auto qr = encode_qr(text);
    REQUIRE(qr);
    const auto [first, second] = format_bits(*qr);
    CHECK(first == second);
    const int bits = first ^ 0x5412;
    CHECK(bits >> 13 == 0);  // level M
    int rest = bits;
    for (int i = 14; i >= 10; --i)
      if ((rest >> i) & 1) rest ^= 0x537 << (i - 10);
    CHECK(rest == 0);
  }
}

// Read back by an independent decoder (zbar) when it was written.
TEST_CASE("a known text gives a known picture", "[qr]") {
  const std::string expected =
      "#######.##..#.#######\n"
      "#.....#.#..#..#.....#\n"
      "#.###.#.##....#.###.#\n"
      "#.###.#..##...#.###.#\n"
      "#.###.#.##.##.#.###.#\n"
      "#.....#.......#.....#\n"
      "#######.#.#.#.#######\n"
      "..........#..........\n"
      "#..######..#.#..#.###\n"
      ".###.#..##.###..##...\n"
      "#.#.#.#.#.###..#...##\n"
      "#....#..###.#####.##.\n"
      "#.######.#.######....\n"
      "........##..###.####.\n"
      "#######.#..#....#.#..\n"
      "#.....#.#.#...###.##.\n"
      "#.###.#.###..##..#.##\n"
      "#.###.#.#.#.####.##..\n"
      "#.###.#..#.###..#####\n"
      "#.....#..#.##..######\n"
      "#######.###.##.##....\n";
  const auto qr = encode_qr("mot cua");
  REQUIRE(qr);
  std::string picture;
  for (int y = 0; y < qr->size; ++y) {
    for (int x = 0; x < qr->size; ++x) picture += qr->dark(x, y) ? '#' : '.';
    picture += '\n';
  }
  CHECK(picture == expected);
}
