#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

Json event(int sequence, int status, const char* state) {
  return {{"on", "event"},           {"number", "482177305910"},
          {"sequence", sequence},    {"status", status},
          {"state", state},          {"time", "2026-11-22T08:00:00Z"},
          {"unit", "99901"},         {"code", "H99.901-261122-0001"},
          {"message_text", nullptr}, {"verified", true}};
}

}  // namespace

TEST_CASE("the receipt shows number, time, QR, and the way to keep its keys", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  CHECK(p.title() == "Đã nộp xong");
  CHECK(p.focused() == "Đã nộp xong");
  CHECK(p.sees("4821 7730 5910"));
  CHECK(p.sees("14:02, 22/11/2026"));
  const auto* qr = p.tree().find(ui::Role::image, "Mã QR của biên nhận số 4821 7730 5910");
  REQUIRE(qr != nullptr);
  CHECK(qr->value.size() >= 21u * 21u);
  p.press("In biên nhận");
  CHECK(p.asked<effect::Print>().size() == 1);
  CHECK(!p.sees("000102030405060708090a0b0c0d0e0f"));
  p.press("Giữ chìa khóa");
  CHECK(p.title() == "Giữ chìa khóa hồ sơ");
}

TEST_CASE("after acceptance the device keeps no answers and no papers", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  REQUIRE(device.size() == 1);
  const auto kept = device.begin()->second;
  CHECK(kept.find("Thử An") == std::string::npos);
  CHECK(kept.find("999196000012") == std::string::npos);
  CHECK(kept.find("giấy chứng sinh.pdf") == std::string::npos);
  CHECK(kept.find("482177305910") != std::string::npos);
  CHECK(p.asked<effect::DropFile>().back().key == "k1");
  CHECK(p.asked<effect::DropSealed>().size() == 1);
  const auto id = p.model().drafts.begin()->first;
  p.back("/nop/" + id + "/niem-phong");
  CHECK(p.path == "/ho-so/482177305910/bien-nhan");
}

TEST_CASE("the timeline changes by itself as events come", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  const auto stream = p.asked<effect::Follow>();
  REQUIRE(stream.size() == 1);
  REQUIRE(stream[0].dossiers.size() == 1);
  CHECK(stream[0].dossiers[0].body == std::string(64, 'c'));
  CHECK(stream[0].dossiers[0].capability == "000102030405060708090a0b0c0d0e0f");

  p.press("Theo dõi hồ sơ");
  CHECK(p.path == "/ho-so/482177305910");
  CHECK(p.sees("Đang kết nối"));
  p.tell({{"on", "follow_state"}, {"state", "live"}});
  CHECK(p.sees("Đang theo dõi trực tiếp"));
  CHECK(p.sees("đang chờ cán bộ xem"));

  p.tell(event(1, 2, "received"));
  CHECK(p.heard() == "Đăng ký khai sinh: Đã tiếp nhận");
  CHECK(p.sees("Đến lượt Ủy ban nhân dân xã Mây Trắng"));
  CHECK(p.sees("H99.901-261122-0001"));
  p.tell(event(1, 2, "received"));  // the same again
  CHECK(p.model().drafts.begin()->second.events.size() == 1);

  auto wanted = event(2, 5, "supplement-wanted");
  wanted["message_text"] = "Mang thêm giấy đăng ký kết hôn";
  p.tell(wanted);
  CHECK(p.sees("Đến lượt bạn"));
  CHECK(p.sees("Lời nhắn cho bạn: Mang thêm giấy đăng ký kết hôn"));
  CHECK(p.page().find("Cần bạn bổ sung") < p.page().find("Hồ sơ đã đi đến đâu"));

  p.tell({{"on", "follow_state"}, {"state", "waiting"}, {"as_of", "2026-11-22T08:00:00Z"}});
  CHECK(p.sees("Mất kết nối, đang thử lại"));
  CHECK(p.sees("15:00, 22/11/2026"));
}

TEST_CASE("a refused event raises an alarm and shows nothing of it", "[app]") {
  Device device;
  {
    Person p(device);
    file_dossier(p);
    p.press("Theo dõi hồ sơ");
    p.tell({{"on", "event_refused"},
            {"number", "482177305910"},
            {"code", "signature"},
            {"message", "bad"}});
    CHECK(p.sees("Có thông tin không đáng tin về hồ sơ này"));
    CHECK_FALSE(p.sees("Đã tiếp nhận"));
  }
  Person p(device);
  p.open("/ho-so/482177305910");
  CHECK(p.sees("Có thông tin không đáng tin về hồ sơ này"));  // stays after a reload
}

TEST_CASE("filed dossiers are found again and followed from where they were", "[app]") {
  Device device;
  {
    Person p(device);
    file_dossier(p);
    p.tell(event(1, 2, "received"));
  }
  Person p(device);
  p.open();
  CHECK(p.asked<effect::Follow>().empty());  // the first page opens no stream
  p.press("Hồ sơ của tôi");
  REQUIRE(p.asked<effect::Follow>().size() == 1);
  CHECK(p.asked<effect::Follow>()[0].dossiers[0].last == 1);
  CHECK(p.sees("Đã tiếp nhận"));
  p.press("Đăng ký khai sinh – số 4821 7730 5910");
  CHECK(p.title() == "Theo dõi hồ sơ");
}

TEST_CASE("events of other dossiers and unknown states do no harm", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  auto other = event(1, 2, "received");
  other["number"] = "111111111111";
  p.tell(other);
  CHECK(p.model().drafts.begin()->second.events.empty());
  p.tell(event(1, 4, "waiting-for-signature"));
  p.press("Theo dõi hồ sơ");
  CHECK(p.sees("Đang xử lý"));
}

TEST_CASE("a log that contradicts itself is told on every dossier, with what proves it", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  p.tell({{"on", "log_alarm"}, {"code", "fork"}, {"evidence", "one note\n\n----\n\nthe other"}});
  CHECK(p.heard() == "Có thông tin không đáng tin về hồ sơ này");
  CHECK(p.sees("hai bản khác nhau"));
  p.press("Lưu bằng chứng");
  REQUIRE(p.asked<effect::Download>().size() == 1);
  CHECK(p.asked<effect::Download>()[0].text == "one note\n\n----\n\nthe other");

  Person again(device);  // it does not go away with the page
  again.open("/ho-so/482177305910");
  CHECK(again.sees("hai bản khác nhau"));
  again.press("Lưu bằng chứng");
  CHECK(again.asked<effect::Download>().size() == 1);

  again.tell({{"on", "log_alarm"}, {"code", "rollback"}});  // weighs less
  CHECK(again.sees("hai bản khác nhau"));
  again.tell({{"on", "stated"},
              {"number", "482177305910"},
              {"entries", 3},
              {"unit", "99901"},
              {"time", "2026-11-23T09:00:00Z"}});  // as does an event that is held back
  CHECK(again.sees("hai bản khác nhau"));
}

TEST_CASE("witnesses are told once they have seen an event's entry", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  auto received = event(1, 2, "received");
  received["index"] = 41;
  p.tell(received);
  p.tell({{"on", "witnessed"}, {"size", 41}, {"at", "2026-11-22T08:00:01Z"}});
  CHECK(!p.sees("các bên độc lập"));
  p.tell({{"on", "witnessed"}, {"size", 42}, {"at", "2026-11-22T08:00:02Z"}});
  CHECK(p.sees("các bên độc lập"));
  p.tell({{"on", "witnessed"}, {"size", 3}, {"at", "2026-11-22T07:00:00Z"}});
  CHECK(p.sees("các bên độc lập"));
}

TEST_CASE("a unit's statement shows an event that was held back", "[app]") {
  const auto stated = [](int entries, const char* time) {
    return Json{{"on", "stated"},
                {"number", "482177305910"},
                {"entries", entries},
                {"unit", "99901"},
                {"time", time}};
  };
  const auto marked = [](int sequence, const char* state) {
    return Json{{"on", "marked"},
                {"number", "482177305910"},
                {"mark",
                 {{"axis", "payment"},
                  {"sequence", sequence},
                  {"state", state},
                  {"event", 1},
                  {"time", "2026-11-24T03:00:00Z"},
                  {"unit", "99901"},
                  {"entry", 30 + sequence}}}};
  };
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  p.tell(event(1, 2, "received"));
  p.tell(stated(1, "2026-11-22T09:00:00Z"));
  CHECK(p.sees("xác nhận lúc 16:00, 22/11/2026: không có gì mới hơn"));
  p.tell(event(2, 4, "in-process"));
  CHECK(!p.sees("không có gì mới hơn"));
  p.tell(stated(3, "2026-11-23T09:00:00Z"));
  CHECK(p.sees("chưa đưa bước ấy cho bạn"));
  p.tell(stated(1, "2026-11-22T09:00:00Z"));  // an older one again changes nothing
  CHECK(p.sees("chưa đưa bước ấy cho bạn"));
  p.tell(event(3, 9, "done"));
  CHECK(!p.sees("chưa đưa bước ấy cho bạn"));

  // What is said of money counts like a step.
  p.tell(stated(4, "2026-11-24T01:00:00Z"));
  CHECK(p.sees("chưa đưa bước ấy cho bạn"));
  p.tell(marked(1, "wanted"));
  CHECK(!p.sees("chưa đưa bước ấy cho bạn"));
  CHECK(p.sees("không có gì mới hơn"));
  p.tell(stated(3, "2026-11-24T03:09:00Z"));  // as of two desks' clocks it may have come after that
  CHECK(!p.sees("ít bước hơn những gì chính họ đã ký"));
  p.tell(stated(1, "2026-11-24T09:00:00Z"));  // four are signed, says one
  CHECK(p.sees("ít bước hơn những gì chính họ đã ký"));
}
