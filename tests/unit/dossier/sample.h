#pragma once
// A small dossier, sealed without files or clock: the root is 0x11..., the unit's key 0x22....

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "shared/codec/hash.h"
#include "shared/codec/hex.h"
#include "shared/codec/json.h"
#include "shared/dossier/inspector.h"
#include "shared/dossier/sealing_job.h"
#include "shared/seal/identity.h"

namespace sample {

using motcua::ByteArray;
using motcua::Bytes;
using motcua::ByteView;
using motcua::codec::Json;

/// SHA-256 in counter mode: the same bytes every time.
class Counter : public motcua::Random {
 public:
  explicit Counter(std::uint8_t seed = 1) : seed_(seed) {}
  motcua::Status fill(std::span<std::uint8_t> out) override {
    for (std::size_t at = 0; at < out.size();) {
      const std::uint8_t block[] = {seed_, static_cast<std::uint8_t>(count_),
                                    static_cast<std::uint8_t>(count_ >> 8)};
      ++count_;
      const auto hash = motcua::codec::sha256(block);
      for (std::size_t i = 0; i < hash.size() && at < out.size(); ++i) out[at++] = hash[i];
    }
    return {};
  }

 private:
  std::uint8_t seed_;
  unsigned count_ = 0;
};

class Dry : public motcua::Random {
 public:
  motcua::Status fill(std::span<std::uint8_t>) override {
    return motcua::fail(motcua::Code::io, "dry");
  }
};

inline motcua::seal::Identity identity(std::uint8_t seed) {
  ByteArray<32> bytes;
  bytes.fill(seed);
  return {motcua::seal::Kind::hybrid, motcua::codec::Secret<32>(bytes)};
}

inline motcua::seal::Identity unit() { return identity(0x22); }

inline Bytes pdf(std::size_t size) {
  Bytes bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 7 + i / 251);
  const std::string_view magic = "%PDF-1.7\n";
  std::copy_n(magic.begin(), std::min(magic.size(), size), bytes.begin());
  return bytes;
}

inline Json attachment(const char* component, const Bytes& content) {
  return Json{{"component", component},
              {"title", std::string(component) + ".pdf"},
              {"type", "application/pdf"},
              {"hash", motcua::codec::hex_encode(motcua::codec::blake2b_256(content))},
              {"size", content.size()},
              {"ext", "pdf"}};
}

inline Json plan(const std::vector<Bytes>& files) {
  Json attachments = Json::array();
  for (std::size_t i = 0; i < files.size(); ++i) {
    attachments.push_back(attachment(i == 0 ? "giay-chung-sinh" : "giay-to-khac", files[i]));
  }
  return Json{
      {"root", std::string(64, '1')},
      {"draft", "000102030405060708090a0b0c0d0e0f"},
      {"time", "2026-11-22T05:00:00Z"},
      {"key", std::string(32, 'c')},
      {"channel", 2},
      {"procedure", {{"code", "1.001193"}, {"version", "2026-07-01"}}},
      {"form_json", R"({"values":{"child.name":"Nguyễn Thị Mây","copies":2},"form":"birth/1"})"},
      {"applicant", {{"name", "Trần Văn Sông"}, {"id", "999123456789"}}},
      {"submitter", {{"name", "Trần Văn Sông"}, {"id", "999123456789"}}},
      {"helper", nullptr},
      {"assurance", "self"},
      {"units", {{"list", "demo-1"}, {"receiving", "99901"}, {"competent", "99901"}}},
      {"recipients", Json::array({unit().recipient().text(), unit().recipient().text()})},
      {"attachments", attachments},
      {"notices",
       Json::array({Json{{"id", "privacy"}, {"version", 1}, {"shown", "2026-11-22T04:59:00Z"}}})},
      {"consents", Json::array()}};
}

struct Run {
  motcua::Result<motcua::dossier::Sealed> result;
  Bytes file;
  std::uint64_t announced = 0;
  std::size_t largest_output = 0;
};

/// Drives a job to its end, giving attachments in pieces of `piece` bytes.
inline Run seal(const Json& plan, const std::vector<Bytes>& files, motcua::Random& random,
                std::size_t piece = 100'000) {
  using Job = motcua::dossier::SealingJob;
  Run run{motcua::fail(motcua::Code::other, "not run"), {}, 0, 0};
  auto job = Job::start(plan.dump(), random);
  if (!job) {
    run.result = job.error();
    return run;
  }
  run.announced = (*job)->size();
  std::vector<std::size_t> given(files.size());
  for (;;) {
    const Job::Next next = (*job)->next();
    if (next == Job::Next::done || next == Job::Next::failed) break;
    if (next == Job::Next::output) {
      const ByteView out = (*job)->output();
      run.file.insert(run.file.end(), out.begin(), out.end());
      run.largest_output = std::max(run.largest_output, out.size());
      continue;
    }
    const std::size_t index = (*job)->attachment();
    const Bytes& file = files.at(index);
    const std::size_t size =
        std::min({piece, (*job)->wanted(), file.size() - std::min(file.size(), given[index])});
    std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(given[index]), size,
                (*job)->input_buffer().begin());
    given[index] += size;
    if (!(*job)->input(size)) break;
  }
  run.result = (*job)->finish();
  return run;
}

inline motcua::Result<motcua::dossier::Inspection> inspect(
    const Bytes& file, std::vector<motcua::seal::Identity> identities = {unit()},
    std::size_t piece = 65'000) {
  motcua::dossier::Inspector inspector(std::move(identities), nullptr);
  for (std::size_t at = 0; at < file.size(); at += piece) {
    auto status = inspector.update(ByteView(file).subspan(at, std::min(piece, file.size() - at)));
    if (!status) return status.error();
  }
  return inspector.finish();
}

}  // namespace sample
