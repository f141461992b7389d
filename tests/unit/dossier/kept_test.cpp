#include <catch2/catch_test_macros.hpp>

#include "shared/dossier/kept.h"
#include "tests/unit/dossier/sample.h"

using namespace motcua;

namespace {

struct KeptFile {
  Result<dossier::Kept> result;
  Bytes bytes;
};

KeptFile keep(const Bytes& content, std::size_t piece, std::uint64_t claimed,
              const char* name = "a.pdf") {
  KeptFile kept{fail(Code::other, "not run"), {}};
  sample::Counter random;
  auto keeper = dossier::Keeper::start(name, claimed, random);
  if (!keeper) return kept;
  Bytes out(dossier::kept_bound(piece));
  for (std::size_t at = 0; at <= content.size(); at += piece) {
    const std::size_t size = std::min(piece, content.size() - at);
    const bool last = at + piece > content.size();
    auto wrote = keeper->update(ByteView(content).subspan(at, size), out);
    if (wrote)
      kept.bytes.insert(kept.bytes.end(), out.begin(),
                        out.begin() + static_cast<std::ptrdiff_t>(*wrote));
    if (wrote && last) {
      wrote = keeper->finish(out);
      if (wrote)
        kept.bytes.insert(kept.bytes.end(), out.begin(),
                          out.begin() + static_cast<std::ptrdiff_t>(*wrote));
    }
    if (!wrote) {
      kept.result = wrote.error();
      return kept;
    }
    if (last) break;
  }
  kept.result = keeper->result();
  return kept;
}

Result<Bytes> read(const dossier::Kept& kept, const Bytes& bytes, std::size_t piece) {
  dossier::KeptReader reader(kept.secret, kept.size);
  Bytes plain;
  Bytes out(piece + seal::chunk_size);
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    auto wrote =
        reader.update(ByteView(bytes).subspan(at, std::min(piece, bytes.size() - at)), out);
    if (!wrote) return wrote.error();
    plain.insert(plain.end(), out.begin(), out.begin() + static_cast<std::ptrdiff_t>(*wrote));
  }
  auto wrote = reader.finish(out);
  if (!wrote) return wrote.error();
  plain.insert(plain.end(), out.begin(), out.begin() + static_cast<std::ptrdiff_t>(*wrote));
  return plain;
}

}  // namespace

TEST_CASE("a kept attachment is read back, however it is cut", "[dossier]") {
  for (const std::size_t size : {9u, 16u, 65'535u, 65'536u, 65'537u, 131'072u, 300'001u}) {
    const Bytes content = sample::pdf(size);
    for (const std::size_t piece : {4'096u, 65'536u, 65'552u, 1u << 20}) {
      INFO(size << " bytes in pieces of " << piece);
      const KeptFile kept = keep(content, piece, size);
      REQUIRE(kept.result);
      const dossier::Kept& of = kept.result.value();
      CHECK(of.hash == codec::blake2b_256(content));
      CHECK(of.kept_size == kept.bytes.size());
      CHECK(of.type.ext == "pdf");
      auto plain = read(of, kept.bytes, piece);
      REQUIRE(plain);
      CHECK(*plain == content);
    }
  }
}

TEST_CASE("kept bytes do not show the content", "[dossier]") {
  const KeptFile kept = keep(sample::pdf(5'000), 4'096, 5'000);
  CHECK(text_of(kept.bytes).find("%PDF") == std::string_view::npos);
}

TEST_CASE("a damaged kept attachment is refused", "[dossier]") {
  const Bytes content = sample::pdf(70'000);
  const KeptFile kept = keep(content, 65'536, content.size());
  const dossier::Kept& of = kept.result.value();
  for (const std::size_t at : {0u, 15u, 16u, 65'000u, 65'570u, 70'047u}) {
    Bytes changed = kept.bytes;
    changed[at] ^= 0x10;
    CHECK(read(of, changed, 65'536).error().code == Code::payload);
  }
  for (const std::size_t size : {0u, 10u, 16u, 30u, 65'568u, 70'000u}) {
    const Bytes cut(kept.bytes.begin(), kept.bytes.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK(read(of, cut, 65'536).error().code == Code::payload);
  }
  Bytes longer = kept.bytes;
  longer.push_back(0);
  CHECK(read(of, longer, 65'536).error().code == Code::payload);
  dossier::Kept other = of;
  other.secret.data()[0] ^= 1;
  CHECK(read(other, kept.bytes, 65'536).error().code == Code::payload);
  other = of;
  other.size += 1;
  CHECK(read(other, kept.bytes, 65'536).error().code == Code::mismatch);
}

TEST_CASE("a file that changes while it is read, or lies, is not kept", "[dossier]") {
  const Bytes content = sample::pdf(10'000);
  CHECK(keep(content, 4'096, 10'001).result.error().code == Code::mismatch);
  CHECK(keep(content, 4'096, 9'999).result.error().code == Code::mismatch);
  CHECK(keep({}, 4'096, 0).result.error().code == Code::invalid);
  CHECK(keep(content, 4'096, 10'000, "a.png").result.error().code == Code::mismatch);
  CHECK(keep(Bytes(100, 'x'), 4'096, 100, "a.txt").result.error().code == Code::refused);
  sample::Dry dry;
  CHECK_FALSE(dossier::Keeper::start("a.pdf", 10, dry));
}
