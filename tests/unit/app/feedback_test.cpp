#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

const std::string number = "482177305910";
const std::string complaint = "Khiếu nại, phản ánh điều chưa đúng";
const std::string what_is_wrong = "Điều gì chưa đúng? Bạn muốn được giải quyết thế nào?";

/// What comes later stands further back in the log.
int next_entry() {
  static int last = 100;
  return ++last;
}

Json event(int sequence, int status, const char* state) {
  return {{"on", "event"},        {"number", number}, {"sequence", sequence},
          {"status", status},     {"state", state},   {"time", "2026-11-22T08:00:00Z"},
          {"unit", "99901"},      {"code", nullptr},  {"message_text", nullptr},
          {"index", sequence + 5}};
}

Json said(int n, const char* kind, const char* text, int about = 0, int vote = 0) {
  return {{"on", "said"},
          {"number", number},
          {"said",
           {{"number", n},
            {"kind", kind},
            {"about", about},
            {"time", "2026-11-22T09:00:00Z"},
            {"text", text},
            {"vote", vote},
            {"entry", next_entry()}}}};
}

Json answered(int feedback, int sequence, const char* step, const char* text) {
  return {{"on", "answered"},
          {"number", number},
          {"answer",
           {{"feedback", feedback},
            {"sequence", sequence},
            {"step", step},
            {"time", "2026-11-23T02:00:00Z"},
            {"unit", "99901"},
            {"text", text},
            {"entry", next_entry()}}}};
}

Json way(const char* how, const char* code = "") {
  return {{"on", "feedback_way"}, {"number", number}, {"way", how}, {"code", code}};
}

/// A filed dossier with the page open on what can be said.
void open_feedback(Person& p) {
  file_dossier(p);
  p.press("Theo dõi hồ sơ");
  p.press("Góp ý, khiếu nại, xin rút hồ sơ");
  CHECK(p.path == "/ho-so/482177305910/gop-y");
  CHECK(p.title() == "Góp ý, khiếu nại, xin rút hồ sơ");
}

}  // namespace

TEST_CASE("a complaint from its first word to the published answer", "[app]") {
  Device device;
  Person p(device);
  open_feedback(p);
  CHECK_FALSE(p.sees("Xin rút hồ sơ"));  // not received yet: nothing to withdraw
  CHECK_FALSE(p.sees("Rất hài lòng"));
  p.choose("Bạn muốn làm gì?", complaint);
  p.type(what_is_wrong, "Tôi chờ đã lâu.\nXin trả lời.");
  p.press("Gửi");
  const auto sent = p.asked<effect::SendFeedback>();
  REQUIRE(sent.size() == 1);
  CHECK(sent[0].kind == "complaint");
  CHECK(sent[0].feedback == 1);
  CHECK(sent[0].about == 0);
  CHECK(sent[0].text == "Tôi chờ đã lâu.\nXin trả lời.");
  CHECK(sent[0].body == std::string(64, 'c'));
  CHECK(p.sees("Đang niêm phong và gửi…"));
  CHECK_FALSE(p.sees(ui::Role::button, "Gửi"));
  p.tell(way("sent"));
  CHECK(p.sees("đang chờ ghi vào sổ"));
  p.tell(said(1, "complaint", "Tôi chờ đã lâu.\nXin trả lời."));
  CHECK(p.heard() == "Đã gửi và đã ghi vào sổ công khai.");
  CHECK(p.focused() == "Những gì bạn đã gửi");
  CHECK(p.value(what_is_wrong).empty());
  CHECK(device.size() == 1);  // the words are in the record now, and nowhere else
  CHECK(p.sees("Khiếu nại, phản ánh"));
  CHECK(p.sees("Bạn đã gửi"));

  p.tell(answered(1, 1, "more-wanted", "Ngày nào ạ?"));
  CHECK(p.heard() == "Đăng ký khai sinh: Cần bạn trả lời thêm");
  CHECK(p.sees("Nơi giải quyết hỏi thêm"));
  CHECK(p.sees("Ngày nào ạ?"));
  p.type("Lời trả lời của bạn", "Ngày 20");  // offered first, so it is chosen
  p.press("Gửi");
  CHECK(p.asked<effect::SendFeedback>().back().kind == "addition");
  CHECK(p.asked<effect::SendFeedback>().back().about == 1);
  CHECK(p.asked<effect::SendFeedback>().back().feedback == 2);
  p.tell(way("sent"));
  p.tell(said(2, "addition", "Ngày 20", 1));
  CHECK(p.sees("Bạn đã trả lời thêm"));
  CHECK_FALSE(p.sees("Lời trả lời của bạn"));
  p.tell(answered(1, 2, "resolved", "Chúng tôi đã xử lý."));
  p.tell(answered(1, 3, "published", ""));
  CHECK(p.sees("Lời nhắn cho bạn: Chúng tôi đã xử lý."));
  CHECK(p.page().find("Đã công bố") < p.page().find("Đã trả lời"));
  CHECK(p.page().find("Đã trả lời") < p.page().find("Bạn đã trả lời thêm"));
  p.tell(answered(1, 3, "published", ""));  // the same again
  CHECK(p.model().drafts.begin()->second.answers.size() == 3);
}

TEST_CASE("nothing that was typed is lost", "[app]") {
  Device device;
  {
    Person p(device);
    open_feedback(p);
    p.choose("Bạn muốn làm gì?", complaint);
    p.type(what_is_wrong, "Tôi chờ đã lâu");
    CHECK(p.sees("Lời bạn viết được giữ trên máy này"));
    const auto id = "words-" + p.model().drafts.begin()->first;
    p.tell({{"on", "save_failed"}, {"id", id}, {"reason", "quota"}});
    CHECK_FALSE(p.sees("Lời bạn viết được giữ trên máy này"));
    p.tell({{"on", "saved"}, {"id", id}});
    CHECK(p.sees("Lời bạn viết được giữ trên máy này"));
    p.tell(event(1, 2, "received"));  // the record is stored anew; the words stand beside it
  }
  {
    Person p(device);
    p.open("/ho-so/482177305910/gop-y");
    CHECK(p.value(what_is_wrong) == "Tôi chờ đã lâu");
    p.press("Gửi");
    p.tell(way("waiting", "network"));
    CHECK(p.sees("Đang chờ mạng"));
  }
  Person p(device);  // closed while it waited
  p.open("/ho-so/482177305910/gop-y");
  CHECK(p.model().drafts_damaged == 0);
  CHECK(p.value(what_is_wrong) == "Tôi chờ đã lâu");
  CHECK(p.sees("Đang niêm phong và gửi…"));  // by itself: it was pressed once
  CHECK_FALSE(p.sees(ui::Role::button, "Gửi"));
  CHECK(p.asked<effect::SendFeedback>().size() == 1);
  p.tell(way("failed", "feedback-time"));
  CHECK(p.sees("Chưa gửi được"));
  CHECK(p.sees("Đồng hồ của máy này sai hơn 10 phút"));
  CHECK(p.value(what_is_wrong) == "Tôi chờ đã lâu");
  p.type(what_is_wrong, "Tôi chờ đã lâu quá");
  CHECK_FALSE(p.sees("Chưa gửi được"));
}

TEST_CASE("what was on its way when the page was left goes once", "[app]") {
  Device device;
  {
    Person p(device);
    open_feedback(p);
    p.choose("Bạn muốn làm gì?", complaint);
    p.type(what_is_wrong, "Tôi chờ đã lâu");
    p.press("Gửi");
    p.tell(way("waiting", "network"));
  }
  const auto at_rest = device;
  SECTION("it had arrived, and the log tells") {
    Person p(device);
    p.open("/ho-so/482177305910/gop-y");
    REQUIRE(p.asked<effect::SendFeedback>().size() == 1);
    CHECK(p.asked<effect::SendFeedback>()[0].feedback == 1);
    p.tell(way("failed", "feedback-taken"));  // its number is taken: by itself
    CHECK_FALSE(p.sees("Chưa gửi được"));
    p.tell(said(1, "complaint", "Tôi chờ đã lâu"));
    CHECK(p.value(what_is_wrong).empty());
    CHECK(device.size() == 1);
  }
  SECTION("its number is taken by other words") {
    Person p(device);
    p.open("/ho-so/482177305910/gop-y");
    p.tell(way("failed", "feedback-taken"));
    p.tell(said(1, "suggestion", "từ một máy khác"));
    CHECK(p.value(what_is_wrong) == "Tôi chờ đã lâu");
    CHECK(p.sees(ui::Role::button, "Gửi"));
    p.press("Gửi");
    CHECK(p.asked<effect::SendFeedback>().back().feedback == 2);
  }
  SECTION("the record had it, and only the words were not dropped yet") {
    {
      Person p(device);
      p.open("/");
      p.tell(said(1, "complaint", "Tôi chờ đã lâu"));
    }
    for (const auto& [id, text] : at_rest)
      if (id.rfind("words-", 0) == 0) device[id] = text;
    Person p(device);
    p.open("/");
    CHECK(p.asked<effect::SendFeedback>().empty());
    CHECK(device.size() == 1);
  }
  SECTION("meanwhile it has no place any more") {
    Person p(device);
    p.open("/ho-so/482177305910/gop-y");
    p.tell(way("failed", "feedback-order"));
    CHECK(p.sees("Chưa gửi được"));
    CHECK(p.value(what_is_wrong) == "Tôi chờ đã lâu");
    CHECK(p.sees(ui::Role::button, "Gửi"));
  }
  SECTION("a refusal is told wherever the person is, and not tried again at the next start") {
    {
      Person p(device);
      p.open("/ho-so/482177305910");
      CHECK_FALSE(p.sees("Lời nhắn bạn viết cho nơi giải quyết vẫn còn"));
      p.tell(way("failed", "no_unit"));
      CHECK(p.heard() == "Đăng ký khai sinh: lời nhắn chưa gửi được");
      CHECK(p.sees("Lời nhắn bạn viết cho nơi giải quyết vẫn còn"));
    }
    Person p(device);
    p.open("/ho-so");
    CHECK(p.sees("Có lời nhắn chưa gửi"));
    p.open("/ho-so/482177305910");
    CHECK(p.sees("Lời nhắn bạn viết cho nơi giải quyết vẫn còn"));
    p.open("/ho-so/482177305910/gop-y");
    CHECK(p.asked<effect::SendFeedback>().empty());
    CHECK(p.value(what_is_wrong) == "Tôi chờ đã lâu");
    CHECK(p.sees(ui::Role::button, "Gửi"));
  }
}

TEST_CASE("a mark that was chosen before the person wished to complain does not go with it",
          "[app]") {
  Device device;
  Person p(device);
  open_feedback(p);
  p.tell(event(1, 2, "received"));
  p.tell(event(2, 9, "done"));
  p.choose("Bạn muốn làm gì?", "Đánh giá: bạn thấy thế nào?");
  p.choose("Bạn thấy thế nào về việc giải quyết hồ sơ này?", "Hài lòng");
  p.choose("Bạn muốn làm gì?", complaint);
  p.type(what_is_wrong, "Tôi chờ đã lâu");
  p.press("Gửi");
  CHECK(p.asked<effect::SendFeedback>().back().vote == 0);
  p.tell(way("sent"));
  p.tell(said(1, "complaint", "Tôi chờ đã lâu"));
  CHECK(device.size() == 1);  // the words are in the record, and nowhere else
  Person again(device);
  again.open("/ho-so/482177305910/gop-y");
  CHECK(again.asked<effect::SendFeedback>().empty());
}

TEST_CASE("what one tab sends is on its way in the other, and gone from both", "[app]") {
  Device device;
  Person first(device);
  open_feedback(first);
  Person second(device);
  second.open("/ho-so/482177305910/gop-y");
  const auto record = first.model().drafts.begin()->first;
  const auto id = "words-" + record;
  const auto tell_second = [&](const std::string& what) {
    const auto stored = device.find(what);
    second.tell({{"on", "draft_changed"},
                 {"draft", what},
                 {"json", stored == device.end() ? std::string() : stored->second}});
  };
  first.choose("Bạn muốn làm gì?", complaint);
  first.type(what_is_wrong, "Tôi chờ đã lâu");
  tell_second(id);
  CHECK(second.value(what_is_wrong) == "Tôi chờ đã lâu");
  first.press("Gửi");
  tell_second(id);
  CHECK(second.sees("Đang niêm phong và gửi…"));
  CHECK(second.sees(ui::Role::button, "Gửi"));  // the other one may be closed
  SECTION("it arrives") {
    first.tell(way("sent"));
    first.tell(said(1, "complaint", "Tôi chờ đã lâu"));
    tell_second(record);
    tell_second(id);
    second.tell(said(1, "complaint", "Tôi chờ đã lâu"));
    CHECK(second.value(what_is_wrong).empty());
    CHECK_FALSE(second.sees("Đang niêm phong và gửi…"));
    CHECK(second.sees("Những gì bạn đã gửi"));
    CHECK(second.asked<effect::SendFeedback>().empty());
  }
  SECTION("it fails") {
    first.tell(way("failed", "feedback-time"));
    tell_second(id);
    CHECK_FALSE(second.sees("Đang niêm phong và gửi…"));
    CHECK(second.value(what_is_wrong) == "Tôi chờ đã lâu");
  }
  SECTION("the first tab was closed; the second one sends what had arrived") {
    second.press("Gửi");
    REQUIRE(second.asked<effect::SendFeedback>().size() == 1);
    second.tell(way("failed", "feedback-taken"));
    CHECK_FALSE(second.sees("Chưa gửi được"));
    second.tell(said(1, "complaint", "Tôi chờ đã lâu"));
    CHECK(second.value(what_is_wrong).empty());
    CHECK(device.size() == 1);
  }
  SECTION("words that one tab took over from the other are not sent by both") {
    first.tell(way("failed", "feedback-time"));
    tell_second(id);
    second.type(what_is_wrong, "Tôi chờ đã lâu!");  // from here on it is the second one's
    const auto tell_first = [&](const std::string& what) {
      const auto stored = device.find(what);
      first.tell({{"on", "draft_changed"},
                  {"draft", what},
                  {"json", stored == device.end() ? std::string() : stored->second}});
    };
    tell_first(id);
    second.press("Gửi");
    tell_first(id);
    second.tell(way("sent"));
    second.tell(said(1, "complaint", "Tôi chờ đã lâu!"));
    tell_first(record);
    tell_first(id);
    CHECK(first.value(what_is_wrong).empty());
    CHECK(device.count(id) == 0);
  }
  SECTION("who writes in the second one keeps that") {
    second.type(what_is_wrong, "Lời khác");
    first.tell(way("sent"));
    first.tell(said(1, "complaint", "Tôi chờ đã lâu"));
    CHECK(device.count(id) == 0);  // the first tab's were dropped, under the name they share
    second.tell({{"on", "draft_changed"}, {"draft", id}, {"json", ""}});
    second.tell(said(1, "complaint", "Tôi chờ đã lâu"));
    CHECK(second.value(what_is_wrong) == "Lời khác");
    Person later(device);
    later.open("/ho-so/482177305910/gop-y");
    CHECK(later.value(what_is_wrong) == "Lời khác");
    CHECK(later.asked<effect::SendFeedback>().empty());
    later.open("/ho-so");
    CHECK(later.sees("Có lời nhắn chưa gửi"));
  }
}

TEST_CASE("another tab's words come here only while nobody writes here", "[app]") {
  Device device;
  Person p(device);
  open_feedback(p);
  p.type(what_is_wrong, "của tôi");
  const auto other = Json{{"format", "motcua.words/1"},
                          {"draft", p.model().drafts.begin()->first},
                          {"choice", "complaint"},
                          {"text", "của thẻ kia"},
                          {"vote", 0}};
  const auto id = "words-" + p.model().drafts.begin()->first;
  p.tell({{"on", "draft_changed"}, {"draft", id}, {"json", other.dump()}});
  CHECK(p.value(what_is_wrong) == "của tôi");
  p.back("/");
  p.tell({{"on", "draft_changed"}, {"draft", id}, {"json", other.dump()}});
  p.back("/ho-so/482177305910/gop-y");
  CHECK(p.value(what_is_wrong) == "của thẻ kia");
}

TEST_CASE("what is missing is said before anything goes", "[app]") {
  Device device;
  Person p(device);
  open_feedback(p);
  p.press("Gửi");
  CHECK(p.asked<effect::SendFeedback>().empty());
  CHECK(p.sees("Bạn viết vài lời."));
  p.type(what_is_wrong, std::string(4001, 'a'));
  p.press("Gửi");
  CHECK(p.sees("Lời viết dài quá"));
  p.tell(event(1, 9, "done"));
  p.choose("Bạn muốn làm gì?", "Đánh giá: bạn thấy thế nào?");
  p.type("Bạn muốn nói thêm gì không?", "");
  p.press("Gửi");
  CHECK(p.sees("Bạn chọn một mức đánh giá."));
  CHECK(p.asked<effect::SendFeedback>().empty());
}

TEST_CASE("a vote after the end, and a wish to withdraw before it", "[app]") {
  Device device;
  Person p(device);
  open_feedback(p);
  p.tell(event(1, 2, "received"));
  p.choose("Bạn muốn làm gì?", "Xin rút hồ sơ");
  CHECK(p.sees("Khi nơi giải quyết đồng ý, hồ sơ dừng lại"));
  p.press("Gửi");  // no reason is wanted
  CHECK(p.asked<effect::SendFeedback>().back().kind == "withdrawal");
  p.tell(way("sent"));
  p.tell(said(1, "withdrawal", ""));
  CHECK(p.tree().find(ui::Role::radio, "Xin rút hồ sơ") == nullptr);  // one at a time
  p.tell(answered(1, 1, "refused", "Đã có kết quả rồi."));
  CHECK(p.tree().find(ui::Role::radio, "Xin rút hồ sơ") != nullptr);
  p.tell(event(2, 9, "done"));
  CHECK(p.tree().find(ui::Role::radio, "Xin rút hồ sơ") == nullptr);
  p.press("Theo dõi hồ sơ");
  p.press("Bạn thấy thế nào? Đánh giá, góp ý, khiếu nại");
  p.choose("Bạn thấy thế nào về việc giải quyết hồ sơ này?", "Hài lòng");
  p.press("Gửi");
  CHECK(p.asked<effect::SendFeedback>().back().vote == 4);
  CHECK(p.asked<effect::SendFeedback>().back().feedback == 2);
  p.tell(way("sent"));
  p.tell(said(2, "vote", "", 0, 4));
  CHECK(p.sees("Đánh giá"));
  p.press("Theo dõi hồ sơ");
  CHECK(p.sees(ui::Role::link, "Góp ý, khiếu nại, xin rút hồ sơ"));
}

TEST_CASE("by when the unit must act, whether it is late, and how that was counted", "[app]") {
  Device device;
  Person p(device);
  open_feedback(p);
  p.tell(said(1, "vote", "", 0, 4));  // has no clocks
  CHECK_FALSE(p.sees("Tính như thế nào?"));
  p.tell(said(2, "complaint", "Chậm"));  // on a Sunday
  CHECK(p.sees("Nhận hoặc chuyển đi: chậm nhất 17:00 thứ Ba 24/11/2026."));
  CHECK(p.sees("Trả lời xong: chậm nhất 17:00 thứ Sáu 11/12/2026."));
  CHECK_FALSE(p.sees("Trả lời chậm"));
  CHECK_FALSE(p.sees("Tính từ lúc"));
  p.press("Tính như thế nào?");
  CHECK(p.sees("Tính từ lúc 16:00 Chủ nhật 22/11/2026."));
  p.press("Tính như thế nào?");
  CHECK_FALSE(p.sees("Tính từ lúc"));

  p.now = "2026-11-24T10:00:01Z";  // one second past 17:00
  p.tell(way("sent"));
  CHECK(p.sees("Trả lời chậm"));
  CHECK(p.sees("Nhận hoặc chuyển đi: đã quá hạn, lẽ ra chậm nhất 17:00 thứ Ba 24/11/2026."));

  p.tell(answered(2, 1, "more-wanted", "Khi nào?"));  // on Monday, 09:00
  CHECK(p.sees("Nhận hoặc chuyển đi: đúng hạn, 09:00, 23/11/2026."));
  CHECK(p.sees("Trả lời xong: đang chờ bạn trả lời thêm"));
  CHECK_FALSE(p.sees("Trả lời chậm"));
  p.now = "2027-03-01T02:00:00Z";
  p.tell(way("sent"));
  CHECK(p.sees("Trả lời xong: đang chờ bạn trả lời thêm"));
}

TEST_CASE("without a calendar what was said stands without days", "[app]") {
  Device device;
  Person p(device);
  p.broken.push_back("calendar/vn");
  open_feedback(p);
  p.tell(said(1, "complaint", "Chậm"));
  CHECK(p.sees("Chậm"));
  CHECK_FALSE(p.sees("Nhận hoặc chuyển đi"));
  CHECK_FALSE(p.sees("Tính như thế nào?"));
}

TEST_CASE("what was said is kept with the dossier", "[app]") {
  Device device;
  Person p(device);
  open_feedback(p);
  p.tell(said(1, "complaint", "Chậm"));
  const auto kept = device.begin()->second;
  CHECK(kept.find("Chậm") != std::string::npos);
  Person again(device);
  again.open("/ho-so/482177305910/gop-y");
  CHECK(again.sees("Chậm"));
  CHECK(again.tree().sound());
}
