#include <catch2/catch_test_macros.hpp>

#include "shared/dossier/check.h"
#include "shared/dossier/envelope.h"
#include "tests/unit/dossier/forge.h"

using namespace motcua;
using codec::Json;

namespace {

struct Honest {
  std::vector<Bytes> contents{sample::pdf(3'000), sample::pdf(40)};
  dossier::Sealed sealed;
  Bytes file;
  forge::Files files;
};

const Honest& honest() {
  static const Honest made = [] {
    Honest of;
    sample::Counter random;
    auto run = sample::seal(sample::plan(of.contents), of.contents, random);
    of.sealed = run.result.value();
    of.file = run.file;
    of.files = forge::files_of(run.file);
    return of;
  }();
  return made;
}

/// The codes of what is wrong, joined by spaces.
std::string codes(const dossier::Defects& defects) {
  std::string text;
  for (const auto& defect : defects) {
    CHECK_FALSE(defect.field.empty());
    CHECK_FALSE(defect.message.vi.empty());
    CHECK_FALSE(defect.message.en.empty());
    text += (text.empty() ? "" : " ") + defect.code;
  }
  return text;
}

std::string check(const Bytes& file, const seal::Identity& reader = sample::unit()) {
  auto found = sample::inspect(file, {reader});
  REQUIRE(found);
  std::optional<dossier::Manifest> manifest;
  return codes(dossier::check_dossier(*found, manifest));
}

std::string check(const forge::Files& files) { return check(forge::seal(forge::archive(files))); }

}  // namespace

TEST_CASE("an honest dossier has no defect", "[dossier]") {
  CHECK(honest().files.size() == 5);
  CHECK(check(honest().file).empty());
  CHECK(check(honest().files).empty());
}

TEST_CASE("a recipient who seals it again for somebody else is found out", "[dossier]") {
  const auto other = sample::identity(0x44);
  const Bytes again = forge::seal(forge::archive(honest().files), other);
  CHECK(check(again, other) == "reader-unlisted");
}

TEST_CASE("changed, missing and added files are found", "[dossier]") {
  forge::Files files = honest().files;
  SECTION("form") {
    files[2].second.back() ^= 1;
    CHECK(check(files) == "form-changed");
  }
  SECTION("attachment") {
    files[3].second.back() ^= 1;
    CHECK(check(files) == "attachment-changed");
  }
  SECTION("attachment cut") {
    files[3].second.pop_back();
    CHECK(check(files) == "attachment-changed");
  }
  SECTION("attachments swapped") {
    std::swap(files[3].second, files[4].second);
    CHECK(check(files) == "attachment-changed attachment-changed");
  }
  SECTION("order") {
    std::swap(files[3], files[4]);
    CHECK(check(files) == "order");
  }
  SECTION("attachment missing") {
    files.pop_back();
    CHECK(check(files) == "order attachment-missing");
  }
  SECTION("form missing") {
    files.erase(files.begin() + 2);
    CHECK(check(files) == "order form-missing");
  }
  SECTION("file added") {
    files.push_back({"attachments/03-virus.pdf", sample::pdf(10)});
    CHECK(check(files) == "unlisted-file order");
  }
  SECTION("signature missing") {
    files.erase(files.begin() + 1);
    CHECK(check(files) == "manifest-signature order");
  }
  SECTION("manifest missing") {
    files.erase(files.begin());
    CHECK(check(files) == "manifest-missing");
  }
  SECTION("manifest not canonical") {
    files[0].second.push_back('\n');
    CHECK(check(files) == "manifest-invalid");
  }
  SECTION("manifest changed") {
    std::string text(text_of(files[0].second));
    const auto at = text.find("Trần");
    text.replace(at, 5, "Tran ");
    files[0].second = forge::bytes(text);
    CHECK(check(files).starts_with("manifest-signature"));
  }
  SECTION("nothing at all") { CHECK(check(forge::Files{}) == "manifest-missing"); }
}

TEST_CASE("time and padding of the archive are checked", "[dossier]") {
  CHECK(check(forge::seal(forge::archive(honest().files, forge::time + 1))) ==
        "time time time time time");
  CHECK(check(forge::seal(forge::archive(honest().files, forge::time, 512))) == "archive-size");
}

TEST_CASE("a type that lies is found though hash and signature hold", "[dossier]") {
  const std::vector<Bytes> contents = {Bytes(100, 'x')};
  sample::Counter random;
  const auto run = sample::seal(sample::plan(contents), contents, random);
  REQUIRE(run.result);
  CHECK(check(run.file) == "attachment-type");
}

TEST_CASE("a header of two kinds is named", "[dossier]") {
  auto found = sample::inspect(honest().file);
  found->single_kind = false;
  std::optional<dossier::Manifest> manifest;
  CHECK(codes(dossier::check_dossier(*found, manifest)) == "mixed-kinds");
  CHECK(manifest);
}

TEST_CASE("every flipped bit of the file is refused or found", "[dossier]") {
  const Bytes& file = honest().file;
  for (std::size_t at = 0; at < file.size(); at += 97) {
    Bytes changed = file;
    changed[at] ^= static_cast<std::uint8_t>(1u << (at % 8));
    INFO(at);
    CHECK_FALSE(sample::inspect(changed));
  }
  for (std::size_t size = 0; size < file.size(); size += 211) {
    CHECK_FALSE(
        sample::inspect(Bytes(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size))));
  }
  Bytes longer = file;
  longer.push_back(0);
  CHECK_FALSE(sample::inspect(longer));
}

TEST_CASE("an archive with too many or too large files is refused", "[dossier]") {
  forge::Files many;
  for (int i = 0; i < 103; ++i) many.push_back({"f" + std::to_string(i), Bytes(1)});
  CHECK(sample::inspect(forge::seal(forge::archive(many))).error().code == Code::too_large);
  // Names that are the same but for capitals would overwrite each other on some systems.
  CHECK_FALSE(sample::inspect(
      forge::seal(forge::archive({{"form.json", Bytes(1)}, {"FORM.json", Bytes(1)}}))));
}
