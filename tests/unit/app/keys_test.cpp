// Keys kept elsewhere, and records that go from one device to another.

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

const std::string number = "482177305916";
const std::string shown_number = "4821 7730 5916";
const std::string code = "MOTCUA-ROOT-1TESTONLY";

void open_keys(Person& p) {
  file_dossier(p);
  p.press("Giữ chìa khóa");
  p.forget();
}

/// What the browser says of the sheet it was asked for last.
template <class Wish>
std::string wished(const Person& p) {
  const auto asked = p.asked<Wish>();
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].number == number);
  CHECK(!asked[0].body.empty());
  CHECK(asked[0].root.size() == 64);
  return asked[0].draft;
}

/// The text that a device would seal for another one.
std::string sent_text(Person& p) {
  p.press("Hồ sơ của tôi");
  p.press("Mang hồ sơ sang máy khác");
  p.forget();
  p.press("Tạo mã để chuyển");
  REQUIRE(p.asked<effect::SendRecords>().size() == 1);
  return p.asked<effect::SendRecords>()[0].text;
}

void fetch(Person& p, const std::string& text) {
  p.forget();
  p.open("/nhan");
  p.type("Chìa khóa trên màn hình máy kia", "qpzr-y9x8-gf2t-vdw0-s3jn-54khce");
  p.type("Sáu số trên màn hình máy kia", "482 915");
  p.press("Đưa hồ sơ về");
  REQUIRE(p.asked<effect::FetchRecords>().size() == 1);
  CHECK(p.asked<effect::FetchRecords>()[0].code == "482915");
  p.tell({{"on", "records_fetched"}, {"text", text}});
}

}  // namespace

TEST_CASE("the recovery sheet is on the screen only when asked for, and goes with the page",
          "[app]") {
  Device device;
  Person p(device);
  open_keys(p);
  CHECK(p.asked<effect::MakeSheet>().empty());
  p.press("Hiện tờ khôi phục");
  p.press("Hiện tờ khôi phục");  // impatient: asked for once
  const auto draft = wished<effect::MakeSheet>(p);
  p.tell({{"on", "sheet"}, {"draft", draft}, {"sheet", "# sheet"}, {"code", code}, {"qr", code}});
  CHECK(p.sees(code));
  CHECK(p.heard() == "Tờ khôi phục đang hiện trên màn hình");
  CHECK(p.tree().find(ui::Role::image, "Mã QR của tờ khôi phục") != nullptr);
  p.press("In tờ này");
  CHECK(p.asked<effect::Print>().size() == 1);
  p.press("Lưu thành tệp");
  REQUIRE(p.asked<effect::Download>().size() == 1);
  CHECK(p.asked<effect::Download>()[0].name == "GIU-KIN-" + number + ".txt");
  CHECK(p.asked<effect::Download>()[0].text == "# sheet");
  p.press("Giấu đi");
  CHECK(!p.sees(code));
  p.press("Hiện tờ khôi phục");
  p.tell({{"on", "sheet"}, {"draft", draft}, {"sheet", "# sheet"}, {"code", code}, {"qr", code}});
  CHECK(p.sees(code));
  p.press("Theo dõi hồ sơ");
  p.press("Giữ chìa khóa");
  CHECK(!p.sees(code));
  // An answer that comes late, for a page that was left, is not shown on another.
  p.press("Hiện tờ khôi phục");
  p.press("Hồ sơ của tôi");
  p.tell({{"on", "sheet"}, {"draft", draft}, {"sheet", "# sheet"}, {"code", code}, {"qr", code}});
  CHECK(!p.sees(code));
  for (const auto& [id, text] : device) CHECK(text.find(code) == std::string::npos);
}

TEST_CASE("a key file and its passphrase are made together; the passphrase is shown once",
          "[app]") {
  Device device;
  Person p(device);
  open_keys(p);
  p.press("Tạo tệp và mật khẩu");
  const auto draft = wished<effect::SealSheet>(p);
  p.tell({{"on", "sheet_sealed"}, {"draft", draft}, {"passphrase", "abcd-efgh"}, {"age", "AGE"}});
  CHECK(p.sees("abcd-efgh"));
  REQUIRE(p.asked<effect::Download>().size() == 1);
  CHECK(p.asked<effect::Download>()[0].name == "GIU-KIN-" + number + ".age");
  CHECK(p.asked<effect::Download>()[0].text == "AGE");
  p.press("Theo dõi hồ sơ");
  p.press("Giữ chìa khóa");
  CHECK(!p.sees("abcd-efgh"));

  p.press("Tạo tệp và mật khẩu");
  p.tell({{"on", "key_work_failed"}, {"as", "sheet"}, {"code", "memory"}});
  CHECK(p.sees(ui::Role::alert, ""));
  CHECK(p.sees("Máy còn quá ít bộ nhớ"));
  p.press("Tạo tệp và mật khẩu");  // and can be tried again
  CHECK(p.asked<effect::SealSheet>().size() == 3);
}

TEST_CASE("what was signed can be taken away, with the command that checks it", "[app]") {
  Device device;
  Person p(device);
  open_keys(p);
  CHECK(p.sees("minisign -V -m " + number + ".json -P "));
  p.press("Tải phong bì");
  p.press("Tải chữ ký");
  REQUIRE(p.asked<effect::Download>().size() == 2);
  CHECK(p.asked<effect::Download>()[0].name == number + ".json");
  CHECK(p.asked<effect::Download>()[1].name == number + ".json.minisig");
  CHECK(!p.asked<effect::Download>()[1].text.empty());
}

TEST_CASE("records go to another device: once, with unfinished answers, without attachments",
          "[app]") {
  Device device;
  Person p(device);
  file_dossier(p);
  p.press("motcua");
  start_birth(p);
  p.type("Họ, chữ đệm và tên của bé", "Trần Thử Mây");
  const auto text = sent_text(p);
  CHECK(text.find("Trần Thử Mây") != std::string::npos);
  p.tell({{"on", "records_waiting"},
          {"key", "qpzr-y9x8-gf2t-vdw0-s3jn-54khce"},
          {"code", "482915"},
          {"link", "https://motcua.example/nhan#qpzry9x8gf2tvdw0s3jn54khce"},
          {"expires", "2026-11-22T07:12:00Z"}});
  CHECK(p.sees("482 915"));
  CHECK(p.sees("14:12"));
  CHECK(p.sees("qpzr-y9x8-gf2t-vdw0-s3jn-54khce"));
  CHECK(p.tree().find(ui::Role::image, "Mã QR để mở hồ sơ trên máy kia") != nullptr);

  Device other_device;
  Person other(other_device);
  fetch(other, text);
  CHECK(other.title() == "Hồ sơ của tôi");
  CHECK(other.heard() == "Đã đưa về máy này 2 hồ sơ");
  CHECK(other.sees(shown_number));
  CHECK(other.sees("Giấy tờ của hồ sơ làm dở không đi theo"));
  CHECK(other_device.size() == 2);
  REQUIRE(!other.asked<effect::Follow>().empty());
  CHECK(other.asked<effect::Follow>().back().dossiers.size() == 1);
  other.press("Làm tiếp");
  CHECK(other.value("Họ, chữ đệm và tên của bé") == "Trần Thử Mây");

  // The same once more changes nothing.
  fetch(other, text);
  CHECK(other_device.size() == 2);
  CHECK(other.heard() == "Đã đưa về máy này 0 hồ sơ");
}

TEST_CASE("moving and fetching say what is missing or wrong", "[app]") {
  Device device;
  Person p(device);
  p.open("/chuyen-may");
  p.press("Tạo mã để chuyển");
  CHECK(p.asked<effect::SendRecords>().empty());
  CHECK(p.sees("chưa có hồ sơ nào để mang đi"));

  p.open("/nhan");
  p.press("Đưa hồ sơ về");
  CHECK(p.sees("Bạn chưa gõ chìa khóa"));
  p.tell({{"on", "link_key"}, {"key", "qpzry9x8gf2tvdw0s3jn54khce"}});
  CHECK(p.sees("Bạn chỉ cần gõ sáu số"));
  for (const char* wrong : {"", "48291", "48291a", "4829155"}) {
    p.type("Sáu số trên màn hình máy kia", wrong);
    p.press("Đưa hồ sơ về");
    CHECK(p.sees("Bạn gõ đủ sáu số"));
  }
  CHECK(p.asked<effect::FetchRecords>().empty());
  p.type("Sáu số trên màn hình máy kia", "482915");
  p.press("Đưa hồ sơ về");
  REQUIRE(p.asked<effect::FetchRecords>().size() == 1);
  CHECK(p.asked<effect::FetchRecords>()[0].key == "qpzry9x8gf2tvdw0s3jn54khce");
  p.tell({{"on", "key_work_failed"}, {"as", "fetch"}, {"code", "transfer-code"}});
  CHECK(p.sees("Sáu số chưa đúng"));
  for (const char* broken : {"", "[]", R"({"format":"motcua.records/2","records":[]})"}) {
    p.press("Đưa hồ sơ về");
    p.tell({{"on", "records_fetched"}, {"text", broken}});
    CHECK(p.sees("Đây không phải tờ khôi phục"));
  }
  // What is no record in it is left out.
  p.press("Đưa hồ sơ về");
  p.tell(
      {{"on", "records_fetched"},
       {"text", R"({"format":"motcua.records/1","records":[1,null,{"format":"x"},{"id":"a"}]})"}});
  CHECK(p.title() == "Hồ sơ của tôi");
  CHECK(device.empty());
}

TEST_CASE("a dossier comes back from its sheet, and from a file with a passphrase", "[app]") {
  Device device;
  Person p(device);
  p.open("/nhan");
  p.press("Đọc tờ khôi phục");
  CHECK(p.sees("Bạn chọn tệp, hoặc dán chữ"));
  p.attach("Tệp GIU-KIN");
  REQUIRE(p.asked<effect::ReadSheet>().size() == 1);
  CHECK(p.asked<effect::ReadSheet>()[0].node != ui::no_id);
  p.tell({{"on", "key_work_failed"}, {"as", "read"}, {"code", "passphrase"}});
  CHECK(p.sees("Tệp này có mật khẩu"));
  p.type("Mật khẩu của tệp", "abcd-efgh");
  p.press("Đọc tờ khôi phục");
  REQUIRE(p.asked<effect::ReadSheet>().size() == 2);
  CHECK(p.asked<effect::ReadSheet>()[1].node == ui::no_id);
  CHECK(p.asked<effect::ReadSheet>()[1].passphrase == "abcd-efgh");

  Json read = {{"on", "sheet_read"},
               {"root", std::string(64, '1')},
               {"draft", std::string(32, '2')},
               {"follow", std::string(32, '3')},
               {"number", ""},
               {"body", ""}};
  p.tell(read);
  CHECK(p.sees("Tờ này chưa có số hồ sơ"));
  CHECK(device.empty());
  p.press("Đọc tờ khôi phục");
  read["number"] = number;
  read["body"] = std::string(64, '4');
  p.tell(read);
  CHECK(p.title() == "Hồ sơ của tôi");
  CHECK(p.sees(shown_number));
  REQUIRE(!p.asked<effect::Follow>().empty());
  const auto followed = p.asked<effect::Follow>().back().dossiers;
  REQUIRE(followed.size() == 1);
  CHECK(followed[0].capability == std::string(32, '3'));
  CHECK(followed[0].body == std::string(64, '4'));
  p.open("/ho-so/" + number);  // it survives a reload
  CHECK(p.sees("Hồ sơ lấy lại từ tờ khôi phục"));
  p.press("Xem biên nhận");
  CHECK(p.sees(shown_number));
}
