#include "tests/unit/form/small_form.h"

using namespace motcua::form;
using namespace motcua::form::small;

TEST_CASE("names are letters of any people, never judged by spelling", "[form]") {
  for (const char* good : {"Nguyễn Thị Thử", "H'Hen Niê", "Y Moan", "K’ Sor", "Giàng A Pá",
                           "Jean-Luc", "Ê", "山田", "R. Ơ Chăm"}) {
    INFO(good);
    CHECK(codes("name", good).empty());
  }
  for (const char* bad : {"An 2", "a@b", "<b>", "!!!", "---", "Nguyễn_Thử", "\xF0\x9F\x98\x80"}) {
    INFO(bad);
    CHECK(codes("name", bad) == "name-characters");
  }
}

TEST_CASE("a name of 300 letters is told how long it may be", "[form]") {
  std::string name;
  for (int i = 0; i < 300; ++i) name += "ậ";
  const auto defects = judge(schema(field("name")), {{"f", name}}, today);
  REQUIRE(defects.size() == 1);
  CHECK(defects[0].code == "too-long");
  CHECK(defects[0].field == "f");
  CHECK(defects[0].step == "one");
  CHECK(defects[0].message.vi == "“Ô” dài quá. Hãy viết trong 200 ký tự");
  CHECK(defects[0].message.en == "“Box” is too long. Use at most 200 characters");
  CHECK(codes("name", name.substr(0, 200 * 3)).empty());
  CHECK(codes("text", std::string(5'000'000, 'a')) == "too-long");
  CHECK(codes("text", "abc", R"("max_length":2)") == "too-long");
}

TEST_CASE("hidden characters do not pass", "[form]") {
  CHECK(codes("text",
              "a\xE2\x80\xAE"
              "b") == "hidden-characters");
  CHECK(codes("text", "a\nb") == "hidden-characters");
  CHECK(codes("textarea", "a\nb").empty());
  CHECK(codes("name", "Nguye\xCC\x82n") == "hidden-characters");
  CHECK(codes("text", "\xFF") == "hidden-characters");
  CHECK(codes("text", std::string("a\0b", 3)) == "hidden-characters");
}

TEST_CASE("dates", "[form]") {
  CHECK(codes("date", "2026-11-05").empty());
  CHECK(codes("date", "2026-02-30") == "date-invalid");
  CHECK(codes("date", "2026-11-x") == "date-invalid");
  CHECK(codes("date", "26-11-05") == "date-incomplete");
  CHECK(codes("date", "2026--05") == "date-incomplete");
  CHECK(codes("date", "2026") == "date-incomplete");
  CHECK(codes("date", "1961", R"("year_alone":true)").empty());
  CHECK(codes("date", "1961--05", R"("year_alone":true)") == "date-incomplete");
  CHECK(codes("date", "9999", R"("year_alone":true)") == "date-invalid");
  CHECK(codes("date", "hôm qua") == "date-incomplete");
}

TEST_CASE("phones", "[form]") {
  for (const char* good : {"0912345678", "0321234567", "02438252300", "+14155550100"}) {
    CHECK(codes("phone", good).empty());
  }
  for (const char* bad : {"0112345678", "912345678", "091234567", "09123456789", "+12", "abc",
                          "0912 345 678", "0212345678901", "+"}) {
    INFO(bad);
    CHECK(codes("phone", bad) == "phone");
  }
  CHECK(codes("phone", "01621234567") == "phone-old");
  CHECK(codes("personal-id", "999066000010~~Trần Bình~01021966~Nam") == "card-text");
}

TEST_CASE("personal numbers", "[form]") {
  CHECK(codes("personal-id", "999196000012").empty());
  CHECK(codes("personal-id", "123456789") == "personal-id-old");
  for (const char* bad : {"99919600001", "9991960000123", "99919600001x"}) {
    CHECK(codes("personal-id", bad) == "personal-id");
  }
}

TEST_CASE("tax codes", "[form]") {
  for (const char* good : {"9000000006", "9000000006-001", "999196000012"}) {
    INFO(good);
    CHECK(codes("tax-code", good).empty());
  }
  for (const char* bad : {"9000000005", "9000000005-001", "9000000005001"}) {
    INFO(bad);
    CHECK(codes("tax-code", bad) == "tax-code-check");
  }
  // The last one is right, but not as it is kept.
  for (const char* bad : {"900000000", "90000000060", "90000000a6", "không có", "9000000006001"}) {
    INFO(bad);
    CHECK(codes("tax-code", bad) == "tax-code");
  }
}

TEST_CASE("insurance numbers", "[form]") {
  for (const char* good : {"0123456789", "999196000012"}) {
    CHECK(codes("insurance", good).empty());
  }
  for (const char* bad : {"GD4380123456789", "012345678", "01234567890", "0123 456789", "số cũ"}) {
    INFO(bad);
    CHECK(codes("insurance", bad) == "insurance");
  }
}

TEST_CASE("e-mail", "[form]") {
  for (const char* good : {"thu@example.vn", "a.b+c@sub.example.com"}) {
    CHECK(codes("email", good).empty());
  }
  for (const char* bad : {"thu", "@example.vn", "a@b", "a@b.", "a@.vn", "a@@b.vn", "a b@c.vn",
                          "a@b..vn", "a@b.c", "<a@b.vn>"}) {
    INFO(bad);
    CHECK(codes("email", bad) == "email");
  }
}

TEST_CASE("choices, numbers, ticks and units", "[form]") {
  const char* options = R"("options":[{"value":"a","label":{"vi":"A"}}])";
  CHECK(codes("choice", "a", options).empty());
  CHECK(codes("choice", "b", options) == "option");
  CHECK(codes("select", "A", options) == "option");
  CHECK(codes("country", "VN").empty());
  CHECK(codes("country", "XX") == "option");
  CHECK(codes("number", std::int64_t{3}, R"("min":0,"max":20)").empty());
  CHECK(codes("number", std::int64_t{21}, R"("min":0,"max":20)") == "number-range");
  CHECK(codes("number", std::int64_t{-1}, R"("min":0)") == "number-range");
  CHECK(codes("number", "mười") == "number");
  CHECK(codes("checkbox", true).empty());
  CHECK(codes("checkbox", false, R"("required":true)") == "required");
  CHECK(codes("unit", "99901").empty());
  CHECK(codes("unit", "9990") == "unit");
}

TEST_CASE("a value of the wrong kind is a defect, whatever it holds", "[form]") {
  CHECK(codes("text", true) == "wrong-type");
  CHECK(codes("text", false) == "wrong-type");
  CHECK(codes("text", std::int64_t{1}) == "wrong-type");
  CHECK(codes("text", Value{}) == "wrong-type");
  CHECK(codes("text", std::vector<std::string>{"a"}) == "wrong-type");
  CHECK(codes("text", std::vector<std::string>{}) == "wrong-type");
  CHECK(codes("checkbox", "true") == "wrong-type");
  CHECK(codes("number", true) == "wrong-type");
  CHECK(codes("number", "").empty());
}
