#include "shared/text/normal.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/text/latin.h"
#include "shared/text/utf8.h"

using namespace motcua::text;

namespace {

std::string utf8(std::initializer_list<char32_t> points) {
  std::string out;
  for (const char32_t point : points) append_point(out, point);
  return out;
}

}  // namespace

TEST_CASE("Vietnamese letters are composed from any way of typing the marks", "[text]") {
  CHECK(compose(utf8({'a', 0x0302, 0x0323})) == "ậ");
  CHECK(compose(utf8({'a', 0x0323, 0x0302})) == "ậ");
  CHECK(compose(utf8({0xE2, 0x0323})) == "ậ");
  CHECK(compose(utf8({0x1EA1, 0x0302})) == "ậ");
  CHECK(compose(utf8({'u', 0x0301, 0x031B})) == "ứ");
  CHECK(compose(utf8({'O', 0x031B, 0x0323})) == "Ợ");
  CHECK(compose(utf8({'a', 0x0340})) == "à");
  CHECK(compose("Nguye\xCC\x82\xCC\x83n Thi\xCC\xA3 A\xCC\x81nh") == "Nguyễn Thị Ánh");
}

TEST_CASE("what is composed already, or not Latin, passes unchanged", "[text]") {
  for (const char* same : {"", "Đặng Thị Ngọc Ánh", "Müller", "Dvořák", "Ê Đê", "日本", "Анна",
                           "ສະບາຍດີ", "ខ្មែរ", "a\xCC\xB8"}) {
    CHECK(compose(same) == same);
  }
}

TEST_CASE("every composed Latin letter comes back from its parts", "[text]") {
  for (const LatinRow& row : latin_rows) {
    const std::string letter = utf8({row.letter});
    CHECK(compose(utf8({row.base, first_mark + row.mark})) == letter);
    CHECK(compose(letter) == letter);
  }
}

TEST_CASE("composing follows Unicode where marks block each other", "[text]") {
  CHECK(compose(utf8({'a', 0x0301, 0x0302})) == utf8({0xE1, 0x0302}));
  CHECK(compose(utf8({'a', 0x034F, 0x0301})) == utf8({'a', 0x034F, 0x0301}));
  CHECK(compose(utf8({0x0301, 'a'})) == utf8({0x0301, 'a'}));
  CHECK(compose(utf8({'s', 0x0307, 0x0323})) == utf8({0x1E69}));
}

TEST_CASE("a thousand marks on one letter stay bounded and keep their number", "[text]") {
  std::string marks = "a";
  for (int i = 0; i < 1000; ++i) append_point(marks, 0x0301);
  CHECK(count_points(compose(marks)) == 1000);
}

TEST_CASE("clean mends what keyboards and old files leave behind", "[text]") {
  CHECK(clean("đăng k\xE2\x80\x8Eý") == "đăng ký");                  // U+200E inside
  CHECK(clean("a\xE2\x80\x8B\xCC\x81") == "á");                      // a mark behind U+200B
  CHECK(clean("\xEF\xBB\xBFXã\xC2\xA0Mây") == "Xã Mây");             // BOM, NBSP
  CHECK(clean("Ðinh Ɖức, ðó") == "Đinh Đức, đó");                    // look-alikes
  CHECK(clean("a\x01\x7F b\xC2\x9F\tc\r\nd\re") == "a b\tc\nd\ne");  // controls, line ends
  CHECK(clean("\xE2\x80\xAE"
              "evil") == "evil");  // right-to-left override
  CHECK(clean("\xFF"
              "a") ==
        "\xEF\xBF\xBD"
        "a");  // a broken byte is shown
  CHECK(clean(std::string_view("a\0b", 3)) == "ab");
}

TEST_CASE("clean_line keeps one space between words", "[text]") {
  CHECK(clean_line("  Nguyễn \t Thị\n\nThử \xE3\x80\x80") == "Nguyễn Thị Thử");
  CHECK(clean_line(" \n ").empty());
}

TEST_CASE("clean_lines keeps paragraphs", "[text]") {
  CHECK(clean_lines("\n\n một  \r\n\r\n\r\n\r\nhai\t\n\n") == " một\n\nhai");
  CHECK(clean_lines(" \n\t").empty());
}

TEST_CASE("cleaning twice changes nothing more", "[text]") {
  for (const char* text :
       {"Ð\xCC\x81 a\xCC\x82\xCC\xA3 \xE2\x80\x8B x", "\r\r\n\n a ", "\xF0\x9F"}) {
    CHECK(clean(clean(text)) == clean(text));
    CHECK(clean_line(clean_line(text)) == clean_line(text));
    CHECK(clean_lines(clean_lines(text)) == clean_lines(text));
  }
}
