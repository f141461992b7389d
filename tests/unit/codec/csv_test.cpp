#include "shared/codec/csv.h"

#include <catch2/catch_test_macros.hpp>

using namespace motcua;
using namespace motcua::codec;

TEST_CASE("CSV of RFC 4180 is read", "[places]") {
  const auto table = parse_csv(
      "\xEF\xBB\xBF"
      "a,b,c\r\n1,\"x, y\",\"say \"\"no\"\"\"\n2,,\"two\nlines\"\n\"\",\"\",last");
  REQUIRE(table.ok());
  CHECK(table->header == std::vector<std::string>{"a", "b", "c"});
  REQUIRE(table->rows.size() == 3);
  CHECK(table->rows[0].fields == std::vector<std::string>{"1", "x, y", "say \"no\""});
  CHECK(table->rows[1].fields == std::vector<std::string>{"2", "", "two\nlines"});
  CHECK(table->rows[2].fields == std::vector<std::string>{"", "", "last"});
  CHECK(table->rows[1].line == 3);
  CHECK(table->rows[2].line == 5);
  CHECK(table->column("c") == 2);
  CHECK_FALSE(table->column("d"));
  CHECK(parse_csv("a,b\n")->rows.empty());
  CHECK(parse_csv("a,b")->rows.empty());
  CHECK(parse_csv("a,b\n1,")->rows[0].fields == std::vector<std::string>{"1", ""});
}

TEST_CASE("malformed CSV is refused with its line", "[places]") {
  const auto says = [](std::string_view text, std::string_view what, Code code = Code::invalid) {
    const auto table = parse_csv(text);
    INFO(text);
    REQUIRE_FALSE(table.ok());
    CHECK(table.error().code == code);
    CHECK(table.error().message.find(what) != std::string::npos);
  };
  says("", "line 1: the table is empty");
  says("a,a\n", "line 1: the column a");
  says("a,b\n1\n", "line 2: 1 fields where the header has 2");
  says("a,b\n1,2\n\n", "line 3: 1 fields");
  says("a,b\n1,2,3\n", "line 2: 3 fields");
  says("a,b\n1,\"2\n\n", "line 2: a quote is not closed");
  says("a,b\n\"1\"2,3\n", "line 2: something follows");
  says("a,b\n1\"2,3\n", "line 2: a quote stands inside");
  says("a,b\n1,2\r", "line 2: a carriage return");
  says("a,b\n1\r2,3\n", "line 2: a carriage return");
  says("a\n\xFF\n", "not UTF-8");

  CsvLimits limits;
  limits.rows = 1;
  CHECK(parse_csv("a\n1\n2\n", limits).error().code == Code::too_large);
  limits = {};
  limits.columns = 2;
  CHECK(parse_csv("a,b,c\n", limits).error().code == Code::too_large);
  limits = {};
  limits.bytes = 3;
  CHECK(parse_csv("a,b\n", limits).error().code == Code::too_large);
}
