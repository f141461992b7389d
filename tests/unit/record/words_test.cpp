#include <catch2/catch_test_macros.hpp>

#include "shared/record/lines.h"
#include "shared/record/number.h"
#include "shared/record/state.h"
#include "shared/record/time.h"

using namespace motcua;

TEST_CASE("times are read and written", "[record]") {
  CHECK(*record::parse_time("1970-01-01T00:00:00Z") == 0);
  CHECK(*record::parse_time("2026-11-22T05:00:00Z") == 1795323600);
  CHECK(*record::parse_time("2028-02-29T23:59:59Z") == 1835481599);
  for (const std::int64_t seconds :
       std::initializer_list<std::int64_t>{0, 951782400, 1795323600, 253402300799}) {
    CHECK(*record::parse_time(record::time_text(seconds)) == seconds);
  }
}

TEST_CASE("times in any other form are refused", "[record]") {
  for (const char* text :
       {"", "2026-11-22", "2026-11-22T05:00:00", "2026-11-22 05:00:00Z", "2026-11-22T05:00:00z",
        "2026-11-22T05:00:00+07:00", "2026-11-22T05:00:00.0Z", "2026-02-29T05:00:00Z",
        "2026-13-01T05:00:00Z", "2026-00-01T05:00:00Z", "2026-11-31T05:00:00Z",
        "2026-11-22T24:00:00Z", "2026-11-22T05:60:00Z", "2026-11-22T05:00:60Z",
        "1969-12-31T23:59:59Z", "2026-1a-22T05:00:00Z", "-026-11-22T05:00:00Z"}) {
    INFO(text);
    CHECK_FALSE(record::parse_time(text));
  }
}

TEST_CASE("a submission number catches every wrong digit", "[record]") {
  ByteArray<16> random{};
  for (int round = 0; round < 50; ++round) {
    random[static_cast<std::size_t>(round) % 16] ^= static_cast<std::uint8_t>(37 * round + 11);
    auto number = record::new_number(random);
    REQUIRE(number);
    REQUIRE(number->size() == 12);
    CHECK(number->front() != '0');
    REQUIRE(record::number_ok(*number));
    for (std::size_t i = 0; i < 12; ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string wrong = *number;
        if (wrong[i] == digit) continue;
        wrong[i] = digit;
        CHECK_FALSE(record::number_ok(wrong));
      }
    }
  }
  CHECK_FALSE(record::new_number(Bytes(15)));
}

TEST_CASE("ISO 7064 MOD 11,10 as published", "[record]") {
  CHECK(record::check_digit("0794") == '5');  // the standard's own example
  CHECK(record::check_digit("12345678901") == '4');
  CHECK(record::number_ok("482177305910"));
  CHECK_FALSE(record::number_ok("482177305916"));
}

TEST_CASE("a number is read as people write it", "[record]") {
  const std::string number = *record::new_number(Bytes(16, 0x5a));
  const std::string grouped = record::grouped_number(number);
  CHECK(grouped.size() == 14);
  CHECK(*record::read_number(grouped) == number);
  CHECK(*record::read_number(" " + number.substr(0, 4) + "-" + number.substr(4, 4) + "." +
                             number.substr(8) + " ") == number);
  CHECK(*record::read_number(number.substr(0, 4) + "\xc2\xa0" + number.substr(4)) == number);
  std::string swapped = number;
  swapped.back() = swapped.back() == '9' ? '0' : static_cast<char>(swapped.back() + 1);
  CHECK(record::read_number(swapped).error().code == Code::mismatch);
  for (const std::string& text : {std::string(), std::string("12345"), number + "1",
                                  std::string(5000, '1'), std::string("48217730591x")}) {
    CHECK(record::read_number(text).error().code == Code::invalid);
  }
}

TEST_CASE("which state may follow which", "[record]") {
  CHECK(record::next_statuses(record::filed) == std::vector<int>{2, 3});
  CHECK(record::next_statuses(2) == std::vector<int>{4, 5, 6, 7, 8, 9});
  CHECK(record::next_statuses(4) == std::vector<int>{4, 5, 6, 7, 8, 9});
  CHECK(record::next_statuses(5) == std::vector<int>{2, 4, 7, 8});
  CHECK(record::next_statuses(6) == std::vector<int>{2, 4, 7, 8});
  CHECK(record::next_statuses(9) == std::vector<int>{10});
  for (const int last : {3, 7, 8, 10, 0, 11, -1}) CHECK(record::next_statuses(last).empty());
  for (int status = 2; status <= 10; ++status) {
    CHECK(*record::state_status(record::state_name(status)) == status);
    CHECK_FALSE(record::may_follow(status, 1));
  }
  CHECK_FALSE(record::state_status("Received"));
  CHECK_FALSE(record::state_status(""));
  CHECK(record::state_name(1).empty());
}

TEST_CASE("decimal numbers have one form", "[record]") {
  CHECK(*record::read_decimal("0") == 0);
  CHECK(*record::read_decimal("9007199254740991") == 9007199254740991);
  for (const char* text : {"", "00", "01", "-1", "+1", " 1", "1 ", "1.0", "9007199254740992",
                           "18446744073709551616", "0x1"}) {
    INFO(text);
    CHECK_FALSE(record::read_decimal(text));
  }
}
