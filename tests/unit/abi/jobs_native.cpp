// The streaming jobs of motcua.h, as the worker drives them: keep, read back, seal.

#include <algorithm>
#include <catch2/generators/catch_generators.hpp>
#include <cstring>
#include <optional>

#include "shared/codec/base64.h"
#include "tests/unit/abi/abi_call.h"
#include "tests/unit/dossier/sample.h"

using abi_test::Json;
using motcua::Bytes;

namespace {

void add(Bytes& to, const std::uint8_t* from, std::size_t size) {
  to.insert(to.end(), from, from + size);
}

struct Kept {
  Bytes bytes;
  Json answer;
};

Kept keep(const Bytes& content, const char* name) {
  Kept kept;
  auto* job = motcua_keep_open(Json{{"name", name}, {"size", content.size()}}.dump().c_str());
  REQUIRE(job != nullptr);
  for (std::size_t at = 0, size = 1; size > 0; at += size) {
    size = std::min<std::size_t>(MOTCUA_KEEP_INPUT, content.size() - at);
    if (size > 0) std::memcpy(motcua_keep_input_buffer(job), content.data() + at, size);
    if (motcua_keep_input(job, size) < 0) break;
    add(kept.bytes, motcua_keep_output_ptr(job), motcua_keep_output_size(job));
  }
  kept.answer = abi_test::take(motcua_keep_finish(job));
  motcua_keep_close(job);
  return kept;
}

enum class Workers { one, two };

/// The second worker of two, which seals every piece but each third one.
class Second {
 public:
  explicit Second(motcua_seal_job* job) : job_(job) {
    const Json division = abi_test::take(motcua_seal_divide(job));
    tail_ = motcua_tail_open(division["ok"].dump().c_str());
  }
  Second(const Second&) = delete;
  Second& operator=(const Second&) = delete;
  ~Second() { motcua_tail_close(tail_); }

  void piece(Bytes& out) {
    const int last = motcua_seal_last_piece(job_);
    const bool here = ++count_ % 3 != 0;
    if (!here) REQUIRE(motcua_seal_piece(job_) == 0);
    const std::size_t size = motcua_seal_output_size(job_);
    std::memcpy(motcua_tail_input_buffer(tail_), motcua_seal_output_ptr(job_), size);
    REQUIRE(motcua_tail_piece(tail_, size, last, here ? 0 : 1) == MOTCUA_OUTPUT);
    if (here) {
      add(out, motcua_tail_output_ptr(tail_), motcua_tail_output_size(tail_));
    } else {
      add(out, motcua_tail_input_buffer(tail_), size);
    }
  }
  void body() {
    const Json answer = abi_test::take(motcua_tail_finish(tail_));
    REQUIRE(motcua_seal_body(job_, answer["ok"]["body"].get<std::string>().c_str()) == 0);
  }

 private:
  motcua_seal_job* job_;
  motcua_tail_job* tail_ = nullptr;
  int count_ = 0;
};

/// Seals with the kept attachments read back straight into the sealing.
Json seal(const Json& plan, const std::vector<Kept>& files, Bytes& out,
          Workers workers = Workers::one) {
  auto* job = motcua_seal_open(plan.dump().c_str());
  REQUIRE(job != nullptr);
  std::optional<Second> second;
  if (workers == Workers::two) second.emplace(job);
  motcua_kept_job* source = nullptr;
  Bytes plain;  // read back and not yet given
  int current = -1;
  std::size_t at = 0;
  int what = 0;
  while ((what = motcua_seal_next(job)) > 0 && what != MOTCUA_DONE) {
    if (what == MOTCUA_OUTPUT) {
      add(out, motcua_seal_output_ptr(job), motcua_seal_output_size(job));
      continue;
    }
    if (what == MOTCUA_PIECE) {
      second->piece(out);
      continue;
    }
    if (what == MOTCUA_BODY) {
      second->body();
      continue;
    }
    const int index = motcua_seal_attachment(job);
    const Kept& file = files.at(static_cast<std::size_t>(index));
    if (index != current) {
      motcua_kept_close(source);
      source = motcua_kept_open(
          Json{{"secret", file.answer["ok"]["secret"]}, {"size", file.answer["ok"]["size"]}}
              .dump()
              .c_str());
      current = index;
      at = 0;
      plain.clear();
    }
    if (plain.empty()) {
      const std::size_t size = std::min<std::size_t>(MOTCUA_KEEP_INPUT, file.bytes.size() - at);
      std::memcpy(motcua_kept_input_buffer(source), file.bytes.data() + at, size);
      at += size;
      if (motcua_kept_input(source, size) < 0) break;
      add(plain, motcua_kept_output_ptr(source), motcua_kept_output_size(source));
    }
    const std::size_t given = std::min(plain.size(), motcua_seal_wanted(job));
    std::memcpy(motcua_seal_input_buffer(job), plain.data(), given);
    plain.erase(plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(given));
    if (given > 0 && motcua_seal_input(job, given) < 0) break;
  }
  if (source != nullptr && what != MOTCUA_DONE) {
    const Json kept = abi_test::take(motcua_kept_finish(source));
    if (kept.contains("error") && motcua_seal_next(job) == MOTCUA_INPUT) {
      motcua_kept_close(source);
      motcua_seal_close(job);
      return kept;
    }
  }
  motcua_kept_close(source);
  const Json answer = abi_test::take(motcua_seal_finish(job));
  if (what == MOTCUA_DONE) {
    CHECK(static_cast<double>(out.size()) == motcua_seal_size(job));
  }
  motcua_seal_close(job);
  return answer;
}

}  // namespace

TEST_CASE("attachments are kept, read back and sealed", "[abi]") {
  const std::vector<Bytes> contents = {sample::pdf(2'500'000), sample::pdf(30)};
  std::vector<Kept> files;
  for (const Bytes& content : contents) files.push_back(keep(content, "a.pdf"));
  Json plan = sample::plan(contents);
  for (std::size_t i = 0; i < files.size(); ++i) {
    REQUIRE(files[i].answer.contains("ok"));
    CHECK(files[i].answer["ok"]["hash"] == plan["attachments"][i]["hash"]);
    CHECK(files[i].answer["ok"]["kept"] == files[i].bytes.size());
  }
  const auto workers = GENERATE(Workers::one, Workers::two);
  Bytes out;
  const Json answer = seal(plan, files, out, workers);
  REQUIRE(answer.contains("ok"));
  CHECK(answer["ok"]["size"] == out.size());

  auto found = sample::inspect(out);
  REQUIRE(found);
  CHECK(found->files.at(3).size == 2'500'000);
  const Json envelope = abi_test::ok(
      motcua_envelope_verify,
      {{"envelope", answer["ok"]["envelope"]}, {"signature", answer["ok"]["signature"]}});
  CHECK(envelope["body"] == answer["ok"]["body"]);
  const auto split =
      abi_test::ok(motcua_age_split,
                   {{"prefix", motcua::codec::base64_encode(motcua::ByteView(out).first(30'000))}});
  const auto header = motcua::ByteView(out).first(split["header_size"].get<std::size_t>());
  CHECK(motcua::codec::hex_encode(motcua::codec::blake2b_256(header)) == envelope["header"]);
}

TEST_CASE("a damaged kept attachment stops the sealing", "[abi]") {
  const auto workers = GENERATE(Workers::one, Workers::two);
  const std::vector<Bytes> contents = {sample::pdf(100'000)};
  std::vector<Kept> files = {keep(contents[0], "a.pdf")};
  files[0].bytes[50'000] ^= 1;
  Bytes out;
  CHECK(abi_test::code(seal(sample::plan(contents), files, out, workers)) == "payload");
}

TEST_CASE("refused plans and files are jobs that say why", "[abi]") {
  auto* job = motcua_seal_open("{}");
  REQUIRE(job != nullptr);
  CHECK(motcua_seal_size(job) == -1);
  CHECK(motcua_seal_next(job) == MOTCUA_FAILED);
  CHECK(motcua_seal_input(job, 5) == MOTCUA_FAILED);
  CHECK(motcua_seal_wanted(job) == 0);
  CHECK(motcua_seal_output_size(job) == 0);
  CHECK(abi_test::code(abi_test::take(motcua_seal_finish(job))) == "invalid");
  motcua_seal_close(job);
  CHECK(abi_test::code(keep({}, "a.pdf").answer) == "invalid");
  CHECK(abi_test::code(keep(Bytes(50, 'x'), "a.docx").answer) == "refused");
  CHECK(abi_test::code(keep(Bytes(50, 'x'), "a.pdf").answer) == "mismatch");
  auto* kept = motcua_kept_open("nonsense");
  CHECK(motcua_kept_input(kept, 1) == MOTCUA_FAILED);
  CHECK(abi_test::code(abi_test::take(motcua_kept_finish(kept))) == "invalid");
  motcua_kept_close(kept);
  auto* tail = motcua_tail_open("{}");
  CHECK(motcua_tail_piece(tail, 1, 1, 0) == MOTCUA_FAILED);
  CHECK(abi_test::code(abi_test::take(motcua_tail_finish(tail))) == "invalid");
  motcua_tail_close(tail);
  motcua_tail_close(nullptr);
  motcua_seal_close(nullptr);
  motcua_keep_close(nullptr);
  motcua_kept_close(nullptr);
}
