#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"
#include "wasm/app/slip_form.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

const std::string number = "482177305910";
const std::string code = "motcua.event-code/1|" + number + "|1|2";

/// The slip of assets/slips, about the dossier that file_dossier() files.
Json slip_of(const char* form) {
  auto json = Json::parse(read_asset("slips/" + std::string(form) + ".fixture.json"));
  json["body"] = std::string(64, 'c');
  return json;
}

Json event(int sequence, int status, const char* state, const Json& message) {
  return {{"on", "event"},        {"number", number},
          {"sequence", sequence}, {"status", status},
          {"state", state},       {"time", "2026-11-23T02:15:00Z"},
          {"unit", "99901"},      {"code", "H99.01-261123-0001"},
          {"event_code", code},   {"message_text", message.dump()},
          {"verified", true}};
}

void to_follow(Person& p) {
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
}

}  // namespace

TEST_CASE("a text is a slip only when it says so", "[app]") {
  CHECK(app::slip_form(slip_of("02").dump()) == "02");
  CHECK(app::slip_form(slip_of("06").dump()).empty());  // never goes to an applicant
  for (const char* text : {"", "Lời nhắn", "{}", "{\"format\":\"motcua.slip/1\"}", "{",
                           "{\"format\":\"motcua.slip/1\",\"form\":2}"})
    CHECK(app::slip_form(text).empty());
}

TEST_CASE("a slip is opened from the timeline, printed, and written as PDF", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  CHECK_FALSE(p.sees("slip."));
  p.tell(event(1, 2, "received", slip_of("01")));
  CHECK(p.sees("Cơ quan đã gửi bạn giấy tiếp nhận"));
  CHECK_FALSE(p.sees("motcua.slip/1"));
  p.press("Xem và in giấy tiếp nhận");
  CHECK(p.path == "/ho-so/482177305910/phieu/1");
  CHECK(p.title() == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
  CHECK(p.sees("Giấy chứng sinh"));
  CHECK(p.sees("17:00, 26/11/2026"));
  CHECK(p.sees("BẢN THỬ – giấy này không có giá trị"));
  CHECK(p.tree().find(ui::Role::image, "Mã để kiểm tra giấy này") != nullptr);

  p.press("In giấy này");
  CHECK_FALSE(p.asked<effect::Print>().back().roll);
  p.choose("In trên", "Cuộn giấy hẹp 80 mm");
  p.press("In giấy này");
  CHECK(p.asked<effect::Print>().back().roll);

  p.press("Tải PDF");
  REQUIRE(p.asked<effect::WritePdf>().size() == 1);
  CHECK(p.asked<effect::WritePdf>().back().roll);
  CHECK(p.sees("Đang làm tệp PDF"));
  p.press("Tải PDF");  // once is enough
  CHECK(p.asked<effect::WritePdf>().size() == 1);
  p.tell({{"on", "pdf_written"}, {"failed", true}});
  CHECK(p.sees("Chưa làm được tệp PDF"));
  p.press("Tải PDF");
  p.tell({{"on", "pdf_written"}});
  CHECK(p.heard() == "Đã tải tệp PDF");
  CHECK_FALSE(p.sees("Chưa làm được tệp PDF"));

  p.press("English");
  CHECK(p.title() == "Receipt of a dossier and appointment for its result");
}

TEST_CASE("words of sheets may come before the other words of their language", "[app]") {
  Device device;
  Person p(device);
  to_follow(p);
  p.tell(event(1, 2, "received", slip_of("01")));
  p.press("Xem và in giấy tiếp nhận");
  p.late.push_back("words/en");
  p.press("English");  // the sheet's are here at once
  CHECK_FALSE(p.sees("slip."));
  p.come();
  CHECK(p.title() == "Receipt of a dossier and appointment for its result");
  CHECK(p.sees(ui::Role::button, "Print this sheet"));
}

TEST_CASE("a slip is there again after a reload", "[app]") {
  Device device;
  {
    Person p(device);
    to_follow(p);
    p.tell(event(1, 2, "received", nullptr));
    p.tell(event(2, 5, "supplement-wanted", slip_of("02")));
  }
  Person p(device);
  p.open("/ho-so/482177305910/phieu/2");
  CHECK(p.title() == "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ");
  CHECK(p.sees("Trong tờ khai: Quê quán của bé"));
  p.open("/ho-so/482177305910/phieu/1");  // no slip came with it
  CHECK(p.title() == "Không có trang này");
}

TEST_CASE("a slip about something else is not shown", "[app]") {
  auto other = slip_of("01");
  SECTION("of another dossier") { other["submission"] = "529034177560"; }
  SECTION("of another body") { other["body"] = std::string(64, 'd'); }
  SECTION("of another unit") { other["unit"] = "99001"; }
  SECTION("for another state") { other = slip_of("02"); }
  SECTION("not as it must be") { other["papers"] = "none"; }
  Device device;
  Person p(device);
  to_follow(p);
  p.tell(event(1, 2, "received", other));
  p.open("/ho-so/482177305910/phieu/1");
  CHECK(p.sees("Giấy này không dùng được"));
  CHECK_FALSE(p.sees("Giấy chứng sinh"));
}

TEST_CASE("the receipt shows the unit's word once there is one", "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  const auto qr = [&] {
    return p.tree().find(ui::Role::image, "Mã QR của biên nhận số 4821 7730 5910")->value;
  };
  const auto before = qr();
  CHECK(p.sees("Mã này chứng minh hồ sơ đã được nhận"));
  p.tell(event(1, 2, "received", nullptr));
  CHECK(p.sees("Mã này chứng minh Ủy ban nhân dân xã Mây Trắng đã tiếp nhận"));
  CHECK(qr() != before);
  CHECK_FALSE(p.sees("000102030405060708090a0b0c0d0e0f"));
}
