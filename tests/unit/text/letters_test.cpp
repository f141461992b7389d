#include "shared/text/letters.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/text/fold.h"
#include "shared/text/title.h"
#include "shared/text/utf8.h"

using namespace motcua::text;

TEST_CASE("upper and lower case of Vietnamese", "[text]") {
  CHECK(upper("đặng thị ngọc ánh, ơ ư ỷ") == "ĐẶNG THỊ NGỌC ÁNH, Ơ Ư Ỷ");
  CHECK(lower("ĐẶNG THỊ NGỌC ÁNH, Ơ Ư Ỷ") == "đặng thị ngọc ánh, ơ ư ỷ");
  CHECK(upper("dvořák łódź ß") == "DVOŘÁK ŁÓDŹ ß");
  CHECK(upper("日本 123") == "日本 123");
}

TEST_CASE("folding makes a search key", "[text]") {
  CHECK(fold("Đăng ký  KHAI-SINH!") == "dang ky khai sinh");
  CHECK(fold("Hòa") == fold("Hoà"));
  CHECK(fold("THỦY") == fold("thuỷ"));
  CHECK(fold("k\xE2\x80\x8Eý") == "ky");
  CHECK(fold("Nguye\xCC\x82\xCC\x83n") == "nguyen");
  CHECK(fold("  ,;  ").empty());
  CHECK(fold("1.001193") == "1 001193");
  CHECK(fold("Ê Đê, Ƀa Na") == "e de ba na");
}

TEST_CASE("a name's letters are of any script, never signs", "[text]") {
  for (const char32_t letter : {U'a', U'Đ', U'日', U'ກ', U'Ж', char32_t{0x0301}}) {
    CHECK(is_name_letter(letter));
  }
  for (const char32_t sign : {U'1', U'@', U'<', U' ', U'“', U'\u00D7', char32_t{0xFFFD},
                              char32_t{0x1F600}, char32_t{0xE001}}) {
    CHECK_FALSE(is_name_letter(sign));
  }
}

TEST_CASE("titles from file names are safe and short", "[text]") {
  CHECK(safe_title("giấy chứng sinh.pdf") == "giấy chứng sinh.pdf");
  CHECK(safe_title("C:\\Users\\me\\giay.pdf") == "giay.pdf");
  CHECK(safe_title("../../etc/passwd") == "passwd");
  CHECK(safe_title("a<b>:\"c\"|?*.jpg") == "abc.jpg");
  CHECK(safe_title("ảnh\xE2\x80\xAEgnp.exe") == "ảnhgnp.exe");
  CHECK(safe_title("") == "tệp");
  CHECK(safe_title("dir/") == "tệp");
  CHECK(safe_title("...") == "tệp");
  const std::string long_name = std::string(300, 'a') + ".pdf";
  const std::string title = safe_title(long_name, 40);
  CHECK(count_points(title) == 40);
  CHECK(title.substr(title.size() - 4) == ".pdf");
  CHECK(count_points(safe_title("ảnh." + std::string(300, 'x'), 40)) <= 40);
}

TEST_CASE("shortening ends at a word where one is near", "[text]") {
  CHECK(shorten("Đăng ký khai sinh", 17) == "Đăng ký khai sinh");
  CHECK(shorten("Đăng ký khai sinh", 16) == "Đăng ký khai…");
  CHECK(shorten("Đăngkýkhaisinh", 5) == "Đăng…");
  CHECK(shorten("abc", 0).empty());
}
