#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

constexpr std::string_view box = "Hoặc dán nội dung của mã vào đây";

void open(Person& p) {
  p.open("/ho-so");
  p.press("Kiểm tra giấy tờ");
  CHECK(p.path == "/kiem-tra-giay");
  CHECK(p.title() == "Kiểm tra giấy tờ");
}

Json event_said(int run) {
  return {{"on", "code_checked"},
          {"run", run},
          {"kind", "event"},
          {"submission", "482177305910"},
          {"status", 2},
          {"state", "received"},
          {"unit", "99901"},
          {"time", "2026-11-23T02:15:00Z"},
          {"code", "H99.01-261123-0001"},
          {"expires", "2026-11-29T00:00:00Z"},
          {"fetched", true}};
}

int run_of(const Person& p) { return p.asked<effect::CheckCode>().back().run; }

}  // namespace

TEST_CASE("a code that holds is told in plain words, with what it does not prove", "[app]") {
  Device device;
  Person p(device);
  open(p);
  p.type(box, "motcua.event-code/1|…");
  p.press("Kiểm tra");
  REQUIRE(p.asked<effect::CheckCode>().size() == 1);
  CHECK(p.asked<effect::CheckCode>()[0].text == "motcua.event-code/1|…");
  CHECK(p.sees("Đang kiểm tra"));
  p.tell(event_said(run_of(p)));
  CHECK(p.focused() == "Mã này là thật: Ủy ban nhân dân xã Mây Trắng đã ký");
  CHECK(p.sees("4821 7730 5910"));
  CHECK(p.sees("Đã tiếp nhận"));
  CHECK(p.sees("09:15, 23/11/2026"));
  CHECK(p.sees("H99.01-261123-0001"));
  CHECK(p.sees("Người cầm giấy là người nộp hồ sơ."));
  CHECK(p.sees("vừa được tải về"));
  p.type(box, "another");
  CHECK_FALSE(p.sees("Mã này là thật"));
}

TEST_CASE("a code signed with an earlier key says so", "[app]") {
  Device device;
  Person p(device);
  open(p);
  p.type(box, "x");
  p.press("Kiểm tra");
  auto said = event_said(run_of(p));
  said["former"] = false;
  p.tell(said);
  CHECK_FALSE(p.sees("khóa cũ"));
  p.press("Kiểm tra");
  said["run"] = run_of(p);
  said["former"] = true;
  p.tell(said);
  CHECK(p.sees("Cơ quan đã ký bằng khóa cũ"));
}

TEST_CASE("without a network the page says which keys it used", "[app]") {
  Device device;
  Person p(device);
  open(p);
  p.type(box, "x");
  p.press("Kiểm tra");
  p.tell({{"on", "code_checked"},
          {"run", run_of(p)},
          {"kind", "acknowledgement"},
          {"submission", "482177305910"},
          {"time", "2026-11-23T02:15:00Z"},
          {"expires", "2026-11-29T00:00:00Z"},
          {"fetched", false}});
  CHECK(p.sees("Mã này là thật: cổng tiếp nhận đã ký"));
  CHECK(p.sees("chưa có cơ quan nào xem"));
  CHECK(p.sees("Không có mạng: đã dùng danh sách khóa"));
}

TEST_CASE("a code that does not hold is told with what to do", "[app]") {
  const std::pair<const char*, const char*> sentences[] = {
      {"signature", "Chữ ký trong mã không đúng"},
      {"invalid", "Đây không phải mã của giấy tiếp nhận"},
      {"too_large", "nội dung quá dài"},
      {"directory", "chưa có danh sách khóa"},
      {"expired", "đã hết hạn"},
      {"worker", "Chưa kiểm tra được"}};
  for (const auto& [code, sentence] : sentences) {
    Device device;
    Person p(device);
    open(p);
    p.type(box, "x");
    p.press("Kiểm tra");
    p.tell({{"on", "code_refused"}, {"run", run_of(p)}, {"code", code}});
    INFO(code);
    CHECK(p.sees("Chưa tin được mã này"));
    CHECK(p.sees(sentence));
    CHECK_FALSE(p.sees("Mã này là thật"));
  }
}

TEST_CASE("nothing is checked when nothing was given, and no late answer counts", "[app]") {
  Device device;
  Person p(device);
  open(p);
  p.type(box, " \n");
  p.press("Kiểm tra");
  CHECK(p.asked<effect::CheckCode>().empty());
  CHECK(p.sees("Bạn hãy quét mã trên giấy"));
  p.type(box, "x");
  p.press("Kiểm tra");
  const int run = run_of(p);
  p.press("Kiểm tra");
  p.tell(event_said(run));
  CHECK_FALSE(p.sees("Mã này là thật"));
  p.tell(event_said(run + 1));
  CHECK(p.sees("Mã này là thật"));
  p.open("/ho-so");
  open(p);
  CHECK_FALSE(p.sees("Mã này là thật"));
}

TEST_CASE("a code is scanned with the camera and checked at once", "[app]") {
  Device device;
  Person p(device);
  open(p);
  p.press("Quét mã trên giấy");
  CHECK(p.asked<effect::ReadCard>().size() == 1);
  CHECK(p.sees("Đưa mã vuông trên giấy vào trước máy ảnh"));
  p.tell({{"on", "card_camera"}, {"state", "on"}});
  CHECK(p.sees("Giữ giấy thẳng"));
  p.tell({{"on", "card_text"}, {"text", "motcua.event-code/1|…"}});
  CHECK(p.asked<effect::StopCard>().size() == 1);
  CHECK_FALSE(p.sees("Giữ giấy thẳng"));
  REQUIRE(p.asked<effect::CheckCode>().size() == 1);
  CHECK(p.value(box) == "motcua.event-code/1|…");
  p.press("Quét mã trên giấy");
  p.press("Đóng");
  CHECK(p.focused() == "Quét mã trên giấy");
}
