#include "shared/catalogue/duration.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/catalogue/lint.h"
#include "shared/codec/json.h"
#include "test_assets.h"

using namespace motcua;
using namespace motcua::catalogue;

namespace {

Duration time(int value, Reach reach) {
  Duration one;
  one.value = value;
  one.reach = std::move(reach);
  return one;
}

}  // namespace

TEST_CASE("the most particular time holds, as with fees", "[catalogue]") {
  const std::vector<Duration> all = {
      time(10, {}), time(7, {.channels = {Channel::online}}), time(30, {.case_id = "verify"}),
      time(20, {.case_id = "verify", .channels = {Channel::post, Channel::counter}}),
      time(5, {.from = "2027-01-01"})};
  const auto value = [&](Channel channel, std::string_view id, std::string_view day) {
    return rule_for(all, {.channel = channel, .case_id = id, .day = day})->value;
  };
  CHECK(value(Channel::counter, "", "2026-11-22") == 10);
  CHECK(value(Channel::online, "", "2026-11-22") == 7);
  CHECK(value(Channel::online, "verify", "2026-11-22") == 30);
  CHECK(value(Channel::post, "verify", "2026-11-22") == 20);
  CHECK(value(Channel::counter, "", "2027-01-01") == 5);
  CHECK(ambiguous(all).empty());
}

TEST_CASE("times of which two count are a finding", "[catalogue]") {
  Procedure procedure = parse_procedure(assets::procedures_1_001193_json).value();
  const auto schema = form::parse_schema(assets::forms_birth_json).value();
  procedure.times.push_back(procedure.times[0]);
  CHECK(lint::procedure(procedure, schema) ==
        lint::Findings{"1.001193: times[0] and times[1] hold at the same time"});
}

TEST_CASE("questions that nobody could answer are a finding", "[catalogue]") {
  Procedure procedure = parse_procedure(assets::procedures_1_001193_json).value();
  const auto schema = form::parse_schema(assets::forms_birth_json).value();
  procedure.questions = {"child.name", "nothing", "parents.married"};
  const auto findings = lint::procedure(procedure, schema);
  REQUIRE(findings.size() == 5);
  CHECK(findings[0] == "1.001193: asks child.name, which is neither a choice nor a checkbox");
  CHECK(findings[1] == "1.001193: asks nothing, which is no field");
  CHECK(findings[2] ==
        "1.001193: asks parents.married, which depends on child.case that was not asked");
}
