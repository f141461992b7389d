#include "shared/seal/part_opener.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/seal/contents.h"
#include "shared/seal/rewrap.h"
#include "shared/seal/whole.h"
#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::seal;

namespace {

Identity reader(std::uint8_t which) {
  codec::Secret<32> secret;
  secret.data()[1] = which;  // X25519 ignores the lowest bits of the first byte
  return {Kind::x25519, secret};
}

Bytes pattern(std::size_t size) {
  Bytes bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 7 + i / 65'536);
  return bytes;
}

Bytes sealed(std::size_t size) {
  test::CountingRandom random;
  const Recipient recipients[] = {reader(1).recipient()};
  return seal_whole(pattern(size), recipients, random).value();
}

Result<PartOpener> start(ByteView file, const Identity& identity = reader(1)) {
  const Identity identities[] = {identity};
  return PartOpener::open(file.first(std::min(file.size(), max_part_start)), file.size(),
                          identities);
}

Result<std::size_t> open(PartOpener& part, ByteView file, std::uint64_t number, Bytes& out) {
  return part.chunk(number, file.subspan(part.offset(number), part.sealed_size(number)), out);
}

}  // namespace

TEST_CASE("any chunk opens alone once the last one has") {
  for (const std::size_t size : {0u, 1u, 65'535u, 65'536u, 65'537u, 400'000u}) {
    INFO(size);
    const Bytes plain = pattern(size);
    const Bytes file = sealed(size);
    auto part = start(file);
    REQUIRE(part);
    CHECK(part->size() == size);
    Bytes out(chunk_size);
    for (std::uint64_t n = part->chunks(); n-- > 0;) {
      const auto made = open(*part, file, n, out);
      REQUIRE(made);
      CHECK(std::equal(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(*made),
                       plain.begin() + static_cast<std::ptrdiff_t>(n * chunk_size)));
    }
  }
}

TEST_CASE("a part of a file that was cut, changed or sealed to others does not open") {
  const Bytes file = sealed(200'000);
  Bytes out(chunk_size);
  auto part = start(file);
  REQUIRE(part);
  CHECK(open(*part, file, 0, out).error().code == Code::usage);  // the last one first
  CHECK(part->chunk(4, {}, out).error().code == Code::usage);
  Bytes changed = file;
  changed[part->offset(1)] ^= 1;
  REQUIRE(open(*part, changed, 3, out));
  CHECK(open(*part, changed, 1, out).error().code == Code::payload);
  CHECK(open(*part, changed, 2, out).ok());

  const ByteView cut = ByteView(file).first(part->offset(3));  // a chunk less
  auto shorter = start(cut);
  REQUIRE(shorter);
  CHECK(open(*shorter, cut, 2, out).error().code == Code::payload);
  CHECK(start(ByteView(file).first(part->offset(0) + 15)).error().code == Code::payload);
  CHECK(start(ByteView(file).first(part->offset(0) - 1)).error().code == Code::header);
  CHECK(start(ByteView(file).first(50)).error().code == Code::header);
  CHECK(start({}).error().code == Code::header);
  CHECK(start(file, reader(2)).error().code == Code::no_match);
}

TEST_CASE("payload sizes go both ways, and sizes no payload has are refused") {
  for (const std::uint64_t size : {0ull, 1ull, 65'535ull, 65'536ull, 65'537ull, 1ull << 40}) {
    CHECK(plain_payload_size(sealed_payload_size(size)).value() == size);
  }
  for (const std::uint64_t size : {0ull, 15ull, 65'553ull, 65'568ull, 2 * 65'552ull + 16}) {
    INFO(size);
    CHECK(plain_payload_size(size).error().code == Code::payload);
  }
}

TEST_CASE("contents are told without a key") {
  const Bytes file = sealed(70'000);
  const auto contents = read_contents(file, file.size());
  REQUIRE(contents);
  CHECK(contents->header.stanzas.size() == 1);
  CHECK(contents->plain_size == 70'000);
  CHECK(contents->chunks == 2);
  CHECK(read_contents(ByteView(file).first(20), file.size()).error().code == Code::header);
  CHECK(read_contents(file, 10).error().code == Code::header);
  CHECK(passphrase_memory(18) == 256u << 20);
}

TEST_CASE("another header opens the same body") {
  const Bytes file = sealed(70'000);
  const auto old = read_contents(file, file.size()).value().header;
  const Identity owner[] = {reader(1)};
  const Recipient next[] = {reader(2).recipient(), reader(3).recipient(), reader(2).recipient()};
  test::CountingRandom random;
  const auto made = rewrap(old, owner, next, random);
  REQUIRE(made);
  CHECK(made->stanzas.size() == 2);
  Bytes moved = made->raw;
  moved.insert(moved.end(), file.begin() + static_cast<std::ptrdiff_t>(old.raw.size()), file.end());
  CHECK(open_whole(moved, {reader(2)}).value() == pattern(70'000));
  CHECK(open_whole(moved, {reader(3)}).value() == pattern(70'000));
  CHECK(open_whole(moved, {reader(1)}).error().code == Code::no_match);
  const Identity stranger[] = {reader(9)};
  CHECK(rewrap(old, stranger, next, random).error().code == Code::no_match);
  CHECK(rewrap(old, owner, {}, random).error().code == Code::usage);
}
