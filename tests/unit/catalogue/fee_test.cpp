#include "shared/catalogue/fee.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/codec/json.h"
#include "shared/form/reader.h"

using namespace motcua;
using namespace motcua::catalogue;

namespace {

Result<std::vector<Fee>> fees(std::string_view text) {
  const auto json = codec::json_parse(text).value();
  std::optional<Error> error;
  form::Reader reader(json, "", error);
  std::vector<Fee> found;
  for (form::Reader& item : reader.objects("fees", 10)) found.push_back(read_fee(item));
  if (error) return *error;
  return found;
}

const std::string source = R"("source":{"text":"thử","date":"2026-07-01","verified":false}})";

std::string fee(const std::string& members) { return "{" + members + "," + source; }

std::string list(std::initializer_list<std::string> each) {
  std::string out = R"({"fees":[)";
  for (const auto& one : each) out += (out.back() == '[' ? "" : ",") + one;
  return out + "]}";
}

}  // namespace

TEST_CASE("the most particular fee holds", "[catalogue]") {
  const auto all = fees(list({fee(R"("vnd":8000)"), fee(R"("vnd":0,"channels":["online"])"),
                              fee(R"("vnd":5000,"provinces":["38"])"),
                              fee(R"("vnd":2000,"provinces":["38"],"channels":["post"])"),
                              fee(R"("vnd":9000,"from":"2027-01-01")")}));
  REQUIRE(all);
  const auto vnd = [&](Channel channel, std::string_view province, std::string_view day) {
    const Fee* found = rule_for(*all, {.channel = channel, .province = province, .day = day});
    return found ? found->vnd : -1;
  };
  CHECK(vnd(Channel::counter, "01", "2026-11-22") == 8000);
  CHECK(vnd(Channel::online, "01", "2026-11-22") == 0);
  CHECK(vnd(Channel::online, "38", "2026-11-22") == 5000);
  CHECK(vnd(Channel::post, "38", "2026-11-22") == 2000);
  CHECK(vnd(Channel::counter, "", "2027-01-01") == 9000);
  CHECK(vnd(Channel::counter, "", "2026-12-31") == 8000);
  CHECK(ambiguous(*all).empty());
  CHECK(rule_for(std::vector<Fee>{}, {.province = "38", .day = "2026-11-22"}) == nullptr);
}

TEST_CASE("a case weighs less than a province and more than a channel", "[catalogue]") {
  const auto all =
      fees(list({fee(R"("vnd":1)"), fee(R"("vnd":2,"channels":["online"])"),
                 fee(R"("vnd":3,"case":"late")"), fee(R"("vnd":4,"provinces":["38"])")}));
  REQUIRE(all);
  const auto vnd = [&](std::string_view province, std::string_view id) {
    return rule_for(*all, {.province = province, .case_id = id, .day = "2026-11-22"})->vnd;
  };
  CHECK(vnd("", "") == 2);
  CHECK(vnd("", "late") == 3);
  CHECK(vnd("", "early") == 2);
  CHECK(vnd("38", "late") == 4);
  CHECK(ambiguous(*all).empty());
}

TEST_CASE("fees that hold at the same time are found", "[catalogue]") {
  const auto pairs = [](std::initializer_list<std::string> each) {
    return ambiguous(fees(list(each)).value()).size();
  };
  CHECK(pairs({fee(R"("vnd":1)"), fee(R"("vnd":2)")}) == 1);
  CHECK(pairs({fee(R"("vnd":1,"until":"2026-12-31")"), fee(R"("vnd":2,"from":"2027-01-01")")}) ==
        0);
  CHECK(pairs({fee(R"("vnd":1,"until":"2027-01-01")"), fee(R"("vnd":2,"from":"2027-01-01")")}) ==
        1);
  CHECK(pairs({fee(R"("vnd":1,"provinces":["01","38"])"), fee(R"("vnd":2,"provinces":["38"])")}) ==
        1);
  CHECK(pairs({fee(R"("vnd":1,"channels":["online"])"), fee(R"("vnd":2,"channels":["post"])")}) ==
        0);
  CHECK(pairs({fee(R"("vnd":1,"case":"a")"), fee(R"("vnd":2,"case":"b")")}) == 0);
  CHECK(pairs({fee(R"("vnd":1,"case":"a")"), fee(R"("vnd":2,"case":"a")")}) == 1);
}

TEST_CASE("a malformed fee is refused", "[catalogue]") {
  for (const char* bad :
       {R"("vnd":-1)", R"("vnd":"8000")", R"("channels":["online"])",
        R"("vnd":1,"channels":["fax"])", R"("vnd":1,"from":"2026")",
        R"("vnd":1,"from":"2027-01-01","until":"2026-01-01")", R"("vnd":1,"other":2)"}) {
    INFO(bad);
    CHECK_FALSE(fees(list({fee(bad)})));
  }
}
