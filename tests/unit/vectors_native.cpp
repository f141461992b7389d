// Our own vectors, tests/vectors: FORMAT/NAME.accept is read, FORMAT/NAME.CODE is refused with that
// code. How they were made stands in tests/vectors/make.py.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>

#include "shared/codec/tar_reader.h"
#include "shared/dossier/envelope.h"
#include "shared/dossier/form_file.h"
#include "shared/dossier/manifest.h"
#include "shared/dossier/receipt.h"
#include "shared/feedback/answer.h"
#include "shared/feedback/feedback.h"
#include "shared/record/directory.h"
#include "shared/record/event.h"
#include "shared/record/mark.h"
#include "shared/record/proof_file.h"
#include "shared/record/time.h"
#include "shared/seal/armor.h"
#include "shared/seal/whole.h"
#include "shared/sign/minisign_secret.h"

using namespace motcua;

namespace {

const std::filesystem::path folder = "tests/vectors";

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
Status status_of(const Result<T>& result) {
  return result ? Status{} : Status(result.error());
}

sign::NoteVerifier key_of(const char* format) {
  return sign::parse_vkey(content(folder / format / "key.vkey")).value();
}

Status age(std::string_view text) {
  codec::Secret<32> seed;
  for (std::size_t i = 0; i < 32; ++i) seed.data()[i] = static_cast<std::uint8_t>(i);
  return status_of(seal::open_whole(bytes_of(text), {seal::Identity(seal::Kind::x25519, seed)}));
}

Status armor(std::string_view text) {
  seal::ArmorReader reader;
  Bytes out;
  auto status = reader.update(bytes_of(text), out);
  return status ? reader.finish() : status;
}

struct Ignore : codec::TarSink {
  Status begin(const codec::TarEntry&) override { return {}; }
  Status data(ByteView) override { return {}; }
  Status end() override { return {}; }
};

Status tar(std::string_view text) {
  Ignore sink;
  codec::TarReader reader(sink);
  auto status = reader.push(bytes_of(text));
  return status ? reader.finish() : status;
}

Status note(std::string_view text) {
  const sign::NoteVerifier known[] = {key_of("note")};
  return status_of(sign::verify_note(text, known));
}

Status event(std::string_view text) {
  const auto key = key_of("event");
  return status_of(record::verify_event(text, {{key.name, key}}));
}

Status answer(std::string_view text) {
  const auto key = key_of("answer");
  return status_of(feedback::verify_answer(text, {{key.name, key}}));
}

Status mark(std::string_view text) {
  const auto key = key_of("mark");
  return status_of(record::verify_mark(text, {{key.name, key}}));
}

Status directory(std::string_view text) {
  record::DirectoryTrust trust;
  trust.now = record::parse_time("2026-11-22T05:00:00Z").value();
  trust.last_version = 5;
  std::ifstream roots(folder / "directory/roots.vkeys");
  for (std::string line; std::getline(roots, line);) {
    trust.roots.push_back(sign::parse_vkey(line).value());
  }
  return status_of(record::verify_directory(text, trust));
}

using Read = Status (*)(std::string_view);
const std::map<std::string, Read> formats = {
    {"age", age},
    {"armor", armor},
    {"tar", tar},
    {"note", note},
    {"event", event},
    {"answer", answer},
    {"mark", mark},
    {"feedback", [](auto t) { return status_of(feedback::parse_feedback_text(t)); }},
    {"directory", directory},
    {"header", [](auto t) { return status_of(seal::parse_header(bytes_of(t))); }},
    {"identity", [](auto t) { return status_of(seal::parse_identity(t)); }},
    {"recipient", [](auto t) { return status_of(seal::parse_recipient(t)); }},
    {"json", [](auto t) { return status_of(codec::json_parse(t)); }},
    {"minisign", [](auto t) { return status_of(sign::parse_signature(t)); }},
    {"minisign-public", [](auto t) { return status_of(sign::parse_public_key(t)); }},
    {"minisign-secret", [](auto t) { return status_of(sign::parse_secret_key_file(t)); }},
    {"checkpoint",
     [](auto t) { return status_of(record::verify_checkpoint(t, key_of("checkpoint"))); }},
    {"proof", [](auto t) { return status_of(record::parse_proof_file(t)); }},
    {"receipt", [](auto t) { return status_of(dossier::parse_receipt(t)); }},
    {"manifest", [](auto t) { return status_of(dossier::parse_manifest(t)); }},
    {"form", [](auto t) { return status_of(dossier::parse_form_file(t)); }},
    {"envelope", [](auto t) { return status_of(dossier::parse_envelope(t)); }},
};

}  // namespace

TEST_CASE("our own vectors are read or refused as their names say") {
  std::map<std::string, int> accepted;
  std::map<std::string, int> refused;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto path = entry.path();
    const std::string wanted = path.extension().string();
    const std::string format = path.parent_path().filename().string();
    if (!entry.is_regular_file() || path.parent_path() == folder || wanted == ".vkey" ||
        wanted == ".vkeys") {
      continue;
    }
    INFO(path.string());
    REQUIRE(formats.count(format) == 1);
    const Status status = formats.at(format)(content(path));
    const std::string got = status ? "accept" : code_name(status.error().code);
    CHECK("." + got == wanted);
    ++(wanted == ".accept" ? accepted : refused)[format];
  }
  for (const auto& [format, read] : formats) {
    INFO(format);
    CHECK(accepted[format] > 0);
    CHECK(refused[format] > 0);
  }
}
