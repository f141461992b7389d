#include "shared/text/order.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "shared/text/money_words.h"

using namespace motcua::text;

namespace {

using Texts = std::vector<std::string>;

Texts sorted(Texts texts, std::string (*key)(std::string_view)) {
  std::reverse(texts.begin(), texts.end());
  std::stable_sort(texts.begin(), texts.end(),
                   [&](const std::string& a, const std::string& b) { return key(a) < key(b); });
  return texts;
}

}  // namespace

TEST_CASE("texts stand in the order of the Vietnamese alphabet", "[text]") {
  for (const Texts& texts :
       {Texts{"an", "ăn", "ân", "ba", "ca", "da", "đa", "e", "ê", "ga"},
        Texts{"o", "ô", "ơ", "pa", "tu", "tư", "va", "xa", "y"},
        Texts{"ma", "mà", "mả", "mã", "má", "mạ"}, Texts{"ma", "Ma", "mà", "mai", "mâm"},
        Texts{"Xã An", "Xã An Bình", "Xã An Định", "Xã Ân Thi", "Xã Bình An"},
        Texts{"hoa", "hòa", "hoa hồng", "hoan"}}) {
    CHECK(sorted(texts, order_key) == texts);
  }
  CHECK(order_key("Hòa") == order_key("Ho\u0300a"));  // as files of some systems write it
  CHECK(order_key("  Xã   An ") == order_key("Xã An"));
}

TEST_CASE("people are sorted by their given names", "[text]") {
  const Texts people = {"An",
                        "Trần An",
                        "Lê Thị An",
                        "Nguyễn Thị An",
                        "Lê Văn An",
                        "Nguyễn Văn Ánh",
                        "Đỗ Thị Ân",
                        "Phạm Bình",
                        "Nguyễn Văn Dũng",
                        "Bùi Văn Đạt",
                        "Y Kpă",
                        "Nguyễn Hoàng Phương Thảo Nguyên",
                        "H'Hen Niê"};
  CHECK(sorted(people, person_order_key) == people);
}

TEST_CASE("amounts are read as they are spoken", "[text]") {
  const std::vector<std::pair<std::uint64_t, const char*>> amounts = {
      {0, "không"},
      {1, "một"},
      {5, "năm"},
      {10, "mười"},
      {11, "mười một"},
      {14, "mười bốn"},
      {15, "mười lăm"},
      {20, "hai mươi"},
      {21, "hai mươi mốt"},
      {24, "hai mươi tư"},
      {55, "năm mươi lăm"},
      {100, "một trăm"},
      {104, "một trăm linh bốn"},
      {110, "một trăm mười"},
      {1'005, "một nghìn không trăm linh năm"},
      {8'000, "tám nghìn"},
      {50'015, "năm mươi nghìn không trăm mười lăm"},
      {7'500'000, "bảy triệu năm trăm nghìn"},
      {10'000'010, "mười triệu không trăm mười"},
      {1'000'000'000, "một tỷ"},
      {1'000'000'005, "một tỷ không trăm linh năm"},
      {2'050'000'000'000, "hai nghìn không trăm năm mươi tỷ"},
      {9'007'199'254'740'992,
       "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu "
       "bảy trăm bốn mươi nghìn chín trăm chín mươi hai"},
  };
  for (const auto& [amount, words] : amounts) {
    INFO(amount);
    CHECK(in_words(amount) == words);
  }
}
