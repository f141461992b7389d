#include <catch2/catch_test_macros.hpp>
#include <set>

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
          {"message_text", nullptr}, {"verified", true},
          {"index", sequence + 5}};
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
  CHECK(p.page().find("Mang thêm giấy") < p.page().find("Hồ sơ đã đi đến đâu"));

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
              {"size", 40},
              {"entries", {6, 9}},
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

TEST_CASE("of more dossiers than one stream takes, those that matter are followed", "[app]") {
  Device device;
  const auto number_of = [](int n) { return std::to_string(482177300000 + n); };
  for (int n = 0; n < 70; ++n) {
    app::Draft draft;
    draft.id = "d" + std::to_string(1000 + n);
    draft.root = std::string(64, '1');
    draft.hex = std::string(32, '2');
    draft.stage = app::Stage::sent;
    draft.capability = std::string(32, '3');
    draft.sealed.body = std::string(64, '4');
    draft.receipt.number = number_of(n);
    draft.changed =
        "2026-11-" + std::to_string(10 + n / 10) + "T02:00:0" + std::to_string(n % 10) + "Z";
    if (n % 2 == 0) draft.events = {{.sequence = 1, .status = 3, .state = "refused"}};
    device[draft.id] = app::draft_json(draft);
  }
  Person p(device);
  p.open("/ho-so/" + number_of(0));  // over, and the oldest
  const auto followed = p.asked<effect::Follow>().back().dossiers;
  std::set<std::string> numbers;
  for (const auto& each : followed) numbers.insert(each.number);
  CHECK(numbers.size() == 64);
  CHECK(numbers.count(number_of(0)) == 1);  // it is looked at
  CHECK(numbers.count(number_of(1)) == 1);  // something may come
  CHECK(numbers.count(number_of(68)) == 1);
  for (const int n : {2, 4, 6, 8, 10, 12}) CHECK(numbers.count(number_of(n)) == 0);
}

TEST_CASE("what is to be done stands at the top, unless it is long or done with", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  const auto above = [&](std::string_view words) {
    return p.page().find(words) < p.page().find("Hồ sơ đã đi đến đâu");
  };
  auto wanted = event(1, 6, "payment-wanted");
  wanted["message_text"] = "Nộp ở quầy số 3";
  p.tell(wanted);
  CHECK(above("Nộp ở quầy số 3"));
  p.tell({{"on", "marked"},
          {"number", "482177305910"},
          {"mark",
           {{"axis", "payment"},
            {"sequence", 1},
            {"state", "paid"},
            {"event", 1},
            {"time", "2026-11-23T02:00:00Z"},
            {"unit", "99901"},
            {"text", "Biên lai số 7"},
            {"entry", 9}}}});
  CHECK_FALSE(above("Nộp ở quầy số 3"));
  CHECK(p.sees("Nộp ở quầy số 3"));  // in the history
  CHECK(above("Biên lai số 7"));
  auto done = event(2, 9, "done");
  done["message_text"] = std::string(601, 'x');
  p.tell(done);
  CHECK_FALSE(above("xxx"));
  CHECK(p.sees("xxx"));
}

namespace {

/// What a unit says the log has of the dossier, below this size.
Json stated(const std::vector<int>& entries, int size, const char* time,
            const char* unit = "99901") {
  return {{"on", "stated"}, {"number", "482177305910"}, {"size", size},
          {"time", time},   {"entries", entries},       {"unit", unit}};
}

Json marked(int sequence, const char* state, int entry, const char* unit = "99901") {
  return {{"on", "marked"},
          {"number", "482177305910"},
          {"mark",
           {{"axis", "payment"},
            {"sequence", sequence},
            {"state", state},
            {"event", 1},
            {"time", "2026-11-22T08:00:00Z"},
            {"unit", unit},
            {"entry", entry}}}};
}

Json answered(int sequence, const char* step, int entry) {
  return {{"on", "answered"},
          {"number", "482177305910"},
          {"answer",
           {{"feedback", 1},
            {"sequence", sequence},
            {"step", step},
            {"time", "2026-11-22T08:00:00Z"},
            {"unit", "99901"},
            {"entry", entry}}}};
}

const char* const held_back = "chưa đưa cho bạn";
const char* const left_out = "không nói đến";
const char* const proven = "không có gì mới hơn";

}  // namespace

TEST_CASE("a unit's statement shows what was held back, whatever else comes", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  p.tell(event(1, 2, "received"));  // entry 6
  p.tell(stated({6}, 7, "2026-11-22T09:00:00Z"));
  CHECK(p.sees("xác nhận lúc 16:00, 22/11/2026: không có gì mới hơn"));
  p.tell(event(2, 4, "in-process"));  // entry 7
  CHECK(!p.sees(proven));
  CHECK(!p.sees(held_back));

  p.tell(stated({6, 7, 9}, 12, "2026-11-23T09:00:00Z"));
  CHECK(p.sees(held_back));
  p.tell(stated({6}, 7, "2026-11-22T09:00:00Z"));  // an older one again changes nothing
  CHECK(p.sees(held_back));
  p.tell(marked(1, "wanted", 20));  // so many as were stated, but another one
  CHECK(p.sees(held_back));
  CHECK(!p.sees(proven));
  p.tell(answered(1, "forwarded", 9));  // what was held back
  CHECK(!p.sees(held_back));
  CHECK(!p.sees(proven));  // of the mark nothing has been said
  p.tell(stated({6, 7, 9, 20}, 21, "2026-11-24T09:00:00Z"));
  CHECK(p.sees(proven));

  Person again(device);
  again.open("/ho-so/482177305910");
  CHECK(again.sees(proven));
}

TEST_CASE("a unit that leaves out what was signed is told, until it says better", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  p.tell(event(1, 2, "received"));
  p.tell(marked(1, "wanted", 9));
  p.tell(stated({6}, 9, "2026-11-30T09:00:00Z"));  // much later, but of a log without the mark
  CHECK(!p.sees(left_out));
  p.tell(stated({6}, 10, "2026-12-01T09:00:00Z"));
  CHECK(p.sees(left_out));
  p.tell(event(2, 9, "done"));  // does not explain it
  CHECK(p.sees(left_out));
  p.tell(stated({6, 7, 9}, 12, "2026-12-02T09:00:00Z"));
  CHECK(!p.sees(left_out));
}

TEST_CASE("two units' statements stand beside each other", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  p.tell(event(1, 2, "received"));
  p.tell(stated({6, 9}, 12, "2026-11-23T09:00:00Z", "99001"));
  CHECK(p.sees(held_back));
  p.tell(stated({6}, 14, "2026-11-24T09:00:00Z"));  // the other one was not shown it either
  CHECK(p.sees(held_back));
  p.tell(marked(1, "wanted", 9, "99001"));
  CHECK(!p.sees(held_back));
  CHECK(!p.sees(left_out));  // the second one need not know of the first one's mark
  CHECK(!p.sees(proven));
  p.tell(stated({6, 9}, 16, "2026-11-25T09:00:00Z"));
  CHECK(p.sees(proven));
  p.tell(stated({6}, 18, "2026-11-26T09:00:00Z", "99001"));  // its own mark
  CHECK(p.sees(left_out));
}

TEST_CASE("what was refused stays told, whatever units state", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  p.tell({{"on", "event_refused"}, {"number", "482177305910"}, {"code", "mismatch"}});
  p.tell(stated({6}, 9, "2026-11-23T09:00:00Z"));
  CHECK(p.sees("Mã kiểm tra: mismatch"));
  p.tell(event(1, 2, "received"));
  CHECK(p.sees("Mã kiểm tra: mismatch"));
  CHECK(!p.sees(proven));
}

TEST_CASE("nothing is concluded for records whose places in the log were not kept", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  p.tell(marked(1, "wanted", -1));
  p.tell(stated({6}, 9, "2026-11-30T09:00:00Z"));
  CHECK(!p.sees(left_out));
  CHECK(!p.sees(held_back));
  CHECK(!p.sees(proven));
}
