#pragma once
// A page with every widget, and a text measure that knows no font.

#include <string>
#include <variant>

#include "wasm/ui/actions.h"
#include "wasm/ui/builder.h"
#include "wasm/ui/layout.h"

namespace motcua::ui::demo {

/// Every character is half an em wide.
class HalfEm : public TextMeasure {
 public:
  float width(std::string_view text, Face, float px) const override {
    float n = 0;
    for (unsigned char c : text) n += (c & 0xC0) != 0x80 ? 1.f : 0.f;
    return n * px / 2;
  }
};

struct Pressed {
  std::string what;
};
struct Typed {
  std::string key, text;
};
using Message = std::variant<Pressed, Typed>;

inline auto typed(std::string key) {
  return [key](std::string_view text) { return Message(Typed{key, std::string(text)}); };
}

struct View {
  Tree tree;
  Actions<Message> on;
};

/// `error`: the name field carries one and there is a summary on top.
inline View view(bool error = false) {
  View v;
  auto& on = v.on;
  Builder b(v.tree, "Khai sinh – motcua", "vi");
  b.skip_link("Đến nội dung chính");
  b.banner("trial", "BẢN THỬ – không nộp hồ sơ thật ở đây");
  {
    auto header = b.header("header");
    b.wordmark("home", "motcua", "/", on(Pressed{"home"}));
    auto nav = b.nav("nav", "Trang");
    b.link("mine", "Hồ sơ của tôi", "/ho-so", on(Pressed{"mine"}));
    b.button("lang", "English", on(Pressed{"lang"}), Variant::quiet);
    b.lang("en");
    b.button("plain", "Trang đơn giản", on(Pressed{"plain"}), Variant::quiet);
  }
  {
    auto main = b.main();
    const Step steps[] = {{"Trẻ", Step::State::done, "đã xong", "/nop/a/1", on(Pressed{"step"})},
                          {"Cha và mẹ", Step::State::current, "đang làm"},
                          {"Giấy tờ", Step::State::ahead, "chưa làm"},
                          {"Kiểm tra", Step::State::ahead, "chưa làm"}};
    b.step_list("steps", "Các bước", steps);
    if (error) {
      const FieldError errors[] = {{"name", "Hãy nhập họ và tên của trẻ"}};
      b.error_summary("errors", "Có một chỗ cần sửa", errors);
    }
    b.heading("title", 1, "Thông tin của trẻ em");
    b.text("lead", "Hãy ghi đúng như trong giấy chứng sinh.", Variant::lead);
    auto form = b.form("form", on(Pressed{"next"}));
    b.text_field("name",
                 {.label = "Họ và tên",
                  .hint = "Ghi có dấu, ví dụ Nguyễn Thị Ánh Dương",
                  .error = error ? "Hãy nhập họ và tên của trẻ" : "",
                  .value = error ? "" : "Nguyễn Văn Mây",
                  .autocomplete = "off",
                  .maxlength = 80},
                 on(typed("name")));
    b.date_field("born",
                 {.legend = "Ngày sinh",
                  .hint = "Ví dụ 21 9 2026",
                  .day = {"Ngày", "21"},
                  .month = {"Tháng", "9"},
                  .year = {"Năm", "2026"}},
                 {on(typed("day")), on(typed("month")), on(typed("year"))});
    static const Option sexes[] = {{"nam", "Nam"}, {"nu", "Nữ"}};
    static const std::string chosen[] = {"nu"};
    b.radios("sex", {.label = "Giới tính", .options = sexes, .chosen = chosen}, on(typed("sex")));
    static const Option places[] = {{"99901", "Xã Mây Trắng"}, {"99001", "Tỉnh Sông Xanh"}};
    b.select("place", {.label = "Nơi nộp", .options = places, .empty = "Chọn nơi nộp"},
             on(typed("place")));
    b.text_area("note", {.label = "Ghi chú", .required = false, .optional = "(không bắt buộc)"},
                on(typed("note")));
    b.checkbox("true",
               {.label = "Tôi cam đoan những điều trên là đúng",
                .hint = "Bạn chịu trách nhiệm về điều mình khai.",
                .checked = true},
               on(typed("true")));
    b.file_field("scan",
                 {.label = "Giấy chứng sinh",
                  .hint = "Ảnh chụp hoặc PDF, không quá 50 MB",
                  .button = "Chọn tệp hoặc thả vào đây",
                  .accept = "application/pdf,image/jpeg"},
                 on(typed("scan")));
    b.progress("sending", "Đang gửi", 40, "Còn khoảng 2 phút");
    {
      auto card = b.card("card");
      b.heading("number", 2, "Mã số của bạn");
      b.text("code", "4821 7730 5916", Variant::code);
      b.tag("tag", "Đang xử lý", Kind::warning);
      const SummaryRow rows[] = {
          {"Họ và tên", "Nguyễn Văn Mây", "Sửa", "họ và tên", "/nop/a/1", on(Pressed{"edit"})},
          {"Ngày sinh", "21/9/2026"}};
      b.summary_list("summary", rows);
    }
    {
      auto notice = b.notice("notice", Kind::warning, "Phòng một cửa nghỉ lễ");
      b.text("text", "Hồ sơ nộp hôm nay được xem từ thứ Hai.");
    }
    b.tile("tile", "Đăng ký khai sinh", "Trong 60 ngày sau khi sinh, không thu phí", "/thu-tuc/1",
           on(Pressed{"tile"}));
    const Event events[] = {{"Đã tiếp nhận", "9:05, 22/11/2026", "", "Xã Mây Trắng ký", Kind::good},
                            {"Đã nộp", "9:00, 22/11/2026"}};
    b.timeline("timeline", "Diễn biến", events);
    b.qr("qr", "Mã của giấy tiếp nhận", std::string(29 * 29, '1'));
    auto row = b.row("actions");
    b.button("next", "Tiếp tục", on(Pressed{"next"}), Variant::primary);
    b.button("save", "Lưu lại", on(Pressed{"save"}));
    b.button("delete", "Xóa bản nháp", on(Pressed{"delete"}), Variant::danger);
  }
  {
    auto footer = b.footer("footer");
    b.text("about", "Phần mềm nguồn mở cho dịch vụ công.", Variant::small);
  }
  return v;
}

}  // namespace motcua::ui::demo
