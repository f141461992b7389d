#include <catch2/catch_test_macros.hpp>

#include "shared/codec/tar.h"
#include "shared/dossier/envelope.h"
#include "shared/seal/whole.h"
#include "tests/unit/dossier/sample.h"

using namespace motcua;
using codec::Json;

TEST_CASE("a sealed dossier opens for the unit and for the applicant", "[dossier]") {
  const std::vector<Bytes> files = {sample::pdf(1'500'000), sample::pdf(17)};
  sample::Counter random;
  const auto run = sample::seal(sample::plan(files), files, random);
  REQUIRE(run.result);
  const dossier::Sealed& sealed = run.result.value();
  CHECK(run.file.size() == run.announced);
  CHECK(sealed.size == run.announced);
  CHECK(run.largest_output <= (2 << 20));

  ByteArray<32> root;
  root.fill(0x11);
  const auto draft = codec::hex_decode_array<16>("000102030405060708090a0b0c0d0e0f");
  const auto keys = seal::dossier_keys(seal::Root(root), draft.value());
  for (const auto& reader : {sample::unit(), keys.read}) {
    auto found = sample::inspect(run.file, {reader});
    REQUIRE(found);
    CHECK(codec::hex_encode(found->header) == sealed.header);
    CHECK(codec::hex_encode(found->body) == sealed.body);
    CHECK(codec::hex_encode(found->commitment) == sealed.commitment);
    CHECK(found->manifest == sealed.manifest);
    REQUIRE(found->files.size() == 5);
    CHECK(found->files[0].name == "manifest.json");
    CHECK(found->files[1].name == "manifest.json.minisig");
    CHECK(found->files[2].name == "form.json");
    CHECK(found->files[3].hash == codec::blake2b_256(files[0]));
    CHECK(found->files[4].hash == codec::blake2b_256(files[1]));
    CHECK(found->form ==
          R"({"form":"birth/1","values":{"child.name":"Nguyễn Thị Mây","copies":2}})");
  }
  auto envelope = dossier::verify_envelope(sealed.envelope, sealed.signature);
  REQUIRE(envelope);
  CHECK(envelope->follow == seal::follow_hash(keys.follow));
  CHECK(sample::inspect(run.file, {sample::identity(0x33)}).error().code == Code::no_match);
}

TEST_CASE("how the attachments are cut does not change the plaintext", "[dossier]") {
  const std::vector<Bytes> files = {sample::pdf(200'000)};
  std::vector<std::string> bodies;
  for (const std::size_t piece : {1'000u, 65'536u, 65'537u, 1'200'000u}) {
    sample::Counter random;
    const auto run = sample::seal(sample::plan(files), files, random, piece);
    REQUIRE(run.result);
    bodies.push_back(run.result->body);
  }
  for (const std::string& body : bodies) CHECK(body == bodies[0]);
}

TEST_CASE("sealing twice never gives the same file", "[dossier]") {
  sample::Counter random;
  const auto first = sample::seal(sample::plan({}), {}, random);
  const auto second = sample::seal(sample::plan({}), {}, random);
  CHECK(first.result->manifest == second.result->manifest);
  CHECK(first.result->body != second.result->body);
  CHECK(first.result->header != second.result->header);
  CHECK(first.result->commitment != second.result->commitment);
}

TEST_CASE("the archive is padded so that its length says little", "[dossier]") {
  for (const std::size_t size : {1u, 511u, 512u, 513u, 65'536u, 300'000u}) {
    const std::vector<Bytes> files = {sample::pdf(size < 9 ? 9 : size)};
    sample::Counter random;
    const auto run = sample::seal(sample::plan(files), files, random);
    REQUIRE(run.result);
    auto found = sample::inspect(run.file);
    REQUIRE(found);
    std::uint64_t entries = 0;
    for (const auto& file : found->files) entries += codec::tar_entry_size(file.size);
    CHECK(found->archive_size == codec::tar_archive_size(entries));
    CHECK(found->archive_size % 512 == 0);
  }
}

TEST_CASE("an attachment that changed since it was added stops the sealing", "[dossier]") {
  const std::vector<Bytes> files = {sample::pdf(70'000), sample::pdf(5'000)};
  const Json plan = sample::plan(files);
  SECTION("a byte differs") {
    auto changed = files;
    changed[1][4'999] ^= 1;
    sample::Counter random;
    CHECK(sample::seal(plan, changed, random).result.error().code == Code::mismatch);
  }
  SECTION("it is shorter") {
    auto changed = files;
    changed[0].pop_back();
    sample::Counter random;
    CHECK(sample::seal(plan, changed, random).result.error().code == Code::mismatch);
  }
}

TEST_CASE("bytes that were not asked for fail the job for good", "[dossier]") {
  sample::Counter random;
  const std::vector<Bytes> files = {sample::pdf(100)};
  auto job = dossier::SealingJob::start(sample::plan(files).dump(), random);
  REQUIRE(job);
  using Next = dossier::SealingJob::Next;
  CHECK((*job)->wanted() == 0);
  CHECK_FALSE((*job)->finish());
  SECTION("too early") { CHECK((*job)->input(10).error().code == Code::invalid); }
  SECTION("too many") {
    while ((*job)->next() == Next::output) {
    }
    CHECK((*job)->wanted() == 100);
    CHECK((*job)->next() == Next::input);
    CHECK((*job)->input(101).error().code == Code::invalid);
  }
  CHECK((*job)->next() == Next::failed);
  CHECK((*job)->output().empty());
  CHECK((*job)->input(1).error().code == Code::invalid);
  CHECK((*job)->finish().error().code == Code::invalid);
}

TEST_CASE("without entropy nothing is sealed", "[dossier]") {
  sample::Dry dry;
  CHECK(dossier::SealingJob::start(sample::plan({}).dump(), dry).error().code == Code::io);
}

TEST_CASE("a bad plan is refused before anything is sealed", "[dossier]") {
  const std::pair<const char*, Json> changes[] = {
      {"/root", std::string(63, '1')},
      {"/draft", std::string(32, 'X')},
      {"/time", "now"},
      {"/channel", 0},
      {"/form_json", "{}"},
      {"/form_json", R"({"form":"birth/1","values":{"a":1.5}})"},
      {"/form_json", R"({"form":"birth/1","values":{"a":{"b":1}}})"},
      {"/form_json", R"({"form":"birth/1","values":{"a":"1","a":"2"}})"},
      {"/form_json", R"({"form":"Birth","values":{}})"},
      {"/helper", "someone"},
      {"/assurance", "certain"},
      {"/recipients", Json::array()},
      {"/recipients/0", "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"},
      {"/attachments/0/ext", "exe"},
      {"/attachments/0/size", 0},
      {"/attachments/0/component", "../../etc"},
      {"/more", true},
  };
  const std::vector<Bytes> files = {sample::pdf(100)};
  for (const auto& [where, value] : changes) {
    Json plan = sample::plan(files);
    plan[Json::json_pointer(where)] = value;
    sample::Counter random;
    INFO(where << " = " << value.dump());
    CHECK_FALSE(dossier::SealingJob::start(plan.dump(), random));
  }
  sample::Counter random;
  CHECK_FALSE(dossier::SealingJob::start("", random));
  Json many = sample::plan(files);
  for (int i = 0; i < 99; ++i) many["attachments"].push_back(many["attachments"][0]);
  CHECK_FALSE(dossier::SealingJob::start(many.dump(), random));
}
