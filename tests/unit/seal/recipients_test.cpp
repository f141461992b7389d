#include <catch2/catch_test_macros.hpp>

#include "shared/codec/bech32.h"
#include "shared/seal/whole.h"
#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::seal;
using test::CountingRandom;

namespace {

Identity make(Kind kind, std::uint8_t start = 1) {
  CountingRandom random(start);
  return Identity::generate(kind, random).value();
}

Result<Bytes> seal_to(std::vector<Recipient> recipients) {
  CountingRandom random;
  return seal_whole(bytes_of("xin ch\u00e0o"), recipients, random);
}

Header header_of(const Bytes& sealed) {
  return parse_header(ByteView(sealed).first(header_length(sealed).value())).value();
}

}  // namespace

TEST_CASE("keys have one text each") {
  for (const Kind kind : {Kind::hybrid, Kind::x25519}) {
    const auto identity = make(kind);
    const auto secret = parse_identity(identity.text().view()).value();
    CHECK(secret.kind() == kind);
    CHECK(secret.recipient() == identity.recipient());
    CHECK(parse_recipient(identity.recipient().text()).value() == identity.recipient());
    std::string capitals = identity.recipient().text();
    for (char& c : capitals) c = static_cast<char>(std::toupper(c));
    CHECK_FALSE(parse_recipient(capitals).ok());
    CHECK_FALSE(parse_recipient(identity.recipient().text() + " ").ok());
    CHECK_FALSE(parse_recipient(identity.text().view()).ok());
    CHECK_FALSE(parse_identity(identity.recipient().text()).ok());
  }
  CHECK(make(Kind::hybrid).recipient().text().substr(0, 7) == "age1pq1");
  CHECK(make(Kind::hybrid).recipient().text().size() == 1959);
  CHECK(make(Kind::hybrid).text().view().substr(0, 19) == "AGE-SECRET-KEY-PQ-1");
  CHECK_FALSE(parse_recipient(codec::bech32_encode("age1pq", Bytes(1215)).value()).ok());
  CHECK_FALSE(parse_recipient(codec::bech32_encode("age", Bytes(33)).value()).ok());
  CHECK_FALSE(parse_recipient(codec::bech32_encode("agf", Bytes(32)).value()).ok());
  CHECK_FALSE(parse_recipient(std::string(100'000, 'q')).ok());
  CHECK_FALSE(parse_identity(codec::bech32_encode("AGE-SECRET-KEY-", Bytes(31)).value()).ok());
}

TEST_CASE("an identity file reads as it is written") {
  const auto identity = make(Kind::hybrid);
  const auto file = identity_file(identity, "2026-11-22T05:00:00Z");
  CHECK(file.view().substr(0, 32) == "# created: 2026-11-22T05:00:00Z\n");
  const auto back = parse_identity_file(file.view()).value();
  REQUIRE(back.size() == 1);
  CHECK(back[0].recipient() == identity.recipient());

  const std::string key(make(Kind::x25519).text().view());
  CHECK(parse_identity_file("\n# two\r\n" + key + "\r\n\n" + key).value().size() == 2);
  CHECK_FALSE(parse_identity_file("# none\n").ok());
  CHECK_FALSE(parse_identity_file("").ok());
  const auto wrong = parse_identity_file("# x\n" + key + "\n" + key + "A\n");
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.error().message.substr(0, 7) == "line 3:");
  CHECK_FALSE(parse_identity_file(" " + key).ok());
  CHECK(parse_recipients_file("# x\n" + identity.recipient().text()).value().size() == 1);
}

TEST_CASE("every recipient opens the file, once each, and nobody else") {
  for (const Kind kind : {Kind::hybrid, Kind::x25519}) {
    const auto a = make(kind, 1);
    const auto b = make(kind, 2);
    const auto c = make(kind, 3);
    const auto sealed =
        seal_to({a.recipient(), b.recipient(), a.recipient(), b.recipient()}).value();
    CHECK(header_of(sealed).stanzas.size() == 2);
    for (const auto& identity : {a, b}) {
      CHECK(text_of(open_whole(sealed, {c, identity}).value()) == "xin ch\u00e0o");
    }
    CHECK(open_whole(sealed, {c}).error().code == Code::no_match);
    CHECK(open_whole(sealed, {}).error().code == Code::no_match);
    const auto other = make(kind == Kind::hybrid ? Kind::x25519 : Kind::hybrid);
    CHECK(open_whole(sealed, {other}).error().code == Code::no_match);
  }
}

TEST_CASE("kinds are never mixed when writing, and can be told when reading") {
  const auto safe = make(Kind::hybrid);
  const auto classical = make(Kind::x25519);
  CHECK(seal_to({safe.recipient(), classical.recipient()}).error().code == Code::refused);
  CHECK(seal_to({}).error().code == Code::usage);
  CHECK(check_single_kind(header_of(seal_to({safe.recipient()}).value())).ok());

  CountingRandom random;
  const auto key = new_file_key(random).value();
  std::vector<Stanza> stanzas = {wrap(safe.recipient(), key, random).value(),
                                 {"unknown", {"argument"}, Bytes(5)}};
  CHECK(check_single_kind(make_header(stanzas, key).value()).ok());
  stanzas.push_back(wrap(classical.recipient(), key, random).value());
  const auto mixed = make_header(stanzas, key).value();
  CHECK(check_single_kind(mixed).error().code == Code::refused);
  CHECK(find_file_key(mixed, std::vector<Identity>{classical}).ok());
}

TEST_CASE("a recipient that is no point is refused") {
  CountingRandom random;
  const Recipient zero[] = {Recipient(Kind::x25519, Bytes(32))};
  CHECK(Sealer::start(zero, random).error().code == Code::invalid);
  // A hybrid key whose ML-KEM half is not reduced.
  const Recipient high[] = {Recipient(Kind::hybrid, Bytes(1216, 0xff))};
  CHECK(Sealer::start(high, random).error().code == Code::invalid);
}

TEST_CASE("too many recipients do not fit a header") {
  std::vector<Recipient> many;
  for (int i = 0; i < 60; ++i) {
    many.push_back(make(Kind::hybrid, static_cast<std::uint8_t>(i)).recipient());
  }
  CHECK(seal_to(many).error().code == Code::too_large);
  many.erase(many.begin() + 30, many.end());
  CHECK(seal_to(many).ok());
}
