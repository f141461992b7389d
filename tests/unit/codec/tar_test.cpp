#include "shared/codec/tar.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/padme.h"

using namespace motcua;
using namespace motcua::codec;

TEST_CASE("an archive's file names are plain") {
  for (const char* good : {"form.json", "attachments/01-giay-chung-sinh.pdf", "A/b_c/d.e.f"}) {
    CHECK(tar_name_ok(good));
  }
  CHECK(tar_name_ok(std::string(100, 'a')));
  for (const char* bad : {"", "/a", "a/", "a//b", "..", "../a", "a/../b", ".", "./a", "a/.hidden",
                          "a b", "a\\b", "c:a", "a\nb", "h\u1ed3"}) {
    INFO(bad);
    CHECK_FALSE(tar_name_ok(bad));
  }
  CHECK_FALSE(tar_name_ok(std::string(101, 'a')));
}

TEST_CASE("a header is the one that ustar describes") {
  const auto block = tar_header({"form.json", 1234, 1795000000}).value();
  const auto field = [&](std::size_t at, std::size_t size) {
    return std::string(text_of(ByteView(block).subspan(at, size)));
  };
  using namespace std::string_literals;
  CHECK(field(0, 10) == "form.json\0"s);
  CHECK(field(100, 8) == "0000600\0"s);
  CHECK(field(108, 8) == "0000000\0"s);
  CHECK(field(124, 12) == "00000002322\0"s);
  CHECK(field(136, 12) == "15277303300\0"s);
  CHECK(field(156, 1) == "0"s);
  CHECK(field(257, 8) ==
        "ustar\0"
        "00"s);
  std::uint64_t sum = 8 * ' ';
  for (std::size_t i = 0; i < block.size(); ++i) sum += i >= 148 && i < 156 ? 0 : block[i];
  CHECK(std::stoull(field(148, 6), nullptr, 8) == sum);
  CHECK(field(154, 2) == "\0 "s);
}

TEST_CASE("what does not fit a header is refused") {
  CHECK(tar_header({"../a", 0, 0}).error().code == Code::invalid);
  CHECK(tar_header({"a", tar_max_size + 1, 0}).error().code == Code::too_large);
  CHECK(tar_header({"a", 0, tar_max_size + 1}).error().code == Code::too_large);
  CHECK(tar_header({"a", tar_max_size, tar_max_size}).ok());
}

TEST_CASE("sizes of entries and archives") {
  CHECK(tar_entry_size(0) == 512);
  CHECK(tar_entry_size(1) == 1024);
  CHECK(tar_entry_size(512) == 1024);
  CHECK(tar_entry_size(513) == 1536);
  CHECK(tar_archive_size(0) == 1024);
  for (std::uint64_t entries = 512; entries < 10'000'000; entries += 997 * 512) {
    const auto size = tar_archive_size(entries);
    CHECK(size >= entries + 1024);
    CHECK(size % 512 == 0);
    CHECK(size <= (entries + 1024) * 112 / 100 + 512);
  }
}

TEST_CASE("Padm\u00e9 as its paper has it") {
  CHECK(padme(0) == 0);
  CHECK(padme(1) == 1);
  CHECK(padme(8) == 8);
  CHECK(padme(9) == 10);
  CHECK(padme(33) == 36);
  CHECK(padme(1000) == 1024);
  CHECK(padme(100'000) == 100'352);
  CHECK(padme(1'000'000) == 1'015'808);
  for (std::uint64_t length = 1; length < 100'000; length += 7) {
    const auto padded = padme(length);
    REQUIRE(padded >= length);
    REQUIRE(padme(padded) == padded);
    REQUIRE((padded - length) * 100 <= length * 12);
  }
}
