#include <catch2/catch_test_macros.hpp>

#include <string>

#include "tests/unit/ui/demo.h"
#include "wasm/ui/wrap.h"

using namespace motcua::ui;

namespace {

std::vector<std::string> broken(std::string_view text, float width) {
  std::vector<std::string> lines;
  for (const TextLine& line : wrap(text, width, demo::HalfEm{}, Face::regular, 20)) {
    lines.emplace_back(text.substr(line.start, line.size));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("text breaks at spaces", "[ui][wrap]") {
  CHECK(broken("Đăng ký khai sinh", 1000) == Lines{"Đăng ký khai sinh"});
  CHECK(broken("Đăng ký khai sinh", 80) == Lines{"Đăng ký", "khai", "sinh"});
  CHECK(broken("Đăng ký khai sinh", 90) == Lines{"Đăng ký", "khai sinh"});
  CHECK(broken("a  b", 1000) == Lines{"a  b"});
  CHECK(broken("", 100) == Lines{""});
}

TEST_CASE("a new line is kept, and a no-break space does not break", "[ui][wrap]") {
  CHECK(broken("một\nhai", 1000) == Lines{"một", "hai"});
  CHECK(broken("một\n\nhai", 1000) == Lines{"một", "", "hai"});
  CHECK(broken("50\u00a0MB xong", 50) == Lines{"50\u00a0MB", "xong"});
}

TEST_CASE("a word wider than the line breaks between characters", "[ui][wrap]") {
  CHECK(broken("ếếếếế", 20) == Lines{"ếế", "ếế", "ế"});
  CHECK(broken("a ếếếế", 30) == Lines{"a", "ếếế", "ế"});
}

TEST_CASE("a box narrower than a character still ends", "[ui][wrap]") {
  CHECK(broken("abc", 0) == Lines{"a", "b", "c"});
  CHECK(broken("abc", -5) == Lines{"a", "b", "c"});
}

TEST_CASE("bytes that are not UTF-8 break too", "[ui][wrap]") {
  const std::string bad = "\x80\x80\xff\xff";
  std::size_t bytes = 0;
  for (const auto& line : broken(bad, 10)) bytes += line.size();
  CHECK(bytes == bad.size());
}
