#include "shared/sign/minisign_secret.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/seal/counting_random.h"

using namespace motcua;
using namespace motcua::sign;

namespace {

// Made by minisign 0.11 for these tests, with -W and with a password.
const std::string open_file =
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAFAMNgxYVqP5Ud71M0fM5"
    "I1I4aLyOFxAB4FWe10GH1rfEe7LOwL1+9fbpXF/VHv0XBEwtCurbIIm7MlWUIl1KS8EBHFB9JUv0AAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
const std::string locked_file =
    "untrusted comment: minisign encrypted secret key\n"
    "RWRTY0Iyz9vC62Bb3eNIcPoxA9RK82cUttTP8r1wJ+fQW+xNwHYAAAACAAAAAAAAAEAAAAAAK8T45ITEL5rnTy+5baVR"
    "UxqN9fsmeHesOPhTkZp9OOtpSPvhMSZeyJNSU0KDuBQh90KYQ4UxC/KD8zLZvbd61G77CBgctkFccDsQx3N6SuZeq8si"
    "2IOAVNf6mU4cFhWfGmo0LXorMQk=\n";

}  // namespace

TEST_CASE("a secret key file without a password reads and writes as minisign's") {
  CHECK_FALSE(secret_key_file_locked(open_file).value());
  const auto key = parse_secret_key_file(open_file).value();
  CHECK(public_key_text(public_key(key)) ==
        "RWQUAw2DFhWo/vbpXF/VHv0XBEwtCurbIIm7MlWUIl1KS8EBHFB9JUv0");
  CHECK(secret_key_file(key).view() == open_file);
}

TEST_CASE("a file with a password says so") {
  CHECK(secret_key_file_locked(locked_file).value());
  CHECK(parse_secret_key_file(locked_file).error().code == Code::no_match);
  // The costs stand in the file, and are not trusted: here they ask for 2^63 bytes.
  std::string greedy = locked_file;
  greedy.replace(greedy.find("AEAAAAAA"), 8, "AEAAAACA");
  CHECK(parse_secret_key_file(greedy, "a").error().code == Code::refused);
}

TEST_CASE("damaged secret key files are refused") {
  std::string changed = open_file;
  changed[open_file.find("Ud71M")] = 'V';
  for (const std::string& text :
       std::vector<std::string>{"", "x", changed, open_file.substr(0, 100), open_file + "x",
                                "RWQ" + open_file, open_file.substr(open_file.find('\n') + 1)}) {
    INFO(text);
    const auto key = parse_secret_key_file(text);
    REQUIRE_FALSE(key.ok());
    CHECK(key.error().code == Code::invalid);
  }
}
