#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "shared/seal/whole.h"
#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::seal;
using test::CountingRandom;

namespace {

Bytes pattern(std::size_t size) {
  Bytes out(size);
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(i * 31 + i / 251);
  return out;
}

Identity identity() {
  CountingRandom random(1);
  return Identity::generate(Kind::x25519, random).value();
}

Bytes seal_in_pieces(ByteView plain, std::size_t step) {
  CountingRandom random;
  const Recipient recipients[] = {identity().recipient()};
  auto sealer = Sealer::start(recipients, random).value();
  Bytes out(sealer.header().begin(), sealer.header().end());
  out.insert(out.end(), sealer.nonce().begin(), sealer.nonce().end());
  Bytes room(Sealer::bound(step) + sealed_chunk_size);
  const auto keep = [&](std::size_t size) {
    out.insert(out.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(size));
  };
  for (; !plain.empty(); plain = plain.subspan(std::min(step, plain.size()))) {
    keep(sealer.update(plain.first(std::min(step, plain.size())), room).value());
  }
  keep(sealer.finish(room).value());
  return out;
}

struct Opened {
  Bytes plain;
  std::optional<Code> error;
};

Opened open_in_pieces(ByteView sealed, std::size_t step) {
  Opener opener({identity()});
  Opened out;
  Bytes room(Opener::bound(step) + chunk_size);
  const auto keep = [&](const Result<std::size_t>& size) {
    if (!size) {
      out.error = size.error().code;
      return false;
    }
    out.plain.insert(out.plain.end(), room.begin(),
                     room.begin() + static_cast<std::ptrdiff_t>(*size));
    return true;
  };
  for (; !sealed.empty(); sealed = sealed.subspan(std::min(step, sealed.size()))) {
    if (!keep(opener.update(sealed.first(std::min(step, sealed.size())), room))) return out;
  }
  keep(opener.finish(room));
  return out;
}

std::size_t header_size(const Bytes& sealed) { return header_length(sealed).value(); }

}  // namespace

TEST_CASE("a stream is the same however it is cut") {
  for (const std::size_t size : {0u, 1u, 65535u, 65536u, 65537u, 131072u, 200000u}) {
    const Bytes plain = pattern(size);
    const Bytes sealed = seal_in_pieces(plain, 1 << 20);
    CHECK(sealed.size() == header_size(sealed) + nonce_size + sealed_payload_size(size));
    for (const std::size_t step : {1000u, 65536u, 65552u, 70000u, 300000u}) {
      INFO(size << " bytes in pieces of " << step);
      CHECK(seal_in_pieces(plain, step) == sealed);
      const auto opened = open_in_pieces(sealed, step);
      CHECK_FALSE(opened.error);
      CHECK(opened.plain == plain);
    }
  }
  const Bytes small = seal_in_pieces(pattern(300), 1);
  CHECK(open_in_pieces(small, 1).plain == pattern(300));
}

TEST_CASE("a stream that was changed gives its error, and nothing that is not authentic") {
  const Bytes plain = pattern(140000);
  const Bytes sealed = seal_in_pieces(plain, 1 << 20);
  const std::size_t first = header_size(sealed) + nonce_size;
  const auto expect = [&](Bytes changed, std::size_t released) {
    for (const std::size_t step : {5000u, 65552u, 1000000u}) {
      const auto opened = open_in_pieces(changed, step);
      CHECK(opened.error == Code::payload);
      CHECK(opened.plain.size() == released);
      CHECK(std::equal(opened.plain.begin(), opened.plain.end(), plain.begin()));
    }
  };
  for (const std::size_t chunk : {0u, 1u, 2u}) {
    Bytes changed = sealed;
    changed[first + chunk * sealed_chunk_size + 5] ^= 1;
    expect(changed, chunk * chunk_size);
    // Cut at the end of a chunk, and within the tag of the next.
    expect(Bytes(sealed.begin(), sealed.begin() + first + chunk * sealed_chunk_size),
           chunk * chunk_size);
    expect(Bytes(sealed.begin(), sealed.begin() + first + chunk * sealed_chunk_size + 9),
           chunk * chunk_size);
  }
  Bytes longer = sealed;
  longer.push_back(0);
  expect(longer, 2 * chunk_size);
}

TEST_CASE("what follows a full last chunk is an error after that chunk") {
  const Bytes plain = pattern(chunk_size);
  Bytes sealed = seal_in_pieces(plain, 1 << 20);
  sealed.push_back('x');
  for (const std::size_t step : {100u, 1000000u}) {
    const auto opened = open_in_pieces(sealed, step);
    CHECK(opened.error == Code::payload);
    CHECK(opened.plain == plain);
  }
}

TEST_CASE("a header or nonce cut short is a header failure") {
  const Bytes sealed = seal_in_pieces(pattern(10), 100);
  for (std::size_t size = 0; size < header_size(sealed) + nonce_size; ++size) {
    INFO(size);
    CHECK(open_in_pieces(ByteView(sealed).first(size), 50).error == Code::header);
  }
}

TEST_CASE("chunks follow the rules of STREAM") {
  const codec::Secret<32> key;
  Bytes full(sealed_chunk_size);
  const Bytes plain(chunk_size);
  {
    ChunkSealer sealer(key);
    Bytes small(10 + tag_size);
    CHECK_FALSE(sealer.seal(ByteView(plain).first(10), small, false).ok());
    REQUIRE(sealer.seal(plain, full, false).ok());
    Bytes empty(tag_size);
    CHECK_FALSE(sealer.seal({}, empty, true).ok());
    CHECK_FALSE(sealer.seal(plain, small, false).ok());
    REQUIRE(sealer.seal(ByteView(plain).first(10), small, true).ok());
    CHECK_FALSE(sealer.seal(plain, full, true).ok());
  }
  // In place, and only in order.
  Bytes in_place = pattern(sealed_chunk_size);
  const Bytes before(in_place.begin(), in_place.begin() + chunk_size);
  ChunkSealer sealer(key);
  REQUIRE(sealer.seal(ByteView(in_place).first(chunk_size), in_place, false).ok());
  ChunkOpener as_last(key);
  Bytes out(chunk_size);
  CHECK_FALSE(as_last.open(in_place, out, true).ok());
  CHECK(out == Bytes(chunk_size));
  ChunkOpener opener(key);
  REQUIRE(opener.open(in_place, std::span<std::uint8_t>(in_place).first(chunk_size), false).ok());
  CHECK(Bytes(in_place.begin(), in_place.begin() + chunk_size) == before);
}

TEST_CASE("a sealer without room or random bytes says so") {
  const Recipient recipients[] = {identity().recipient()};
  for (int calls = 0; calls < 3; ++calls) {
    test::FailingRandom random(calls);
    const auto sealer = Sealer::start(recipients, random);
    REQUIRE_FALSE(sealer.ok());
    CHECK(sealer.error().code == Code::io);
  }
  CountingRandom random;
  auto sealer = Sealer::start(recipients, random).value();
  Bytes small(100);
  CHECK(sealer.update(pattern(10), small).error().code == Code::usage);
  CHECK(sealer.finish(small).error().code == Code::usage);
  Opener opener({identity()});
  CHECK(opener.update(pattern(10), small).error().code == Code::usage);
}
