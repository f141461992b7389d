#include "shared/places/pack.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/hash.h"
#include "shared/places/pack_bytes.h"
#include "tests/unit/places/small_list.h"

using namespace motcua;
using namespace motcua::places;

namespace {

Bytes small_pack() { return write_pack(test::small_list()); }

/// Puts the right hash on what was changed, so that the reader comes to see it.
Bytes rehashed(Bytes body) {
  const auto hash = codec::blake2b_256(body);
  body.insert(body.end(), hash.begin(), hash.end());
  return body;
}

Bytes body_of(Bytes pack) {
  pack.resize(pack.size() - 32);
  return pack;
}

/// A body with these counts and nothing after them.
Bytes counted(std::initializer_list<std::uint64_t> counts) {
  PackWriter out;
  out.bytes(bytes_of("MCPLACES\x01\x01v"));
  Bytes bytes = out.written();
  for (std::uint64_t count : counts) {
    for (; count > 0x7F; count >>= 7) bytes.push_back(static_cast<std::uint8_t>(count | 0x80));
    bytes.push_back(static_cast<std::uint8_t>(count));
  }
  return bytes;
}

}  // namespace

TEST_CASE("a pack reads back as the list it was made of", "[places]") {
  const NationalList list = test::small_list();
  const auto read = read_pack(write_pack(list));
  REQUIRE(read.ok());
  CHECK(write_pack(*read) == write_pack(list));
  CHECK(read->version == list.version);
  CHECK(read->words == list.words);
  REQUIRE(read->communes.size() == list.communes.size());
  for (std::size_t i = 0; i < list.communes.size(); ++i) {
    CHECK(read->communes[i].code == list.communes[i].code);
    CHECK(read->communes[i].province == list.communes[i].province);
    CHECK(read->text(read->communes[i].name) == list.text(list.communes[i].name));
  }
  REQUIRE(read->old_wards.size() == list.old_wards.size());
  for (std::size_t i = 0; i < list.old_wards.size(); ++i) {
    const auto &now = read->old_wards[i], &then = list.old_wards[i];
    CHECK(now.code == then.code);
    CHECK(now.kind == then.kind);
    CHECK(now.district == then.district);
    CHECK(now.count == then.count);
    CHECK(read->text(now.name) == list.text(then.name));
  }
  CHECK(read->successors == list.successors);
}

TEST_CASE("a pack that was cut anywhere is refused", "[places]") {
  const Bytes pack = small_pack();
  for (std::size_t size = 0; size < pack.size(); ++size) {
    INFO(size);
    CHECK(read_pack(ByteView(pack).first(size)).error().code == Code::invalid);
  }
  // Also one whose hash was made right again.
  const Bytes body = body_of(pack);
  for (std::size_t size = 9; size < body.size(); ++size) {
    INFO(size);
    const Bytes cut(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK(read_pack(rehashed(cut)).error().code == Code::invalid);
  }
}

TEST_CASE("a pack with a byte changed is refused", "[places]") {
  Bytes pack = small_pack();
  for (std::size_t at = 0; at < pack.size(); ++at) {
    for (const int change : {0x01, 0x80, 0xFF}) {
      pack[at] = static_cast<std::uint8_t>(pack[at] ^ change);
      INFO(at);
      const auto read = read_pack(pack);
      REQUIRE_FALSE(read.ok());
      CHECK(read.error().code == (at == 8 ? Code::refused : Code::invalid));
      CHECK_FALSE(read.error().message.empty());
      pack[at] = static_cast<std::uint8_t>(pack[at] ^ change);
    }
  }
}

TEST_CASE("a forged pack is refused or is a list like any other", "[places]") {
  const Bytes body = body_of(small_pack());
  std::size_t accepted = 0;
  for (std::size_t at = 9; at < body.size(); ++at) {
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      Bytes changed = body;
      changed[at] = static_cast<std::uint8_t>(value);
      const auto read = read_pack(rehashed(changed));
      if (!read) {
        CHECK(read.error().code == Code::invalid);
        continue;
      }
      ++accepted;
      // Whatever it says, it can be searched and written.
      CHECK(read_pack(write_pack(*read)).ok());
      const Gazetteer places(std::move(read).value());
      places.search("hoa binh");
      places.today("Xã Hải Lạng", "Hòa Bình", "");
    }
  }
  CHECK(accepted > 0);
}

TEST_CASE("counts are not believed", "[places]") {
  constexpr std::uint64_t huge = 0xFFFFFFFF;
  const auto says = [](const Bytes& body, std::string_view what) {
    const auto read = read_pack(rehashed(body));
    REQUIRE_FALSE(read.ok());
    INFO(read.error().message);
    CHECK(read.error().code == Code::invalid);
    CHECK(read.error().message.find(what) != std::string::npos);
  };
  for (int which = 0; which < 8; ++which) {
    std::uint64_t counts[8] = {};
    counts[which] = huge;
    says(counted({counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6],
                  counts[7]}),
         "too large");
    counts[which] = 50;  // allowed, but there are no bytes for them
    says(counted({counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6],
                  counts[7]}),
         "ends too early");
  }
  says(counted({std::uint64_t{1} << 32}), "too large");
  says(counted({std::uint64_t{1} << 40}), "malformed");
  // The same number in a longer form.
  Bytes longer = counted({});
  longer.insert(longer.end(), {0x80, 0x00});
  says(longer, "malformed");
}

TEST_CASE("another format and other files are told apart", "[places]") {
  Bytes pack = small_pack();
  CHECK(read_pack(bytes_of("{\"format\": \"motcua.places/1\"}")).error().message ==
        "this is no pack of places");
  pack[8] = 2;
  CHECK(read_pack(pack).error().code == Code::refused);
  Bytes longer = body_of(small_pack());
  longer.push_back(0);
  CHECK(read_pack(rehashed(longer)).error().message.find("follows its end") != std::string::npos);
}

TEST_CASE("numbers of a pack", "[places]") {
  PackWriter out;
  const std::uint32_t values[] = {0, 1, 127, 128, 300, 65535, 0xFFFFFFFF};
  for (const std::uint32_t value : values) out.number(value);
  out.step(5, 5);
  out.step(5, 4);
  out.step(0, 99'999);
  out.step(99'999, 0);
  PackReader in(out.written());
  for (const std::uint32_t value : values) CHECK(in.number(0xFFFFFFFF) == value);
  CHECK(in.step(5, 10) == 5);
  CHECK(in.step(5, 10) == 4);
  CHECK(in.step(0, 99'999) == 99'999);
  CHECK(in.step(99'999, 99'999) == 0);
  CHECK(in.finish().ok());

  const auto refused = [](const Bytes& bytes, auto read) {
    PackReader reader(bytes);
    read(reader);
    return !reader.finish().ok();
  };
  CHECK(refused({0x80}, [](PackReader& r) { r.number(9); }));
  CHECK(refused({0x0A}, [](PackReader& r) { r.number(9); }));
  CHECK(refused({0xFF, 0xFF, 0xFF, 0xFF, 0x1F}, [](PackReader& r) { r.number(0xFFFFFFFF); }));
  CHECK(refused({0x01}, [](PackReader& r) { r.step(0, 9); }));   // -1
  CHECK(refused({0x14}, [](PackReader& r) { r.step(0, 9); }));   // 10
  CHECK(refused({0x05}, [](PackReader& r) { r.next(4u, 9); }));  // 10
  CHECK(refused({}, [](PackReader& r) { r.bytes(1); }));
  CHECK(refused({1, 2}, [](PackReader& r) { r.byte(); }));
}
