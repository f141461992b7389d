// Deadlines of a whole list through the ABI.

#include "tests/unit/abi/abi_call.h"
#include "tests/unit/deadline/country.h"

using abi_test::Json;
using abi_test::ok;
using abi_test::refused;

namespace {

Json request(Json dossiers) {
  return {{"calendar", deadline_test::calendar_json()},
          {"office", deadline_test::office_json()},
          {"dossiers", std::move(dossiers)}};
}

Json dossier() {
  return {{"received", "2026-08-28T07:00:00Z"},
          {"limit", {{"value", 3}, {"unit", "working-days"}}}};
}

}  // namespace

TEST_CASE("deadlines of a list of dossiers", "[abi]") {
  Json second = dossier();
  second["limit"]["same_day_before"] = "15:00";
  Json third = dossier();
  third["pauses"] = Json::array({{{"from", "2026-09-03T03:00:00Z"}, {"why", "payment"}}});
  Json fourth{{"limit", dossier()["limit"]},
              {"history", Json::array({{{"status", 2}, {"time", "2026-08-28T07:00:00Z"}},
                                       {{"status", 9}, {"time", "2026-09-04T07:00:00Z"}}})},
              {"now", "2026-11-22T05:00:00Z"}};
  const Json answers =
      ok(motcua_deadline, request(Json::array({dossier(), second, third, fourth})))["answers"];
  REQUIRE(answers.size() == 4);
  CHECK(answers[0]["due"] == "2026-09-07T10:00:00Z");
  CHECK(answers[0]["may_change"] == false);
  CHECK(answers[0]["working"][0] ==
        Json{{"kind", "limit"}, {"count", 3}, {"unit", "working-days"}});
  CHECK(answers[1]["due"] == "2026-08-28T10:00:00Z");
  CHECK_FALSE(answers[2].contains("due"));
  CHECK(answers[3]["outcome"] == "early");
  CHECK(answers[3]["days"] == 1);
  CHECK(answers[3]["seconds"] == (180 + 450) * 60);
  CHECK(ok(motcua_deadline, request(Json::array()))["answers"] == Json::array());
}

TEST_CASE("an appointment goes before the limit", "[abi]") {
  Json one{{"limit", dossier()["limit"]},
           {"history", Json::array({{{"status", 2}, {"time", "2026-08-28T07:00:00Z"}},
                                    {{"status", 5}, {"time", "2026-08-28T08:00:00Z"}},
                                    {{"status", 4}, {"time", "2026-08-28T09:00:00Z"}},
                                    {{"status", 9}, {"time", "2026-09-04T09:30:00Z"}}})},
           {"now", "2026-11-22T05:00:00Z"},
           {"appointment", {{"due", "2026-09-04T08:30:00Z"}}}};
  Json after = one;
  after["appointment"]["given"] = "2026-08-28T09:00:00Z";
  const Json answers = ok(motcua_deadline, request(Json::array({one, after})))["answers"];
  CHECK(answers[0]["outcome"] == "on-time");
  CHECK(answers[0]["appointment"] == "2026-09-04T09:30:00Z");
  CHECK(answers[0]["due"] == "2026-09-07T10:00:00Z");
  CHECK(answers[0]["reasons"] ==
        Json::array({"done", "appointed", "waiting-left-out", "appointed-later"}));
  CHECK(answers[1]["outcome"] == "late");
  CHECK(answers[1]["appointment"] == "2026-09-04T08:30:00Z");
  const auto with = [&](const Json& appointment) {
    one["appointment"] = appointment;
    return refused(motcua_deadline, request(Json::array({one})));
  };
  CHECK(with("2026-09-04T08:30:00Z") == "invalid");
  CHECK(with(Json::object()) == "invalid");
  CHECK(with({{"due", "soon"}}) == "invalid");
  CHECK(with({{"due", "2026-09-04T08:30:00Z"}, {"more", 1}}) == "invalid");
}

TEST_CASE("a question about deadlines that is none is refused", "[abi]") {
  const auto with = [](auto change) {
    Json one = dossier();
    change(one);
    return refused(motcua_deadline, request(Json::array({one})));
  };
  CHECK(with([](Json& d) { d.erase("limit"); }) == "invalid");
  CHECK(with([](Json& d) { d["limit"]["unit"] = "weeks"; }) == "invalid");
  CHECK(with([](Json& d) { d["limit"]["value"] = 0; }) == "invalid");
  CHECK(with([](Json& d) { d["limit"]["same_day_before"] = "25:00"; }) == "invalid");
  CHECK(with([](Json& d) { d["received"] = "2026-08-28"; }) == "invalid");
  CHECK(with([](Json& d) { d["more"] = 1; }) == "invalid");
  CHECK(with([](Json& d) { d["pauses"] = {{{"from", "x"}}}; }) == "invalid");
  CHECK(with([](Json& d) { d["history"] = Json::array(); }) == "invalid");
  CHECK(with([](Json& d) { d["limit"] = {{"value", 1000}, {"unit", "years"}}; }) == "too_large");
  Json broken = request(Json::array({dossier()}));
  broken["calendar"]["years"] = Json::array();
  CHECK(refused(motcua_deadline, broken) == "invalid");
  broken = request(Json::array({dossier()}));
  broken.erase("office");
  CHECK(refused(motcua_deadline, broken) == "invalid");
}
