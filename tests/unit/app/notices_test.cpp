// The browser's notifications, and a unit that has confirmed nothing for days.

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

const std::string number = "482177305910";

void notices(Person& p, const char* state) { p.tell({{"on", "notices"}, {"state", state}}); }

Json event(int sequence, int status, const char* state, const char* time) {
  return {{"on", "event"},           {"number", number}, {"sequence", sequence}, {"status", status},
          {"state", state},          {"time", time},     {"unit", "99901"},      {"code", nullptr},
          {"message_text", nullptr}, {"verified", true}};
}

void to_follow(Person& p) {
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
}

void at(Person& p, const char* now) {
  p.now = now;
  p.tell({{"on", "follow_state"}, {"state", "live"}});
}

const char* const silent = "Đã lâu không có xác nhận";

}  // namespace

TEST_CASE("news are told by the browser only when that was wished for", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  CHECK(p.asked<effect::Notices>().size() == 1);  // how it stands
  CHECK(p.asked<effect::Notices>().back().wish.empty());
  CHECK_FALSE(p.sees("Báo cho tôi khi có tin mới"));
  notices(p, "off");
  p.tell(event(1, 2, "received", "2026-11-23T02:00:00Z"));
  CHECK(p.asked<effect::Notify>().empty());
  p.press("Báo cho tôi khi có tin mới");
  CHECK(p.asked<effect::Notices>().back().wish == "on");
  notices(p, "on");
  CHECK(p.sees("Khi có tin mới, máy này sẽ báo"));
  p.tell(event(2, 9, "done", "2026-11-23T03:00:00Z"));
  REQUIRE(p.asked<effect::Notify>().size() == 1);
  const auto told = p.asked<effect::Notify>().back();
  CHECK(told.title == "Hồ sơ của bạn có tin mới");
  CHECK(told.text == "Đã có kết quả");                  // neither whose nor which
  p.tell(event(2, 9, "done", "2026-11-23T03:00:00Z"));  // the same again
  CHECK(p.asked<effect::Notify>().size() == 1);
  p.press("Thôi báo");
  CHECK(p.asked<effect::Notices>().back().wish == "off");
  notices(p, "off");
  CHECK(p.sees("Báo cho tôi khi có tin mới"));
}

TEST_CASE("where the browser blocks notifications or has none, the page says so or nothing",
          "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  notices(p, "denied");
  CHECK(p.sees("Trình duyệt đang chặn thông báo của trang này"));
  CHECK_FALSE(p.sees(ui::Role::button, "Báo cho tôi khi có tin mới"));
  notices(p, "absent");
  CHECK_FALSE(p.sees("thông báo"));
  CHECK_FALSE(p.sees(ui::Role::button, "Báo cho tôi khi có tin mới"));
}

TEST_CASE("a unit that confirms nothing for more than two working days is told", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);  // on Sunday 22 November
  at(p, "2026-11-24T16:00:00Z");
  CHECK_FALSE(p.sees(silent));  // Monday and Tuesday
  at(p, "2026-11-24T17:00:00Z");
  CHECK(p.sees(silent));  // the third day has begun, in Vietnam
  p.tell(event(1, 2, "received", "2026-11-25T02:00:00Z"));
  CHECK_FALSE(p.sees(silent));
  at(p, "2026-11-29T02:00:00Z");  // Thursday and Friday, then a weekend
  CHECK_FALSE(p.sees(silent));
  at(p, "2026-11-30T02:00:00Z");
  CHECK(p.sees(silent));
  p.tell({{"on", "stated"},
          {"number", number},
          {"unit", "99901"},
          {"time", "2026-11-30T01:00:00Z"},
          {"size", 40},
          {"entries", Json::array({6})}});
  CHECK_FALSE(p.sees(silent));
  p.tell(event(2, 3, "refused", "2026-11-30T02:00:00Z"));
  at(p, "2027-01-30T02:00:00Z");
  CHECK_FALSE(p.sees(silent));  // nothing more will come
}

TEST_CASE("a unit is silent although another one speaks", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p, "99001");
  p.press("Theo dõi hồ sơ");
  p.tell(event(1, 2, "received", "2026-11-23T02:00:00Z"));
  const auto says = [&](const char* unit, const char* time) {
    p.tell({{"on", "stated"},
            {"number", number},
            {"unit", unit},
            {"time", time},
            {"size", 40},
            {"entries", Json::array({6})}});
    at(p, time);
  };
  says("99901", "2026-11-26T02:00:00Z");
  CHECK(p.sees(silent));
  says("99001", "2026-11-26T02:00:01Z");
  CHECK_FALSE(p.sees(silent));
  says("99001", "2026-12-01T02:00:00Z");
  CHECK(p.sees(silent));
  says("99901", "2026-12-01T02:00:01Z");
  CHECK_FALSE(p.sees(silent));
}
