#include "shared/codec/tar_reader.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

using namespace motcua;
using namespace motcua::codec;

namespace {

struct Collected : TarSink {
  std::vector<TarEntry> entries;
  std::vector<std::string> contents;
  int ended = 0;

  Status begin(const TarEntry& entry) override {
    entries.push_back(entry);
    contents.emplace_back();
    return {};
  }
  Status data(ByteView piece) override {
    contents.back().append(text_of(piece));
    return {};
  }
  Status end() override {
    ++ended;
    return {};
  }
};

using Block = ByteArray<tar_block>;

void append(Bytes& archive, const Block& header, std::string_view content) {
  archive.insert(archive.end(), header.begin(), header.end());
  const auto bytes = bytes_of(content);
  archive.insert(archive.end(), bytes.begin(), bytes.end());
  archive.resize(archive.size() + static_cast<std::size_t>(tar_padding(content.size())));
}

Block header(const std::string& name, std::size_t size) {
  return tar_header({name, size, 1795000000}).value();
}

void fix_checksum(Block& block) {
  std::fill_n(block.begin() + 148, 8, std::uint8_t{' '});
  unsigned sum = 0;
  for (const auto byte : block) sum += byte;
  for (int i = 5; i >= 0; --i, sum >>= 3) block[148 + i] = static_cast<std::uint8_t>('0' + sum % 8);
  block[154] = 0;
}

Bytes archive_of(std::initializer_list<std::pair<std::string, std::string>> files) {
  Bytes archive;
  for (const auto& [name, content] : files) append(archive, header(name, content.size()), content);
  archive.resize(archive.size() + 1024);
  return archive;
}

Status read(const Bytes& archive, Collected& sink, std::size_t step = 1 << 20,
            TarLimits limits = {}) {
  TarReader reader(sink, limits);
  for (std::size_t at = 0; at < archive.size(); at += step) {
    auto status = reader.push(ByteView(archive).subspan(at, std::min(step, archive.size() - at)));
    if (!status) return status;
  }
  return reader.finish();
}

Code code_of(const Bytes& archive, TarLimits limits = {}) {
  Collected sink;
  const auto status = read(archive, sink, 1 << 20, limits);
  REQUIRE_FALSE(status.ok());
  return status.error().code;
}

// An archive of one small file whose header was changed and its checksum mended.
Bytes with_header(const std::function<void(Block&)>& change) {
  auto block = header("a.txt", 3);
  change(block);
  fix_checksum(block);
  Bytes archive;
  append(archive, block, "abc");
  archive.resize(archive.size() + 1024);
  return archive;
}

void put(Block& block, std::size_t at, std::string_view text) {
  std::copy(text.begin(), text.end(), block.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

TEST_CASE("an archive is read however it is cut") {
  const std::string big(1300, 'x');
  auto archive = archive_of({{"manifest.json", "{}"},
                             {"empty", ""},
                             {"attachments/01-a.pdf", big},
                             {"b", std::string(512, 'y')}});
  archive.resize(archive.size() + 5 * 512);  // Padmé zeros
  for (const std::size_t step : {1u, 7u, 511u, 512u, 513u, 100'000u}) {
    Collected sink;
    REQUIRE(read(archive, sink, step).ok());
    REQUIRE(sink.entries.size() == 4);
    CHECK(sink.ended == 4);
    CHECK(sink.entries[0].name == "manifest.json");
    CHECK(sink.entries[2].name == "attachments/01-a.pdf");
    CHECK(sink.entries[2].size == 1300);
    CHECK(sink.entries[2].mtime == 1795000000);
    CHECK(sink.contents[0] == "{}");
    CHECK(sink.contents[1].empty());
    CHECK(sink.contents[2] == big);
  }
  Collected none;
  CHECK(read(archive_of({}), none).ok());
}

TEST_CASE("a cut archive is refused wherever it is cut") {
  const auto archive = archive_of({{"a", "abc"}, {"b", std::string(600, 'b')}});
  for (std::size_t size = 0; size < archive.size(); size += 37) {
    INFO(size);
    CHECK(code_of(Bytes(archive.begin(), archive.begin() + static_cast<std::ptrdiff_t>(size))) ==
          Code::invalid);
  }
  auto longer = archive;
  longer.push_back(0);
  CHECK(code_of(longer) == Code::invalid);
}

TEST_CASE("names that lead elsewhere are refused") {
  for (const char* name :
       {"../a", "/etc/passwd", "a/../../b", "./a", "a/", "c:\\a", "~", "-\x01"}) {
    INFO(name);
    CHECK(code_of(with_header([&](Block& block) {
            std::fill_n(block.begin(), 100, std::uint8_t{0});
            put(block, 0, name);
          })) == Code::refused);
  }
  CHECK(code_of(with_header([](Block& block) { put(block, 345, "../"); })) == Code::refused);
  CHECK(code_of(with_header([](Block& block) { put(block, 50, "hidden"); })) == Code::refused);
}

TEST_CASE("only plain files are read") {
  for (const char type : {'1', '2', '3', '4', '5', '6', '7', 'L', 'K', 'x', 'g', 'S', '\0'}) {
    INFO(type);
    CHECK(code_of(with_header([&](Block& block) {
            block[156] = static_cast<std::uint8_t>(type);
          })) == Code::refused);
  }
  CHECK(code_of(with_header([](Block& block) { put(block, 157, "target"); })) == Code::refused);
  CHECK(code_of(with_header([](Block& block) { put(block, 100, "0004755"); })) == Code::refused);
  CHECK(code_of(with_header([](Block& block) { put(block, 108, "0001750"); })) == Code::refused);
  CHECK(code_of(with_header([](Block& block) { put(block, 265, "root"); })) == Code::refused);
  CHECK(code_of(with_header([](Block& block) { put(block, 257, "ustar  "); })) == Code::refused);
}

TEST_CASE("a damaged header and impossible sizes are refused") {
  auto archive = archive_of({{"a.txt", "abc"}});
  archive[0] = 'b';
  CHECK(code_of(archive) == Code::invalid);
  CHECK(code_of(with_header([](Block& block) { put(block, 124, "77777777777 "); })) ==
        Code::refused);
  CHECK(code_of(with_header([](Block& block) { put(block, 124, "0000000003 "); })) ==
        Code::refused);
  CHECK(code_of(with_header([](Block& block) { block[124] = 0x80; })) == Code::invalid);
  CHECK(code_of(with_header([](Block& block) { put(block, 124, "-0000000003"); })) ==
        Code::invalid);
  CHECK(code_of(with_header([](Block& block) { put(block, 124, "777777777777"); })) ==
        Code::invalid);
  CHECK(code_of(with_header([](Block& block) { put(block, 124, "77777777777"); })) ==
        Code::too_large);
}

TEST_CASE("a name stands once, also on systems that do not tell capitals") {
  CHECK(code_of(archive_of({{"a.txt", "1"}, {"a.txt", "2"}})) == Code::duplicate);
  CHECK(code_of(archive_of({{"a.txt", "1"}, {"A.TXT", "2"}})) == Code::duplicate);
}

TEST_CASE("nothing hides in the zeros") {
  auto padding = archive_of({{"a.txt", "abc"}});
  padding[512 + 3] = 1;
  CHECK(code_of(padding) == Code::refused);
  auto after = archive_of({{"a.txt", "abc"}});
  after.resize(after.size() + 512);
  after.back() = 1;
  CHECK(code_of(after) == Code::refused);
  Bytes between;
  append(between, header("a.txt", 3), "abc");
  between.resize(between.size() + 512);
  append(between, header("b.txt", 3), "abc");
  between.resize(between.size() + 1024);
  CHECK(code_of(between) == Code::invalid);
}

TEST_CASE("an archive is bounded") {
  const auto archive = archive_of({{"a", "abc"}, {"b", "abc"}});
  CHECK(code_of(archive, {.entries = 1}) == Code::too_large);
  CHECK(code_of(archive, {.entry_size = 2}) == Code::too_large);
  CHECK(code_of(archive, {.archive_size = 1024}) == Code::too_large);
}

TEST_CASE("an error stays") {
  auto archive = archive_of({{"a.txt", "abc"}});
  archive[0] = 'b';
  Collected sink;
  TarReader reader(sink);
  REQUIRE_FALSE(reader.push(archive).ok());
  CHECK_FALSE(reader.push(archive_of({})).ok());
  CHECK_FALSE(reader.finish().ok());
  CHECK(sink.entries.empty());
}
