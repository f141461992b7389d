#include "wasm/gallery/gallery.h"
#include "wasm/ui/components/code_entry.h"
#include "wasm/ui/components/money.h"
#include "wasm/ui/components/phone.h"

namespace motcua::gallery {

namespace {

void plain(Frame& f) {
  const std::string name = f.value("name");
  f.b.text_field("name",
                 {.label = "Họ, chữ đệm và tên",
                  .hint = "Ghi có dấu, ví dụ Nguyễn Hoàng Phương Thảo Nguyên",
                  .value = name,
                  .autocomplete = "name",
                  .maxlength = 80},
                 f.keep("name"));
  f.b.text_field("wrong",
                 {.label = "Số định danh cá nhân",
                  .error = "Số định danh có 12 chữ số; bạn mới nhập 9",
                  .value = "999 203 441",
                  .inputmode = "numeric",
                  .chars = 16},
                 f.keep("wrong"));
  f.b.text_field("off",
                 {.label = "Mã hồ sơ",
                  .hint = "Phần mềm điền giúp sau khi nộp",
                  .value = "4821 7730 5916",
                  .required = false,
                  .optional = "(không bắt buộc)",
                  .disabled = true},
                 ui::no_action);
  const std::string note = f.value("note");
  f.b.text_area(
      "note",
      {.label = "Ghi chú", .value = note, .required = false, .optional = "(không bắt buộc)"},
      f.keep("note"));
  const std::string search = f.value("search");
  f.b.search_field("search", {.label = "Bạn cần làm việc gì?", .value = search}, f.keep("search"));
}

void special(Frame& f) {
  const std::string digits = ui::money_digits(f.value("money"));
  const std::string grouped = ui::money_text(digits, "vi");
  ui::money_field(f.b, "money",
                  {.label = "Thu nhập mỗi tháng",
                   .hint = "Ghi số tròn, ví dụ 7.500.000",
                   .value = f.value("money")},
                  "đồng", digits.empty() ? "" : "Bạn nhập: " + grouped + " đồng", f.keep("money"));
  ui::phone_field(f.b, "phone",
                  {.label = "Số điện thoại",
                   .hint = "Để cơ quan gọi khi cần hỏi thêm",
                   .value = f.value("phone")},
                  f.keep("phone"));
  ui::code_field(f.b, "code",
                 {.label = "Mã gồm 6 chữ số",
                  .hint = "Mã nằm trong tin nhắn gửi đến máy của bạn",
                  .value = f.value("code")},
                 6, f.keep("code"));
  ui::code_field(f.b, "code.wrong",
                 {.label = "Mã hồ sơ 12 chữ số",
                  .error = "Mã này không khớp; hãy so lại từng nhóm bốn số",
                  .value = "4821 7730 5917"},
                 12, f.keep("code.wrong"));
}

}  // namespace

void text_fields(Frame& f) {
  auto section = f.b.section("fields");
  f.b.heading("h2", 2, "Ô để điền");
  const ui::FieldError errors[] = {{"wrong", "Số định danh có 12 chữ số; bạn mới nhập 9"},
                                   {"born", "Hãy ghi năm bằng bốn chữ số"}};
  f.b.error_summary("errors", "Có hai chỗ cần sửa", errors);
  auto form = f.b.form("form", f.then([](State&) {}));
  plain(f);
  special(f);
}

}  // namespace motcua::gallery
