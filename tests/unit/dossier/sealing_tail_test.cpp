#include <catch2/catch_test_macros.hpp>

#include "shared/dossier/sealing_job.h"
#include "tests/unit/dossier/sample.h"

using namespace motcua;
using Job = dossier::SealingJob;

namespace {

struct Divided {
  Result<dossier::Sealed> result = fail(Code::other, "not run");
  Bytes file;
};

/// Seals with the work divided; `here(n)` says whether the job itself seals piece n.
template <class Here>
Divided shared(const codec::Json& plan, const std::vector<Bytes>& files, Here here) {
  Divided run;
  sample::Counter random;
  auto job = Job::start(plan.dump(), random);
  REQUIRE(job);
  auto division = (*job)->divide();
  REQUIRE(division);
  dossier::SealingTail tail(division->key, division->nonce);
  std::vector<std::size_t> given(files.size());
  Bytes out(dossier::sealed_piece_size);
  const auto add = [&](ByteView bytes) {
    run.file.insert(run.file.end(), bytes.begin(), bytes.end());
  };
  for (int pieces = 0;;) {
    const Job::Next next = (*job)->next();
    if (next == Job::Next::done || next == Job::Next::failed) break;
    if (next == Job::Next::output) add((*job)->output());
    if (next == Job::Next::body) CHECK((*job)->set_body(tail.body().value()));
    if (next == Job::Next::input) {
      const Bytes& file = files.at((*job)->attachment());
      std::size_t& at = given[(*job)->attachment()];
      const std::size_t size = std::min<std::size_t>((*job)->wanted(), 333'333);
      std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(at), size,
                  (*job)->input_buffer().begin());
      at += size;
      if (!(*job)->input(size)) break;
    }
    if (next != Job::Next::piece) continue;
    const bool last = (*job)->last_piece();
    if (here(pieces++)) {
      REQUIRE((*job)->seal_piece());
      CHECK_FALSE((*job)->seal_piece());
      add((*job)->output());
      REQUIRE(tail.sealed((*job)->output(), last));
    } else {
      const auto made = tail.seal((*job)->output(), last, out);
      REQUIRE(made);
      add(ByteView(out).first(*made));
    }
  }
  run.result = (*job)->finish();
  return run;
}

}  // namespace

TEST_CASE("two who share the sealing make the bytes that one makes", "[dossier]") {
  for (const std::size_t size : {100u, 1'040'000u, 1'046'016u, 3'000'000u}) {
    const std::vector<Bytes> files = {sample::pdf(size), sample::pdf(5'000)};
    const auto plan = sample::plan(files);
    sample::Counter random;
    const auto alone = sample::seal(plan, files, random);
    REQUIRE(alone.result);
    for (int every : {1, 2, 1000}) {
      const auto both = shared(plan, files, [&](int n) { return n % every == 0; });
      REQUIRE(both.result);
      CHECK(both.file == alone.file);
      CHECK(both.result->body == alone.result->body);
      CHECK(both.result->envelope == alone.result->envelope);
    }
  }
}

TEST_CASE("a changed attachment stops two as it stops one", "[dossier]") {
  const std::vector<Bytes> files = {sample::pdf(2'000'000)};
  auto changed = files;
  changed[0][1'999'999] ^= 1;
  const auto run = shared(sample::plan(files), changed, [](int) { return false; });
  CHECK(run.result.error().code == Code::mismatch);
}

TEST_CASE("an archive that fills its pieces exactly has no empty piece", "[dossier]") {
  // The archive's length is a Padmé length: from 2 MiB on, multiples of 64 KiB are among them.
  sample::Counter random;
  bool exact = false;
  for (std::size_t size = 4'120'000; size < 4'200'000 && !exact; size += 16'384) {
    const std::vector<Bytes> files = {sample::pdf(size)};
    const auto run = sample::seal(sample::plan(files), files, random);
    REQUIRE(run.result);
    const auto found = sample::inspect(run.file);
    REQUIRE(found);
    exact = found->archive_size % dossier::piece_size == 0;
  }
  CHECK(exact);
}

TEST_CASE("a tail and a divided job refuse what is out of order", "[dossier]") {
  sample::Counter random;
  const std::vector<Bytes> files = {sample::pdf(100)};
  auto job = Job::start(sample::plan(files).dump(), random);
  REQUIRE(job);
  CHECK_FALSE((*job)->seal_piece());
  CHECK_FALSE((*job)->set_body({}));
  CHECK((*job)->next() == Job::Next::output);
  CHECK((*job)->divide().error().code == Code::usage);

  dossier::SealingTail tail({}, {});
  Bytes out(dossier::sealed_piece_size);
  CHECK_FALSE(tail.body());
  CHECK_FALSE(tail.seal({}, true, out));
  CHECK_FALSE(tail.seal(Bytes(100), false, out));
  CHECK_FALSE(tail.seal(Bytes(100), true, std::span(out).first(100)));
  CHECK_FALSE(tail.sealed(Bytes(100), false));
  CHECK_FALSE(tail.sealed(Bytes(16), true));
  REQUIRE(tail.seal(Bytes(100), true, out));
  CHECK_FALSE(tail.seal(Bytes(100), true, out));
  CHECK_FALSE(tail.sealed(Bytes(100), true));
  CHECK(tail.body());
}
