#include "shared/places/name_words.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua::places;

namespace {

std::string plain(std::string_view text) {
  std::string out;
  for (const NameWord& word : name_words(text)) out += (out.empty() ? "" : " ") + word.plain;
  return out;
}

}  // namespace

TEST_CASE("words of names", "[places]") {
  CHECK(plain("Phường Đình  Ba") == "phuong dinh ba");
  CHECK(plain("Ea H'leo") == "ea h leo");
  CHECK(plain("Ea H\u2019leo") == "ea h leo");
  CHECK(plain("Ea H\u02BCleo") == "ea h leo");
  CHECK(plain("Bà Rịa - Vũng Tàu") == "ba ria vung tau");
  CHECK(plain("P12") == "p 12");
  CHECK(plain("Phường 01") == "phuong 1");
  CHECK(plain("000") == "0");
  CHECK(plain("Mỹ Lý") == "mi li");
  CHECK(plain("").empty());
  CHECK(plain(" - .").empty());
  CHECK(joined(name_words("Ea H'leo")) == "eahleo");
}

TEST_CASE("what does not matter, and what does", "[places]") {
  CHECK(name_words("Hòa Bình") == name_words("HOÀ BÌNH"));
  CHECK(name_words("Thủy") == name_words("Thuỷ"));
  CHECK(name_words("Mỹ") == name_words("Mĩ"));
  CHECK(name_words("Quý") == name_words("Quí"));
  CHECK(name_words("Đắk") == name_words("\u0110a\u0306\u0301k"));
  CHECK(name_words("Văn") != name_words("Vân"));
  CHECK(name_words("Văn")[0].plain == name_words("Vân")[0].plain);
  CHECK(name_words("Dinh") != name_words("Đinh"));
  CHECK(name_words("Lăng") != name_words("Lắng"));
}
