#include "shared/seal/recovery.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/seal/passphrase.h"
#include "shared/seal/whole.h"
#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::seal;

namespace {

Recovery sample() {
  Recovery recovery;
  for (std::size_t i = 0; i < 32; ++i) recovery.root.data()[i] = static_cast<std::uint8_t>(i);
  for (std::size_t i = 0; i < 16; ++i) recovery.draft[i] = static_cast<std::uint8_t>(0xf0 + i);
  return recovery;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a recovery sheet and its code give the same keys") {
  const std::string sheet(recovery_sheet(sample()).view());
  const std::string code(recovery_code(sample()).view());
  CHECK(code.substr(0, 13) == "MOTCUA-ROOT-1");
  CHECK(code.size() == 96);
  for (const std::string& text : {sheet, code, " " + code + "\r\n"}) {
    const auto found = read_recovery(text);
    REQUIRE(found);
    CHECK(found->draft == sample().draft);
    CHECK(codec::equal_secret(found->root.bytes(), sample().root.bytes()));
  }
  // age reads it as an identity file; the dossier opens with it.
  const auto identities = parse_identity_file(sheet);
  REQUIRE(identities);
  CHECK(identities->front().recipient() ==
        dossier_keys(sample().root, sample().draft).read.recipient());
}

TEST_CASE("sheet and QR code of a filed dossier name its number and body") {
  Recovery filed = sample();
  filed.filed = {"482177305910", std::string(32, 'a') + std::string(32, '7')};
  const std::string sheet(recovery_sheet(filed).view());
  const std::string qr(recovery_qr(filed).view());
  CHECK(qr.size() == 96 + 1 + 12 + 1 + 64);
  CHECK(qr.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ -") == std::string::npos);
  for (const std::string& text : {sheet, qr, qr + "\n"}) {
    const auto found = read_recovery(text);
    REQUIRE(found);
    CHECK(found->draft == sample().draft);
    CHECK(found->filed.number == "482177305910");
    CHECK(found->filed.body == filed.filed.body);
  }
  REQUIRE(parse_identity_file(sheet));
  CHECK(read_recovery(recovery_sheet(sample()).view())->filed.number.empty());
  CHECK(recovery_qr(sample()).view() == recovery_code(sample()).view());
  for (const std::string& text :
       {qr.substr(0, 170), qr + "0", replaced(qr, " 4821", " 48x1"), replaced(qr, " 4821", " G821"),
        replaced(sheet, "# filed: 4", "# filed: ")}) {
    CHECK(read_recovery(text).error().code == Code::invalid);
  }
}

TEST_CASE("what is no recovery sheet is refused") {
  const std::string sheet(recovery_sheet(sample()).view());
  const std::string code(recovery_code(sample()).view());
  for (const std::string& text :
       {std::string(), std::string("x"), code.substr(1), code + "Q", std::string(5000, '#'),
        replaced(sheet, "# code: ", "# kode: "), replaced(sheet, code, code.substr(0, 90))}) {
    CHECK(read_recovery(text).error().code == Code::invalid);
  }
  Recovery other = sample();
  other.draft[0] ^= 1;
  const std::string other_code(recovery_code(other).view());
  CHECK(read_recovery(replaced(sheet, code, other_code)).error().code == Code::mismatch);
}

TEST_CASE("a passphrase that asks for too much is refused before it is tried") {
  test::CountingRandom random;
  const codec::SecretText phrase("mot cua 99");
  constexpr PassphraseLimits small = {4, 5};
  const auto sealed = seal_whole(bytes_of("x"), phrase.view(), small, random);
  REQUIRE(sealed);
  const auto opened = open_whole(*sealed, phrase, small);
  REQUIRE(opened);
  CHECK(*opened == Bytes{'x'});
  CHECK(open_whole(*sealed, phrase, {1, 3}).error().code == Code::refused);
  CHECK(open_whole(*sealed, codec::SecretText("other"), small).error().code == Code::no_match);
  CHECK(unarmored(armored(*sealed)).value() == *sealed);
  CHECK(unarmored("x").error().code == Code::armor);
}

TEST_CASE("a new passphrase has 26 letters and digits in groups") {
  test::CountingRandom random;
  const auto first = new_passphrase(random);
  const auto second = new_passphrase(random);
  REQUIRE(first);
  CHECK(first->view() == "qpzr-y9x8-gf2t-vdw0-s3jn-54khce");
  CHECK(first->view() != second->view());
  test::FailingRandom dry(0);
  CHECK(new_passphrase(dry).error().code == Code::io);
}
