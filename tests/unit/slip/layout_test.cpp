#include "shared/slip/layout.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/slip/fixtures.h"

using namespace motcua;
using slip::Block;
using slip::Sheet;

namespace {

Sheet sheet_of(int form, std::string_view language, std::string_view code = {}) {
  const auto slip = slip::read_slip(test::slip_json(form)).value();
  return slip::layout(slip, language, test::slip_words(language), code);
}

/// Every text of a sheet.
std::vector<std::string> texts(const Sheet& sheet) {
  std::vector<std::string> all = {sheet.agency, sheet.parent, sheet.contact, sheet.mark,
                                  sheet.title,  sheet.number, sheet.date,    sheet.footer,
                                  sheet.trial,  sheet.page};
  for (const Block& block : sheet.blocks) {
    all.push_back(block.text);
    for (const auto& [label, value] : block.rows) all.insert(all.end(), {label, value});
    for (const auto& item : block.items) {
      all.push_back(item.title);
      for (const auto& [label, value] : item.lines) all.insert(all.end(), {label, value});
    }
    for (const auto& column : block.columns) all.push_back(column.label);
    for (const auto& row : block.cells) all.insert(all.end(), row.begin(), row.end());
  }
  for (const auto& of : sheet.signatures) all.insert(all.end(), {of.title, of.note, of.name});
  return all;
}

bool has(const Sheet& sheet, std::string_view text) {
  const auto all = texts(sheet);
  return std::any_of(all.begin(), all.end(),
                     [&](const std::string& one) { return one.find(text) != std::string::npos; });
}

/// A word that is missing shows its key.
bool key_like(const std::string& text) {
  return text.find('.') != std::string::npos && text.find('.') + 1 < text.size() &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
                  c == '-';
         });
}

}  // namespace

TEST_CASE("a sheet of each form says what its slip says", "[slip]") {
  const std::pair<int, const char*> said[] = {{1, "Giấy chứng sinh"},
                                              {1, "17:00, 26/11/2026"},
                                              {1, "3 ngày làm việc"},
                                              {1, "bản sao"},
                                              {1, "Trần Thị Hương Giang"},
                                              {1, "tại quầy của nơi tiếp nhận"},
                                              {2, "Trong tờ khai: Quê quán"},
                                              {2, "Xin bổ sung trước 17:00, 07/12/2026."},
                                              {2, "Cha và mẹ ghi hai họ"},
                                              {3, "chưa đối chiếu"},
                                              {3, "Nộp hồ sơ tại Ủy ban"},
                                              {4, "17:00, 01/12/2026"},
                                              {4, "xin lỗi Trần Thị Hương"},
                                              {5, "Xác minh nơi cư trú"},
                                              {5, "không phải hoàn trả"},
                                              {6, "quá hạn"},
                                              {6, "Bộ phận Một cửa"},
                                              {7, "Từ 01/11/2026 đến 30/11/2026"},
                                              {7, "4821 7730 5910"},
                                              {7, "đã trả"},
                                              {7, "mới nộp"}};
  for (const auto& [form, text] : said) {
    INFO(form << " " << text);
    CHECK(has(sheet_of(form, "vi"), text));
  }
  CHECK(sheet_of(1, "vi").date == "Xã Mây Trắng, ngày 23 tháng 11 năm 2026");
  CHECK(sheet_of(1, "en").date == "Xã Mây Trắng, 23 November 2026");
  CHECK(sheet_of(1, "vi").number == "Số hồ sơ: 4821 7730 5910");
  CHECK(sheet_of(1, "vi").file == "giay-tiep-nhan-482177305910");
  CHECK(sheet_of(1, "vi").trial == "BẢN THỬ – giấy này không có giá trị");
  CHECK(sheet_of(7, "vi").wide);
}

TEST_CASE("sheets have all their words in both languages", "[slip]") {
  for (int form = 1; form <= 7; ++form)
    for (const char* language : {"vi", "en"}) {
      const auto sheet = sheet_of(form, language);
      INFO(form << " " << language);
      CHECK(sheet.language == language);
      CHECK_FALSE(sheet.title.empty());
      CHECK_FALSE(sheet.footer.empty());
      CHECK_FALSE(sheet.blocks.empty());
      CHECK_FALSE(sheet.signatures.empty());
      for (const auto& text : texts(sheet)) {
        INFO(text);
        CHECK_FALSE(key_like(text));
        CHECK((text.find('{') == std::string::npos || text == sheet.page));
      }
    }
}

TEST_CASE("a sheet in force has no strip of a trial", "[slip]") {
  auto json = test::slip_json(1);
  json.erase("demo");
  const auto slip = slip::read_slip(json).value();
  CHECK(slip::layout(slip, "vi", test::slip_words("vi")).trial.empty());
}

TEST_CASE("a sheet shows the code of its event", "[slip]") {
  const auto sheet = sheet_of(1, "vi", "motcua.event-code/1|482177305910");
  CHECK(sheet.code.side == 29);
  CHECK(sheet.code.modules.size() == 29 * 29);
  CHECK(sheet_of(1, "vi").code.side == 0);
  CHECK(sheet_of(1, "vi", std::string(700, 'a')).code.side == 0);
}

TEST_CASE("a sheet crosses as JSON and comes back the same", "[slip]") {
  for (int form = 1; form <= 7; ++form) {
    const auto json = slip::sheet_json(sheet_of(form, "vi", form == 1 ? "motcua" : ""));
    const auto read = slip::read_sheet(json);
    REQUIRE(read);
    CHECK(slip::sheet_json(*read) == json);
  }
  auto json = slip::sheet_json(sheet_of(6, "vi"));
  json["blocks"][1]["cells"][0].push_back("one too many");
  CHECK_FALSE(slip::read_sheet(json));
}
