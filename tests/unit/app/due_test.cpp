// By when a filed dossier has to be dealt with, on the page that follows it.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/unit/app/person.h"
#include "wasm/app/due.h"

using namespace motcua;
using namespace motcua::test;

namespace {

const std::string number = "482177305910";

/// A birth is filed, which takes a day: today when it is received before 15:00.
void to_follow(Person& p) {
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
}

void tell_event(Person& p, int sequence, int status, const char* state, const char* time,
                const Json& message = nullptr) {
  p.now = time;
  p.tell({{"on", "event"},
          {"number", number},
          {"sequence", sequence},
          {"status", status},
          {"state", state},
          {"time", time},
          {"unit", "99901"},
          {"code", "H99.901-261123-0001"},
          {"message_text", message},
          {"verified", true}});
}

std::string slip_of(const char* form) {
  auto json = Json::parse(read_asset("slips/" + std::string(form) + ".fixture.json"));
  json["body"] = std::string(64, 'c');
  return json.dump();
}

void at(Person& p, const char* now) {
  p.now = now;
  p.tell({{"on", "follow_state"}, {"state", "live"}});
}

}  // namespace

TEST_CASE("a filed dossier says by when it is due, and shows how that was counted", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  CHECK(p.sees("Khi nào có kết quả"));
  CHECK(p.sees("Chưa được tiếp nhận, nên chưa tính thời hạn."));
  CHECK_FALSE(p.sees("Xem cách tính"));

  tell_event(p, 1, 2, "received", "2026-11-23T02:00:00Z");
  CHECK(p.sees("Theo quy định, chậm nhất: 17:00 thứ Hai 23/11/2026"));
  CHECK(p.sees("Đang giải quyết, còn trong hạn."));
  p.press("Xem cách tính");
  CHECK(p.sees("Nhận trước 15:00, nên trả kết quả ngay trong ngày."));
  CHECK(p.sees("Lịch nghỉ năm 2026 chưa được đối chiếu với văn bản."));
  p.press("Xem cách tính");

  at(p, "2026-11-25T03:00:00Z");
  CHECK(p.sees("Quá hạn 2 ngày làm việc."));
}

TEST_CASE("while the applicant is waited for, the clock stands still", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  tell_event(p, 1, 2, "received", "2026-11-23T02:00:00Z");
  tell_event(p, 2, 5, "supplement-wanted", "2026-11-23T03:00:00Z");
  at(p, "2026-11-30T03:00:00Z");
  CHECK(p.sees("Đang tạm dừng, còn trong hạn."));
  CHECK_FALSE(p.sees("chậm nhất:"));
  tell_event(p, 3, 4, "in-process", "2026-12-01T02:00:00Z");
  CHECK(p.sees("Theo quy định, chậm nhất: 17:00 thứ Tư 02/12/2026"));
  tell_event(p, 4, 9, "done", "2026-12-02T02:00:00Z");
  CHECK(p.sees("Xong đúng hạn."));
  CHECK_FALSE(p.sees("chậm nhất:"));
}

TEST_CASE("what the agency promised stands before what was counted", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  tell_event(p, 1, 2, "received", "2026-11-23T02:15:00Z", slip_of("01"));
  CHECK(p.sees("Nơi giải quyết hẹn: 17:00 thứ Năm 26/11/2026"));
  CHECK(p.sees("Theo quy định, chậm nhất: 17:00 thứ Hai 23/11/2026"));
}

namespace {

/// A receipt slip that promises `due`.
std::string receipt_for(const char* due) {
  auto json = Json::parse(slip_of("01"));
  if (due)
    json["due"] = due;
  else
    json.erase("due");
  return json.dump();
}

}  // namespace

TEST_CASE("what the agency promised is what it is judged by", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  SECTION("later than the procedure says") {
    tell_event(p, 1, 2, "received", "2026-11-23T02:15:00Z", slip_of("01"));
    at(p, "2026-11-26T10:00:00Z");
    CHECK(p.sees("Đang giải quyết, còn trong hạn."));
    CHECK(p.sees("Theo quy định, chậm nhất: 17:00 thứ Hai 23/11/2026"));
    p.press("Xem cách tính");
    CHECK(p.sees("Hạn trả kết quả: 17:00 thứ Hai 23/11/2026."));
    CHECK(p.sees("So với giờ nơi giải quyết đã hẹn: 17:00 thứ Năm 26/11/2026."));
    CHECK_FALSE(p.sees("Đã qua hạn trả kết quả."));
    at(p, "2026-11-27T03:00:00Z");
    CHECK(p.sees("Quá hạn 1 ngày làm việc."));
    CHECK(p.sees("Đã qua hạn trả kết quả."));
    CHECK_FALSE(p.sees("văn bản xin lỗi"));
  }
  SECTION("sooner than it says") {
    tell_event(p, 1, 2, "received", "2026-11-23T02:15:00Z", receipt_for("2026-11-23T04:00:00Z"));
    at(p, "2026-11-23T04:00:00Z");
    CHECK(p.sees("Đang giải quyết, còn trong hạn."));
    at(p, "2026-11-23T04:01:00Z");
    CHECK(p.sees("Quá hạn 1 phút."));
  }
  SECTION("without a promise the procedure's time counts") {
    tell_event(p, 1, 2, "received", "2026-11-23T02:15:00Z", receipt_for(nullptr));
    at(p, "2026-11-24T03:00:00Z");
    CHECK(p.sees("Quá hạn 1 ngày làm việc."));
    p.press("Xem cách tính");
    CHECK_FALSE(p.sees("So với giờ nơi giải quyết đã hẹn"));
  }
}

TEST_CASE("an apology's new day is told, but does not count", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  const bool slip = GENERATE(true, false);
  tell_event(p, 1, 2, "received", "2026-11-23T02:15:00Z",
             slip ? Json(slip_of("01")) : Json(nullptr));
  // What it says was promised before counts only where no receipt slip says it.
  auto apology = Json::parse(slip_of("04"));
  if (slip) apology["due"] = "2026-11-25T10:00:00Z";
  tell_event(p, 2, 4, "in-process", "2026-11-26T02:15:00Z", apology.dump());
  CHECK(p.sees("Nơi giải quyết hẹn: 17:00 thứ Ba 01/12/2026"));
  CHECK(p.sees("Đang giải quyết, còn trong hạn."));
  at(p, "2026-11-27T03:00:00Z");
  CHECK(p.sees("Quá hạn 1 ngày làm việc."));
  p.press("Xem cách tính");
  CHECK(p.sees("So với giờ nơi giải quyết đã hẹn: 17:00 thứ Năm 26/11/2026."));
  CHECK(p.sees("Giờ hẹn mới trong văn bản xin lỗi không thay giờ đã hẹn"));
}

TEST_CASE("a wait moves what was promised before it, not what is promised after", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  tell_event(p, 1, 2, "received", "2026-11-23T02:15:00Z", slip_of("01"));
  tell_event(p, 2, 5, "supplement-wanted", "2026-11-24T03:00:00Z");
  const bool again = GENERATE(false, true);
  tell_event(p, 3, 2, "received", "2026-11-25T03:00:00Z",
             again ? Json(receipt_for("2026-11-26T11:00:00Z")) : Json(nullptr));
  at(p, "2026-11-27T03:00:00Z");
  p.press("Xem cách tính");
  if (again) {
    CHECK(p.sees("Quá hạn 1 ngày làm việc."));
    CHECK(p.sees("So với giờ nơi giải quyết đã hẹn: 18:00 thứ Năm 26/11/2026."));
    return;
  }
  CHECK(p.sees("Đang giải quyết, còn trong hạn."));
  CHECK(p.sees("Vì có lúc tạm dừng, giờ hẹn lùi đến 17:00 thứ Sáu 27/11/2026."));
  at(p, "2026-11-27T10:01:00Z");
  CHECK(p.sees("Đã qua hạn trả kết quả."));
}

TEST_CASE("the case that the answers made is kept for counting", "[app]") {
  Device device;
  Person p(device);
  auto procedure = Json::parse(read_asset("procedures/1.001193.json"));
  const Json name{{"vi", "Trường hợp thử"}, {"en", "A made-up case"}};
  procedure["cases"] = Json::array({{{"id", "odd"}, {"name", name}, {"when", false}},
                                    {{"id", "every"}, {"name", name}, {"when", true}}});
  auto slower = procedure["times"][0];
  slower["case"] = "every";
  slower["value"] = 3;
  slower.erase("same_day_before");
  procedure["times"].push_back(slower);
  p.instead["procedures/1.001193.json"] = procedure.dump();
  to_follow(p);
  CHECK(p.model().drafts.begin()->second.case_id == "every");
  tell_event(p, 1, 2, "received", "2026-11-23T02:00:00Z");
  CHECK(p.sees("Theo quy định, chậm nhất: 17:00 thứ Năm 26/11/2026"));

  Person again(device);
  again.instead = p.instead;
  again.now = "2026-11-23T03:00:00Z";
  again.open("/ho-so/" + number);
  CHECK(again.sees("Theo quy định, chậm nhất: 17:00 thứ Năm 26/11/2026"));
}

TEST_CASE("without a calendar, or without a time in figures, no date is made up", "[app]") {
  for (const char* missing : {"calendar/vn", "calendar/office"}) {
    Device device;
    Person p(device);
    p.broken.push_back(missing);
    to_follow(p);
    tell_event(p, 1, 2, "received", "2026-11-23T02:00:00Z");
    CHECK(p.sees("Đã tiếp nhận"));
    CHECK_FALSE(p.sees("Khi nào có kết quả"));
  }
  Device device;
  Person p(device);
  auto procedure = Json::parse(read_asset("procedures/1.001193.json"));
  procedure.erase("times");
  p.instead["procedures/1.001193.json"] = procedure.dump();
  to_follow(p);
  tell_event(p, 1, 2, "received", "2026-11-23T02:00:00Z");
  CHECK(p.sees("Đã tiếp nhận"));
  CHECK_FALSE(p.sees("Khi nào có kết quả"));

  // What the agency promises is a date all the same.
  tell_event(p, 2, 5, "supplement-wanted", "2026-11-23T03:00:00Z");
  tell_event(p, 3, 2, "received", "2026-11-23T04:00:00Z", slip_of("01"));
  CHECK(p.sees("Nơi giải quyết hẹn: 17:00 thứ Năm 26/11/2026"));
  CHECK(p.sees("Đang giải quyết, còn trong hạn."));
  CHECK_FALSE(p.sees("chậm nhất:"));
  at(p, "2026-11-27T03:00:00Z");
  CHECK(p.sees("Quá hạn 1 ngày làm việc."));
  p.press("Xem cách tính");
  CHECK(p.sees("So với giờ nơi giải quyết đã hẹn: 17:00 thứ Năm 26/11/2026."));
}

TEST_CASE("a dossier of a recovery sheet has no version and so no date", "[app]") {
  app::Draft draft;
  CHECK(app::filed_version(draft).empty());
  draft.procedure = "1.001193";
  CHECK(app::filed_version(draft).empty());
  draft.version = "2026-07-01";
  CHECK(app::filed_version(draft) == "1.001193@2026-07-01");
}

TEST_CASE("a unit's own hours stand in the directory, and count", "[app]") {
  Device device;
  Person p(device);
  p.office = Json::parse(read_asset("calendar/office.json"));
  p.office["week"]["monday"] = Json::array({"07:00-10:30"});
  SECTION("they are shorter here") {
    to_follow(p);
    tell_event(p, 1, 2, "received", "2026-11-23T02:00:00Z");
    CHECK(p.sees("Theo quy định, chậm nhất: 10:30 thứ Hai 23/11/2026"));
  }
  SECTION("what cannot be read says no day rather than a wrong one") {
    p.office["week"]["monday"] = Json::array({"seven to ten"});
    to_follow(p);
    tell_event(p, 1, 2, "received", "2026-11-23T02:00:00Z");
    CHECK_FALSE(p.sees("Khi nào có kết quả"));
    CHECK(p.sees("Đã tiếp nhận"));
  }
}
