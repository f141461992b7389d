#include "wasm/gallery/gallery.h"

namespace motcua::gallery {

namespace {

const std::vector<ui::Option>& sexes() {
  static const std::vector<ui::Option> all{{"nam", "Nam"}, {"nu", "Nữ"}};
  return all;
}

void radios(Frame& f) {
  const std::string sex[] = {f.value("sex")};
  f.b.radios("sex", {.label = "Giới tính", .options = sexes(), .chosen = sex}, f.keep("sex"));
  f.b.radios("sex.wrong",
             {.label = "Giới tính của mẹ", .error = "Hãy chọn một trong hai", .options = sexes()},
             f.keep("sex.wrong"));
  const std::string off[] = {"nu"};
  f.b.radios("sex.off",
             {.label = "Giới tính theo giấy chứng sinh",
              .options = sexes(),
              .chosen = off,
              .disabled = true},
             ui::no_action);
}

void boxes(Frame& f) {
  const ui::Option ways[] = {
      {"sms", "Nhắn tin đến điện thoại"},
      {"post", "Gửi thư đến nhà", "Qua bưu chính công ích, trong hai ngày làm việc"},
      {"self", "Tôi tự đến lấy ở bộ phận một cửa của Ủy ban nhân dân xã Mây Trắng"}};
  std::vector<std::string> chosen;
  std::vector<ui::Action> toggles;
  for (const ui::Option& way : ways) {
    if (f.value("way." + way.value) == "1") chosen.push_back(way.value);
    toggles.push_back(f.keep("way." + way.value));
  }
  f.b.checkboxes("way",
                 {.label = "Bạn muốn nhận tin bằng cách nào?",
                  .hint = "Chọn bao nhiêu cũng được",
                  .options = ways,
                  .chosen = chosen},
                 toggles);
  f.b.checkbox("true",
               {.label = "Tôi cam đoan những điều trên là đúng",
                .hint = "Bạn chịu trách nhiệm về điều mình khai.",
                .error = "Hãy đánh dấu nếu bạn cam đoan",
                .checked = f.value("true") == "1"},
               f.keep("true"));
}

void selects(Frame& f) {
  const ui::Option relations[] = {{"me", "Mẹ"},
                                  {"cha", "Cha"},
                                  {"ba", "Ông hoặc bà"},
                                  {"khac", "Người được cha mẹ nhờ bằng văn bản có chứng thực"}};
  const std::string chosen[] = {f.value("relation")};
  f.b.select(
      "relation",
      {.label = "Bạn là gì của bé?", .options = relations, .chosen = chosen, .empty = "Chọn…"},
      f.keep("relation"));
  f.b.select("relation.wrong",
             {.label = "Người nộp thay là gì của bé?",
              .error = "Hãy chọn một câu trả lời",
              .options = relations,
              .empty = "Chọn…"},
             f.keep("relation.wrong"));
  const std::string first[] = {"me"};
  f.b.select("relation.off",
             {.label = "Người ký giấy chứng sinh",
              .options = relations,
              .chosen = first,
              .disabled = true},
             ui::no_action);
}

}  // namespace

void choices(Frame& f) {
  auto section = f.b.section("choices");
  f.b.heading("h2", 2, "Chọn");
  radios(f);
  boxes(f);
  selects(f);
}

}  // namespace motcua::gallery
