#include "shared/text/search.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua::text;

namespace {

int score(const char* query, const char* text) {
  return match(search_key(query), search_key(text));
}

constexpr const char* birth = "Đăng ký khai sinh";

}  // namespace

TEST_CASE("the same words score full marks, however they are written", "[text]") {
  CHECK(score("Đăng ký khai sinh", birth) == 1000);
  CHECK(score("DANG KY KHAI SINH", birth) == 1000);
  CHECK(score("đăng kí khai sinh", birth) == 1000);
}

TEST_CASE("what people really type finds the procedure", "[text]") {
  for (const char* query : {"khai sinh", "khaisinh", "dk khai sinh", "đk khai sinh", "dkks",
                            "khai si", "sinh", "k sinh", "sinh khai", "dangkykhaisinh",
                            "dang ky khaisi", "khia sinh", "khai sinhh", "đăngky"}) {
    INFO(query);
    CHECK(score(query, birth) > 0);
    CHECK(score(query, birth) < 1000);
  }
}

TEST_CASE("what is not there is not found", "[text]") {
  for (const char* query :
       {"", "   ", "kết hôn", "khai tử", "khai sinh muộn", "xyz", "inh", "ai", "khaisinhx"}) {
    INFO(query);
    CHECK(score(query, birth) == 0);
  }
  CHECK(match(search_key("a"), SearchKey{}) == 0);
}

TEST_CASE("better answers come first", "[text]") {
  CHECK(score("khai sinh", "Khai sinh") > score("khai sinh", birth));
  CHECK(score("khai sinh", birth) > score("khai sinh", "Sinh hoạt khai mạc"));
  CHECK(score("khai sinh", birth) > score("khai si", birth));
  CHECK(score("khai sinh", birth) > score("khaisinh", birth));
  CHECK(score("khai sinh", birth) > score("khia sinh", birth));
  CHECK(score("khai sinh", "Đăng ký khai sinh") > score("khai sinh", "Đăng ký lại khai sinh"));
}

TEST_CASE("ranking keeps the order of equals and leaves out zeros", "[text]") {
  CHECK(ranked({5, 0, 9, 5, -1, 9}, 10) == std::vector<std::size_t>{2, 5, 0, 3});
  CHECK(ranked({5, 0, 9}, 1) == std::vector<std::size_t>{2});
  CHECK(ranked({}, 3).empty());
}

TEST_CASE("long input stays bounded", "[text]") {
  std::string words;
  for (int i = 0; i < 5000; ++i) words += "khai ";
  CHECK(search_key(words).words.size() == 32);
  CHECK(match(search_key(words), search_key(words)) > 0);
}
