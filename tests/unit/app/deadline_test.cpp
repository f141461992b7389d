// What the core says of a deadline, in both languages.

#include "tests/unit/deadline/country.h"

#include "shared/deadline/lateness.h"
#include "shared/deadline/sentences.h"
#include "tests/unit/app/person.h"
#include "wasm/app/deadline_words.h"

using namespace deadline_test;
using motcua::test::read_words;

namespace {

Lateness found(Limit limit, const std::vector<Change>& history, std::string_view now) {
  static const Country country;
  return lateness(Timetable(country.calendar, country.office), limit, history, at(now)).value();
}

app::DeadlineWords words_of(const std::string& language, const Lateness& found) {
  return app::deadline_words(read_words(language), language, found);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a deadline in the words of the interface", "[deadline]") {
  const auto text = found(working_days(3), {{2, at("2026-08-28 14:00")}}, "2026-08-31 08:00");
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
              "Hạn trả kết quả: 17:00 thứ Hai 07/09/2026.",
              "Lịch nghỉ năm 2026 chưa được đối chiếu với văn bản."});
  CHECK_FALSE(vi.may_change);
  const auto en = words_of("en", text);
  CHECK(en.due == "17:00 on Monday 7 September 2026");
  CHECK(en.steps[4] ==
        "Not counted, days off for National Day: Tuesday 1 September 2026 to Wednesday 2 September "
        "2026.");
}

TEST_CASE("an outcome and its reasons in words", "[deadline]") {
  const Change received{2, at("2026-08-10 09:00")};
  const auto late = words_of("vi", found(working_days(5), {received}, "2026-08-19 10:00"));
  CHECK(late.outcome == "Quá hạn 2 ngày làm việc.");
  CHECK(late.reasons ==
        Lines{"Chưa xong, tính đến bây giờ: 10:00 thứ Tư 19/08/2026.", "Đã qua hạn trả kết quả."});
  const auto evening = words_of("vi", found(working_days(5), {received}, "2026-08-17 20:00"));
  CHECK(evening.outcome == "Quá hạn, ngoài giờ làm việc.");
  const auto twice = words_of("en", found(working_days(5),
                                          {received,
                                           {5, at("2026-08-11 09:00")},
                                           {4, at("2026-08-11 10:00")},
                                           {5, at("2026-08-11 11:00")}},
                                          "2026-08-11 12:00"));
  CHECK(twice.outcome == "Counted as late.");
  CHECK(twice.reasons.back() ==
        "Papers were asked for more than once (2 times), which counts as late.");
  CHECK(twice.due.empty());
  CHECK(twice.steps[twice.steps.size() - 2].find("The clock stands still since 11:00 on Tuesday") ==
        0);
  const auto none = words_of("vi", found(working_days(5), {}, "2026-08-11 12:00"));
  CHECK(none.outcome == "Chưa được tiếp nhận, nên chưa tính thời hạn.");
  CHECK(none.steps.empty());
}

TEST_CASE("every reason has a sentence without open places", "[deadline]") {
  for (const char* language : {"vi", "en"}) {
    Lateness found;
    found.appointed = at("2026-08-14 11:00");
    found.due = at("2026-08-15 12:30");
    for (int each = 0; each <= static_cast<int>(Lateness::Reason::after_due); ++each)
      found.reasons.push_back(static_cast<Lateness::Reason>(each));
    const auto told = words_of(language, found).reasons;
    for (const auto& text : told) {
      INFO(text);
      CHECK(text.size() > 10);
      CHECK(text.find_first_of("{}_") == std::string::npos);
      CHECK(text.back() == '.');
    }
    CHECK(std::set<std::string>(told.begin(), told.end()).size() == found.reasons.size());
  }
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
