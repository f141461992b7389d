// What the core says of a deadline, in both languages.

#include "tests/unit/deadline/country.h"

#include "shared/deadline/sentences.h"
#include "tests/unit/abi/abi_call.h"
#include "tests/unit/app/person.h"
#include "wasm/app/deadline_words.h"

using namespace deadline_test;
using motcua::test::read_words;

namespace {

std::string answer(Json dossier) {
  const Json request{{"calendar", calendar_json()},
                     {"office", office_json()},
                     {"dossiers", Json::array({std::move(dossier)})}};
  return abi_test::ok(motcua_deadline, request)["answers"][0].dump();
}

Json limit(int value, const char* unit) { return {{"value", value}, {"unit", unit}}; }

app::DeadlineWords words_of(const std::string& language, const std::string& text) {
  auto out = app::deadline_words(read_words(language), language, text);
  REQUIRE(out);
  return *out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a deadline in the words of the interface", "[deadline]") {
  const std::string text =
      answer({{"received", "2026-08-28T07:00:00Z"}, {"limit", limit(3, "working-days")}});
  const auto vi = words_of("vi", text);
  CHECK(vi.due == "17:00 thứ Hai 07/09/2026");
  CHECK(vi.steps ==
        Lines{"Thời hạn: 3 ngày làm việc.", "Nhận hồ sơ lúc 14:00 thứ Sáu 28/08/2026.",
              "Không tính ngày nhận: thứ Sáu 28/08/2026.",
              "Không tính thứ Hai 31/08/2026: được nghỉ, làm bù vào thứ Bảy 22/08/2026 (Hoán đổi "
              "ngày làm việc dịp Quốc khánh).",
              "Không tính những ngày nghỉ Quốc khánh: từ thứ Ba 01/09/2026 đến thứ Tư 02/09/2026.",
              "Ngày thứ 1 đến ngày thứ 3: từ thứ Năm 03/09/2026 đến thứ Hai 07/09/2026, không kể "
              "ngày nghỉ hằng tuần.",
              "Hẹn trả kết quả: 17:00 thứ Hai 07/09/2026.",
              "Lịch nghỉ năm 2026 chưa được đối chiếu với văn bản."});
  CHECK_FALSE(vi.may_change);
  const auto en = words_of("en", text);
  CHECK(en.due == "17:00 on Monday 7 September 2026");
  CHECK(en.steps[4] ==
        "Not counted, days off for National Day: Tuesday 1 September 2026 to Wednesday 2 September "
        "2026.");
}

TEST_CASE("an outcome and its reasons in words", "[deadline]") {
  const auto of = [](const char* language, Json history, const char* now) {
    return words_of(language, answer({{"limit", limit(5, "working-days")},
                                      {"history", std::move(history)},
                                      {"now", now}}));
  };
  const Json received{{"status", 2}, {"time", "2026-08-10T02:00:00Z"}};
  const auto asked = [](const char* time) { return Json{{"status", 5}, {"time", time}}; };
  const auto late = of("vi", Json::array({received}), "2026-08-19T03:00:00Z");
  CHECK(late.outcome == "Quá hạn 2 ngày làm việc.");
  CHECK(late.reasons == Lines{"Chưa xong, tính đến bây giờ: 10:00 thứ Tư 19/08/2026.",
                              "Đã qua giờ hẹn trả kết quả."});
  const auto twice = of("en",
                        Json::array({received,
                                     asked("2026-08-11T02:00:00Z"),
                                     {{"status", 4}, {"time", "2026-08-11T03:00:00Z"}},
                                     asked("2026-08-11T04:00:00Z")}),
                        "2026-08-11T05:00:00Z");
  CHECK(twice.outcome == "Counted as late.");
  CHECK(twice.reasons.back() ==
        "Papers were asked for more than once (2 times), which counts as late.");
  CHECK(twice.due.empty());
  CHECK(twice.steps[twice.steps.size() - 2].find("The clock stands still since 11:00 on Tuesday") ==
        0);
  CHECK(of("vi", Json::array(), "2026-08-11T05:00:00Z").outcome ==
        "Chưa được tiếp nhận, nên chưa tính thời hạn.");
}

TEST_CASE("every step has a sentence without open places", "[deadline]") {
  for (const char* language : {"vi", "en"}) {
    const auto words = read_words(language);
    std::set<std::string> seen;
    for (int kind = 0; kind <= static_cast<int>(Step::Kind::standing); ++kind) {
      for (int shape = 0; shape < 4; ++shape) {
        Step step;
        step.kind = static_cast<Step::Kind>(kind);
        step.at = 1787900700;
        step.until = shape == 1 ? 0 : 1787987100;
        step.first = 20000;
        step.last = shape == 0 ? 20000 : 20010;
        step.other = 20020;
        step.number = 2026;
        step.number_last = shape == 0 ? 2026 : 2030;
        step.count = shape == 2 ? 0 : 90 * 60;
        step.free = shape == 3 ? 2 : 0;
        step.clock = 900;
        step.unit = static_cast<Unit>(shape);
        step.why = static_cast<Why>(shape);
        step.name = {"Quốc khánh", "National Day"};
        const std::string text = sentence({words, language}, step);
        INFO(text);
        CHECK(text.size() > 10);
        CHECK(text.find_first_of("{}_") == std::string::npos);
        CHECK(text.back() == '.');
        seen.insert(text);
      }
    }
    CHECK(seen.size() > 30);
  }
}

TEST_CASE("an answer that is none is refused", "[deadline]") {
  const auto words = read_words("vi");
  for (const char* bad :
       {"", "[]", R"({"more":1})", R"({"due":"soon"})", R"({"working":[{"kind":"x"}]})",
        R"({"working":[{"kind":"paused"}]})", R"({"outcome":"late"})",
        R"({"outcome":"odd","reasons":[]})", R"({"outcome":"late","reasons":["odd"]})",
        R"({"outcome":"late","reasons":[1]})", R"({"working":[{"kind":"due","at":1}]})"}) {
    INFO(bad);
    CHECK_FALSE(app::deadline_words(words, "vi", bad));
  }
}
