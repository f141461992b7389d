#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"
#include "wasm/app/standing.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

const std::string number = "482177305910";

Json event(int sequence, int status, const char* state) {
  return {{"on", "event"},        {"number", number}, {"sequence", sequence},
          {"status", status},     {"state", state},   {"time", "2026-11-22T08:00:00Z"},
          {"unit", "99901"},      {"code", nullptr},  {"message_text", nullptr},
          {"index", sequence + 5}};
}

Json marked(const char* axis, int sequence, const char* state, int event, const char* text = "") {
  return {{"on", "marked"},
          {"number", number},
          {"mark",
           {{"axis", axis},
            {"sequence", sequence},
            {"state", state},
            {"event", event},
            {"time", "2026-11-23T02:00:00Z"},
            {"unit", "99901"},
            {"text", text},
            {"entry", 20 + sequence}}}};
}

void open_follow(Person& p) {
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
}

}  // namespace

TEST_CASE("payment, delivery and the portal stand beside the processing", "[app]") {
  Device device;
  Person p(device);
  open_follow(p);
  CHECK_FALSE(p.sees("Tiền, kết quả và Cổng quốc gia"));
  p.tell(event(1, 2, "received"));
  p.tell(marked("synchronisation", 1, "sent", 1));
  CHECK(p.heard() == "Đăng ký khai sinh: Đã tiếp nhận");  // the portal is not shouted about
  CHECK(p.sees("Tiền, kết quả và Cổng quốc gia"));
  CHECK(p.sees("đã báo “Đã tiếp nhận”, đang chờ trả lời (09:00, 23/11/2026)"));
  p.tell(marked("synchronisation", 2, "confirmed", 1));
  CHECK(p.sees("đã ghi nhận “Đã tiếp nhận” (09:00, 23/11/2026)"));

  p.tell(marked("payment", 1, "wanted", 1, "25.000 đồng, tại quầy 3"));
  CHECK(p.heard() == "Đăng ký khai sinh: Phí, lệ phí: cần bạn nộp");
  CHECK(p.sees("Đến lượt bạn: cần nộp phí, lệ phí."));
  CHECK(p.sees("25.000 đồng, tại quầy 3"));
  p.tell(marked("payment", 2, "paid", 1));
  CHECK(p.sees("Đến lượt Ủy ban nhân dân xã Mây Trắng"));
  p.tell(event(2, 9, "done"));
  p.tell(marked("delivery", 1, "sent", 2));
  CHECK(p.sees("Trao kết quả: đang được mang đến bạn"));
  CHECK(p.sees("Bạn chưa cần làm gì"));
  CHECK_FALSE(p.sees("Mời bạn nhận kết quả"));
  p.tell(marked("delivery", 2, "came-back", 2));
  CHECK(p.sees("chưa trao được cho bạn nên đã mang về"));
  p.tell(marked("delivery", 3, "ready", 2));
  CHECK(p.sees("đang để sẵn ở quầy"));
  p.tell(marked("delivery", 4, "delivered", 2));
  CHECK(p.sees("Kết quả đã được trao cho bạn."));
  CHECK(p.sees("Trao kết quả: đã trao cho bạn"));

  // The same again, and an older one: nothing new.
  p.tell(marked("payment", 2, "paid", 1));
  p.tell(marked("payment", 1, "wanted", 1));
  CHECK(p.model().drafts.begin()->second.marks.size() == 8);
}

TEST_CASE("who has paid need not pay, although the last step asked for it", "[app]") {
  Device device;
  Person p(device);
  open_follow(p);
  p.tell(event(1, 2, "received"));
  p.tell(marked("payment", 1, "wanted", 1));
  p.tell(marked("payment", 2, "paid", 1));
  p.tell(event(2, 6, "payment-wanted"));
  const auto& draft = p.model().drafts.begin()->second;
  CHECK_FALSE(app::payment_settled(draft));  // paid before this was asked
  CHECK(p.sees("Cần bạn nộp phí, lệ phí"));
  p.tell(marked("payment", 3, "wanted", 2));
  CHECK(app::payment_open(draft));
  CHECK(app::standing_kind(draft) == ui::Kind::warning);
  p.tell(marked("payment", 4, "paid", 2));
  CHECK(app::payment_settled(draft));
  CHECK(app::standing_kind(draft) == ui::Kind::info);
  CHECK(p.sees("Đã nộp tiền, chờ giải quyết tiếp"));
  p.press("Hồ sơ của tôi");
  CHECK(p.sees("Đã nộp tiền, chờ giải quyết tiếp"));
  p.tell(marked("payment", 5, "refunded", 2));
  CHECK(p.sees("Đã trả lại tiền cho bạn, chờ giải quyết tiếp"));
  CHECK_FALSE(p.sees("Cần bạn nộp"));
  p.tell(marked("payment", 6, "wanted", 2));
  CHECK(p.sees("Cần bạn nộp phí, lệ phí"));
  p.tell(marked("payment", 7, "waived", 2));
  CHECK(p.sees("Không phải nộp tiền nữa, chờ giải quyết tiếp"));
}

TEST_CASE("the list says in words that there is money to pay", "[app]") {
  Device device;
  Person p(device);
  open_follow(p);
  p.tell(event(1, 4, "in-process"));
  p.press("Hồ sơ của tôi");
  CHECK_FALSE(p.sees("Cần bạn nộp phí, lệ phí"));
  p.tell(marked("payment", 1, "wanted", 1));
  CHECK(p.sees("Đang xử lý"));
  CHECK(p.sees("Cần bạn nộp phí, lệ phí"));
}

TEST_CASE("papers that come home after a refusal are no result", "[app]") {
  Device device;
  Person p(device);
  open_follow(p);
  p.tell(event(1, 3, "refused"));
  p.tell(marked("delivery", 1, "sent", 1));
  CHECK(p.heard() == "Đăng ký khai sinh: Trả giấy tờ: đang được mang đến bạn");
  CHECK(p.sees("Trả giấy tờ"));
  CHECK_FALSE(p.sees("Trao kết quả"));
  CHECK(p.sees("không nhận hồ sơ này"));
}

TEST_CASE("an older copy of another tab takes no mark away", "[app]") {
  Device device;
  Person p(device);
  open_follow(p);
  p.tell(event(1, 2, "received"));
  const auto [id, before] = *device.begin();
  p.tell(marked("payment", 1, "wanted", 1));
  p.tell({{"on", "draft_changed"}, {"draft", id}, {"json", before}});
  CHECK(p.sees("Đến lượt bạn: cần nộp phí, lệ phí."));
}

TEST_CASE("a unit that marks and answers is not silent", "[app]") {
  Device device;
  Person p(device);
  open_follow(p);
  p.tell(event(1, 2, "received"));
  p.now = "2026-11-27T02:00:00Z";
  p.tell({{"on", "follow_state"}, {"state", "live"}});
  CHECK(p.sees("chưa xác nhận gì"));
  auto mark = marked("payment", 1, "wanted", 1);
  mark["mark"]["time"] = "2026-11-26T02:00:00Z";
  p.tell(mark);
  CHECK_FALSE(p.sees("chưa xác nhận gì"));
  p.now = "2026-12-01T02:00:00Z";
  p.tell({{"on", "follow_state"}, {"state", "live"}});
  CHECK(p.sees("chưa xác nhận gì"));
  p.tell({{"on", "answered"},
          {"number", number},
          {"answer",
           {{"feedback", 1},
            {"sequence", 1},
            {"step", "forwarded"},
            {"time", "2026-11-30T02:00:00Z"},
            {"unit", "99901"},
            {"entry", 40}}}});
  CHECK_FALSE(p.sees("chưa xác nhận gì"));
}

TEST_CASE("papers and money may be wanted at once, and after a refusal neither", "[app]") {
  Device device;
  Person p(device);
  open_follow(p);
  p.tell(event(1, 2, "received"));
  p.tell(event(2, 5, "supplement-wanted"));
  p.tell(marked("payment", 1, "wanted", 2));
  CHECK(p.sees("cần thêm giấy tờ"));
  CHECK(p.sees("Bạn cũng cần nộp phí, lệ phí."));
  p.tell(event(3, 8, "stopped"));
  CHECK_FALSE(p.sees("Bạn cũng cần nộp phí, lệ phí."));
  CHECK_FALSE(p.sees("Đến lượt bạn: cần nộp"));
  CHECK(p.sees("không phải nộp nữa"));
  CHECK_FALSE(p.sees("(09:00, 23/11/2026)"));  // when it was asked for, which is another thing
}

TEST_CASE("marks are kept on the device", "[app]") {
  Device device;
  {
    Person p(device);
    open_follow(p);
    p.tell(event(1, 2, "received"));
    p.tell(marked("payment", 1, "wanted", 1, "25.000 đồng"));
  }
  Person again(device);
  again.open("/ho-so/" + number);
  CHECK(again.sees("25.000 đồng"));
  const auto& mark = again.model().drafts.begin()->second.marks.at(0);
  CHECK(mark.entry == 21);
  CHECK(mark.event == 1);
}

TEST_CASE("news of money and results are notified, of the portal not", "[app]") {
  Device device;
  Person p(device);
  open_follow(p);
  p.tell({{"on", "notices"}, {"state", "on"}});
  p.tell(marked("payment", 1, "wanted", 0));
  p.tell(marked("synchronisation", 1, "sent", 0));
  const auto notes = p.asked<effect::Notify>();
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].text == "Phí, lệ phí: cần bạn nộp");
}
