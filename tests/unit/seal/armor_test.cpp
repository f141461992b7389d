#include "shared/seal/armor.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua;
using namespace motcua::seal;

namespace {

const std::string begin = "-----BEGIN AGE ENCRYPTED FILE-----\n";
const std::string end = "-----END AGE ENCRYPTED FILE-----\n";
const std::string full(64, 'A');

std::string armored(ByteView bytes, std::size_t step) {
  ArmorWriter writer;
  std::string out;
  for (; !bytes.empty(); bytes = bytes.subspan(std::min(step, bytes.size()))) {
    writer.update(bytes.first(std::min(step, bytes.size())), out);
  }
  writer.finish(out);
  return out;
}

Result<Bytes> read(std::string_view text, std::size_t step = 1000) {
  ArmorReader reader;
  Bytes out;
  for (; !text.empty(); text.remove_prefix(std::min(step, text.size()))) {
    if (auto status = reader.update(bytes_of(text.substr(0, step)), out); !status) {
      return status.error();
    }
  }
  if (auto status = reader.finish(); !status) return status.error();
  return out;
}

}  // namespace

TEST_CASE("armor comes back, however it is cut") {
  for (const std::size_t size : {0u, 1u, 47u, 48u, 49u, 96u, 1000u}) {
    const Bytes bytes(size, 0x5a);
    const std::string text = armored(bytes, 7);
    CHECK(text == armored(bytes, 1000));
    for (const std::size_t step : {1u, 3u, 64u, 65u}) {
      INFO(size << " bytes, pieces of " << step);
      CHECK(read(text, step).value() == bytes);
    }
  }
  CHECK(armored(Bytes(49), 100) == begin + full + "\nAA==\n" + end);
}

TEST_CASE("armor may have CRLF, white space around it and no last newline") {
  CHECK(read("-----BEGIN AGE ENCRYPTED FILE-----\r\nAAAA\r\n-----END AGE ENCRYPTED FILE-----\r\n")
            .value() == Bytes(3));
  CHECK(read(" \n\t\r\n" + begin + "AAAA\n" + end + "\n \t\n").ok());
  CHECK(read(begin + "AAAA\n" + end.substr(0, end.size() - 1)).ok());
  CHECK(read(begin + full + "\n" + end).value() == Bytes(48));
}

TEST_CASE("every other armor is refused") {
  for (const std::string& text :
       std::vector<std::string>{"",
                                "\n",
                                begin,
                                begin + "AAAA\n",
                                "x" + begin + "AAAA\n" + end,
                                " " + begin + "AAAA\n" + end,
                                begin + "AAAA\n" + end + "x",
                                begin + "AAA\n" + end,
                                begin + "AAB=\n" + end,
                                begin + "AA A\n" + end,
                                begin + "AAAA \n" + end,
                                begin + "\nAAAA\n" + end,
                                begin + "AAAA\n\n" + end,
                                begin + "AAAA\nAAAA\n" + end,
                                begin + full + "A\n" + end,
                                begin + full + "AAAA\n" + end,
                                begin + "Version: 1\n\nAAAA\n" + end,
                                begin + "AAAA\n " + end,
                                begin + "AAAA\n-----END AGE ENCRYPTED FILE----\n",
                                "-----BEGIN AGE ENCRYPTED FILE----- \nAAAA\n" + end,
                                begin + "AAAA" + end,
                                begin + "AAAA\n" + end + std::string(1025, '\n'),
                                std::string(1025, '\n') + begin + "AAAA\n" + end,
                                begin + begin + "AAAA\n" + end,
                                begin + std::string(5000, 'A')}) {
    INFO(text);
    const auto result = read(text);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == Code::armor);
  }
}

TEST_CASE("the form of a file shows at its beginning") {
  CHECK(detect_form(bytes_of("age-encryption.org/v1\n"), false) == Form::binary);
  CHECK(detect_form(bytes_of("age-enc"), false) == std::nullopt);
  CHECK(detect_form(bytes_of("age-enc"), true) == Form::unknown);
  CHECK(detect_form(bytes_of("\n\n" + begin), false) == Form::armored);
  CHECK(detect_form(bytes_of("words\n" + begin), false) == Form::armored);
  CHECK(detect_form(bytes_of(std::string(100, 'x')), false) == std::nullopt);
  CHECK(detect_form(bytes_of(std::string(3000, 'x')), false) == Form::unknown);
  CHECK(detect_form({}, true) == Form::unknown);
}
