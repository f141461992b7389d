#include "shared/seal/header.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/seal/find_key.h"
#include "shared/seal/wrapped.h"
#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::seal;
using test::CountingRandom;

namespace {

const std::string mac(43, 'A');

Result<Header> parse(const std::string& text) { return parse_header(bytes_of(text)); }

std::string with_stanza(const std::string& stanza) {
  return "age-encryption.org/v1\n" + stanza + "--- " + mac + "\n";
}

}  // namespace

TEST_CASE("a header parses into its stanzas and keeps its bytes") {
  const std::string text =
      with_stanza("-> first a b\nAAAA\n-> second\n" + std::string(64, 'B') + "\n\n");
  const auto header = parse(text).value();
  REQUIRE(header.stanzas.size() == 2);
  CHECK(header.stanzas[0].type == "first");
  CHECK(header.stanzas[0].args == std::vector<std::string>{"a", "b"});
  CHECK(header.stanzas[0].body == Bytes(3));
  CHECK(header.stanzas[1].args.empty());
  CHECK(header.stanzas[1].body.size() == 48);
  CHECK(text_of(header.raw) == text);
  CHECK(header.maced == text.size() - 45);
  CHECK(text.substr(0, header.maced).ends_with("\n---"));
}

TEST_CASE("malformed headers are refused") {
  const std::string good = "-> x\nAAAA\n";
  for (const std::string& text :
       std::vector<std::string>{"",
                                "age-encryption.org/v1\n",
                                with_stanza(""),
                                "age-encryption.org/v2\n" + good,
                                "age-encryption.org/v1\r\n" + good + "--- " + mac + "\n",
                                with_stanza("-> x\r\nAAAA\n"),
                                with_stanza("->x\nAAAA\n"),
                                with_stanza("-> \nAAAA\n"),
                                with_stanza("-> x  y\nAAAA\n"),
                                with_stanza("-> x y \nAAAA\n"),
                                with_stanza("-> x \x7f\nAAAA\n"),
                                with_stanza("-> h\u1ed3\nAAAA\n"),
                                with_stanza("-> x\nAAAA=\n"),
                                with_stanza("-> x\nAB\n"),
                                with_stanza("-> x\nA\n"),
                                with_stanza("-> x\n"),
                                with_stanza("-> x\n" + std::string(64, 'A') + "\n"),
                                with_stanza("-> x\n" + std::string(65, 'A') + "\n"),
                                with_stanza("-> x\nAAAA\nAAAA\n"),
                                with_stanza("x\nAAAA\n"),
                                "age-encryption.org/v1\n" + good + "---" + mac + "\n",
                                "age-encryption.org/v1\n" + good + "---  " + mac + "\n",
                                "age-encryption.org/v1\n" + good + "--- " + mac + " \n",
                                "age-encryption.org/v1\n" + good + "--- " + mac + "=\n",
                                "age-encryption.org/v1\n" + good + "--- " + mac.substr(1) + "\n",
                                "age-encryption.org/v1\n" + good + "--- " + mac.substr(1) + "B\n",
                                "age-encryption.org/v1\n" + good + "--- " + mac,
                                with_stanza(good) + "x",
                                "age-encryption.org/v1\n" + good}) {
    INFO(text);
    const auto header = parse(text);
    REQUIRE_FALSE(header.ok());
    CHECK(header.error().code == Code::header);
  }
}

TEST_CASE("the length of a header shows as soon as its last line is there") {
  const std::string text = with_stanza("-> x\nAAAA\n");
  const std::string file = text + "payload\n--- x\n";
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto length = header_length(bytes_of(file).first(size));
    REQUIRE_FALSE(length.ok());
    CHECK(length.error().code == Code::not_found);
  }
  CHECK(header_length(bytes_of(file)).value() == text.size());
  CHECK(header_length(bytes_of("age-encryption.org/v2")).error().code == Code::header);
  CHECK(header_length(bytes_of("PK")).error().code == Code::header);
  const std::string endless = "age-encryption.org/v1\n" + std::string(max_header_size, 'A');
  CHECK(header_length(bytes_of(endless)).error().code == Code::header);
}

TEST_CASE("the MAC covers the original bytes") {
  CountingRandom random;
  const auto key = new_file_key(random).value();
  const auto header = make_header({{"grease", {"a"}, Bytes(100)}}, key).value();
  CHECK(check_mac(parse_header(header.raw).value(), key).ok());
  for (std::size_t at = 22; at < header.maced; ++at) {
    Header changed = header;
    changed.raw[at] ^= 1;
    CHECK(check_mac(changed, key).error().code == Code::header_mac);
  }
  const auto other = new_file_key(random).value();
  CHECK_FALSE(check_mac(header, other).ok());
}

TEST_CASE("a body that fills its lines ends with an empty one") {
  CountingRandom random;
  const auto key = new_file_key(random).value();
  for (const std::size_t size : {0u, 1u, 47u, 48u, 49u, 96u}) {
    const auto header = make_header({{"x", {}, Bytes(size, 7)}}, key).value();
    CHECK(parse_header(header.raw).value().stanzas[0].body == Bytes(size, 7));
  }
}

TEST_CASE("known stanzas have one shape, whoever reads them") {
  const std::string share(43, 'A');
  const std::string salt(22, 'A');
  const Bytes body(32);
  for (const Stanza& stanza : std::vector<Stanza>{{"X25519", {}, body},
                                                  {"X25519", {share, "x"}, body},
                                                  {"X25519", {share + "A"}, body},
                                                  {"X25519", {share.substr(1)}, body},
                                                  {"X25519", {share.substr(1) + "B"}, body},
                                                  {"X25519", {share}, Bytes(31)},
                                                  {"X25519", {share}, Bytes(33)},
                                                  {"mlkem768x25519", {share}, body},
                                                  {"scrypt", {salt}, body},
                                                  {"scrypt", {salt, "10", "x"}, body},
                                                  {"scrypt", {salt, "010"}, body},
                                                  {"scrypt", {salt, "+9"}, body},
                                                  {"scrypt", {salt, ""}, body},
                                                  {"scrypt", {salt, "a"}, body},
                                                  {"scrypt", {salt, "0"}, body},
                                                  {"scrypt", {salt, "23"}, body},
                                                  {"scrypt", {salt, "4294967306"}, body},
                                                  {"scrypt", {share, "10"}, body}}) {
    INFO(stanza.type << ' ' << (stanza.args.empty() ? "" : stanza.args.back()));
    const auto wrapped = read_wrapped(stanza);
    REQUIRE_FALSE(wrapped.ok());
    CHECK(wrapped.error().code == Code::header);
  }
  CHECK_FALSE(read_wrapped(Stanza{"x25519", {}, {}}).value().has_value());
  CHECK(read_wrapped(Stanza{"scrypt", {salt, "22"}, body}).value()->work_factor == 22);
}

TEST_CASE("a passphrase stands alone") {
  Header header;
  header.stanzas = {{"scrypt", {std::string(22, 'A'), "1"}, Bytes(32)}, {"other", {}, {}}};
  CHECK(find_file_key(header, "mot cua").error().code == Code::header);
}

TEST_CASE("a share of low order is a header failure") {
  Header header;
  header.stanzas = {{"X25519", {std::string(43, 'A')}, Bytes(32)}};
  CountingRandom random;
  const std::vector<Identity> identities = {Identity::generate(Kind::x25519, random).value()};
  CHECK(find_file_key(header, identities).error().code == Code::header);
}
