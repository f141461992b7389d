#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"
#include "wasm/app/deadline.h"
#include "wasm/app/update.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;
using catalogue::Duration;

namespace {

constexpr std::string_view birth = "/thu-tuc/1.001193";
constexpr std::string_view which = "Bé thuộc trường hợp nào?";
constexpr std::string_view who = "Bạn là ai với bé?";

void open_birth(Person& p) { p.open(birth); }

Duration time(int value, Duration::Unit unit, std::string same_day = {}) {
  Duration one;
  one.value = value;
  one.unit = unit;
  one.same_day_before = std::move(same_day);
  return one;
}

}  // namespace

TEST_CASE("a few answers tell which papers are needed", "[app]") {
  Device device;
  Person p(device);
  open_birth(p);
  CHECK(p.sees("Trả lời vài câu để biết cần giấy gì"));
  CHECK(p.sees("Giấy chứng sinh – Mọi trường hợp, trừ khi bé bị bỏ rơi"));
  CHECK(p.sees("Văn bản xác nhận mang thai hộ"));
  CHECK_FALSE(p.sees("Bỏ các câu trả lời này"));

  p.choose(which, "Bé bị bỏ rơi");
  CHECK(p.sees("Trường hợp của bạn: Bé bị bỏ rơi"));
  CHECK_FALSE(p.sees("Văn bản xác nhận mang thai hộ"));
  CHECK_FALSE(p.sees("Giấy chứng sinh –"));
  CHECK(p.sees("Biên bản về việc trẻ bị bỏ rơi"));
  CHECK_FALSE(p.sees("Biên bản về việc trẻ bị bỏ rơi –"));
  CHECK(p.sees("Văn bản ủy quyền – Khi người"));  // still open
  CHECK(p.sees("Thời gian khi nộp ở đây: trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo"));

  p.choose(who, "Mẹ");
  CHECK_FALSE(p.sees("Văn bản ủy quyền"));

  p.press("Bỏ các câu trả lời này");
  CHECK(p.focused() == "Trả lời vài câu để biết cần giấy gì");
  CHECK(p.sees("Văn bản xác nhận mang thai hộ"));
  CHECK_FALSE(p.sees("Trường hợp của bạn"));
}

TEST_CASE("the page is whole before the form is there, and without it", "[app]") {
  Device device;
  Person p(device);
  p.late = {"forms/"};
  open_birth(p);
  CHECK(p.sees("Giấy chứng sinh – Mọi trường hợp"));
  CHECK(p.sees("Bắt đầu điền hồ sơ"));
  CHECK_FALSE(p.sees("Trả lời vài câu"));
  p.come();
  CHECK(p.sees("Trả lời vài câu"));

  Device other;
  Person q(other);
  q.broken = {"forms/birth/1"};
  open_birth(q);
  CHECK(q.sees("Giấy chứng sinh – Mọi trường hợp"));
  CHECK_FALSE(q.sees("Trả lời vài câu"));
}

TEST_CASE("a new dossier begins with the answers, and nothing else keeps them", "[app]") {
  Device device;
  Person p(device);
  open_birth(p);
  p.choose(which, "Bé sinh ra nhờ mang thai hộ");
  p.choose(who, "Ông hoặc bà");
  CHECK(device.empty());
  CHECK(p.path == birth);
  CHECK(p.asked<effect::SaveDraft>().empty());
  p.press("Bắt đầu điền hồ sơ");
  const auto& values = p.model().drafts.at(p.draft()).values;
  CHECK(form::text_of(values, "child.case") == "surrogacy");
  CHECK(form::text_of(values, "requester.relation") == "grandparent");
  CHECK(p.model().ahead.answers.empty());

  Person again(device);
  again.open(birth);
  CHECK_FALSE(again.sees("Trường hợp của bạn"));
}

TEST_CASE("answers are forgotten with the page, and strange ones are not taken", "[app]") {
  Device device;
  Person p(device);
  open_birth(p);
  p.choose(which, "Bé bị bỏ rơi");
  p.press("Trang đầu");
  CHECK(p.model().ahead.answers.empty());
  p.back(birth);
  CHECK_FALSE(p.sees("Trường hợp của bạn"));
  app::Effects out;
  app::Model m = p.model();
  app::update(m, app::msg::AnswerAhead{"child.case", "nobody"}, out);
  app::update(m, app::msg::AnswerAhead{"child.name", "An"}, out);
  CHECK(m.ahead.answers.empty());
}

TEST_CASE("a checkbox is asked as a choice of two", "[app]") {
  Device device;
  Person p(device);
  p.open("/thu-tuc/1.004873");
  CHECK_FALSE(p.sees("Không còn giấy cũ để nộp lại"));
  p.choose("Đã được cấp giấy này, nay xin cấp lại", "Đúng");
  CHECK(p.sees("Giấy xác nhận tình trạng hôn nhân đã cấp lần trước – Khi"));  // still open
  p.choose("Không còn giấy cũ để nộp lại", "Đúng");
  CHECK(p.sees("Trường hợp của bạn: Xin cấp lại, không còn giấy cũ"));
  CHECK_FALSE(p.sees("Giấy xác nhận tình trạng hôn nhân đã cấp lần trước"));
  p.choose("Đã được cấp giấy này, nay xin cấp lại", "Không đúng");
  CHECK(p.sees("Trường hợp của bạn: Xin giấy lần đầu"));
}

TEST_CASE("times and fees stand for the way of filing and the case", "[app]") {
  Device device;
  Person p(device);
  auto data = codec::json_parse(read_asset("procedures/1.001193.json")).value();
  auto rule = data["times"][0];
  rule.erase("same_day_before");
  rule["value"] = 4;
  rule["channels"] = {"post"};
  data["times"].push_back(rule);
  rule["value"] = 9;
  rule.erase("channels");
  rule["case"] = "abandoned";
  data["times"].push_back(rule);
  data["fees"] = {{{"vnd", 5000}, {"source", rule["source"]}},
                  {{"vnd", 0}, {"case", "abandoned"}, {"source", rule["source"]}}};
  p.instead["procedures/1.001193.json"] = data.dump();
  open_birth(p);
  const auto value = [&](std::string_view term) {
    for (const auto& node : p.tree().nodes)
      if (node.role == ui::Role::term && node.name == term) return (&node + 1)->name;
    return std::string("(no such row)");
  };
  CHECK(value("Thời gian khi gửi bưu chính") == "4 ngày làm việc");
  CHECK(value("Thời gian khi đến tận nơi") == "(no such row)");  // as online
  CHECK(value("Bé bị bỏ rơi") == "9 ngày làm việc");
  CHECK(value("Lệ phí khi nộp ở đây") == "5.000 đồng");
  p.choose(which, "Bé bị bỏ rơi");
  CHECK(value("Thời gian khi nộp ở đây") == "9 ngày làm việc");
  CHECK(value("Bé bị bỏ rơi") == "(no such row)");
  CHECK(value("Lệ phí khi nộp ở đây") == "Không mất tiền");
  CHECK(p.sees("Lệ phí khi nộp ở đây: Không mất tiền"));
}

TEST_CASE("how long is said as people say it", "[app]") {
  const auto vi = read_words("vi"), en = read_words("en");
  using Unit = Duration::Unit;
  CHECK(app::deadline_text(vi, time(3, Unit::working_days)) == "3 ngày làm việc");
  CHECK(app::deadline_text(en, time(1, Unit::working_days)) == "1 working day");
  CHECK(app::deadline_text(vi, time(8, Unit::hours)) == "8 giờ");
  CHECK(app::deadline_text(vi, time(1, Unit::working_days, "15:00")) ==
        "trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo");
  CHECK(app::deadline_text(en, time(1, Unit::days, "09:30")) ==
        "the same day; received after 9:30, the next day");
  CHECK(app::deadline_text(vi, time(2, Unit::days, "08:05")) ==
        "trong ngày; nhận sau 8 giờ 05 thì 2 ngày");
}
