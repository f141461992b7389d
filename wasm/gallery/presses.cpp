#include "wasm/gallery/gallery.h"
#include "wasm/ui/components/tabs.h"

namespace motcua::gallery {

using ui::Variant;

namespace {

void buttons(Frame& f) {
  f.b.heading("h3", 3, "Nút và đường dẫn");
  {
    auto row = f.b.row("buttons");
    f.b.button("primary", "Tiếp tục", f.then([](State&) {}), Variant::primary);
    f.b.button("secondary", "Lưu lại", f.then([](State&) {}));
    f.b.button("danger", "Xóa bản nháp", f.then([](State&) {}), Variant::danger);
    f.b.button("quiet", "Bỏ qua", f.then([](State&) {}), Variant::quiet);
    f.b.button("off", "Chưa bấm được", f.then([](State&) {}), Variant::primary, ui::flag_disabled);
  }
  f.b.button("long", "Gửi hồ sơ đến Trung tâm Phục vụ hành chính công liên xã Mây Trắng",
             f.then([](State&) {}), Variant::primary);
  f.b.link("link", "Xem thủ tục đăng ký khai sinh", "/thu-tuc/1.001193");
  f.b.tile("tile", "Đăng ký khai sinh", "Trong 60 ngày sau khi sinh, không thu phí",
           "/thu-tuc/1.001193", ui::no_action);
}

void tabs(Frame& f) {
  f.b.heading("h3.tabs", 3, "Các thẻ");
  const ui::Tab all[] = {{"need", "Cần chuẩn bị"}, {"steps", "Các bước"}, {"fee", "Lệ phí"}};
  auto panel = ui::tabs(f.b, "tabs", "Về thủ tục này", all, f.value("tabs"), f.keep("tabs"));
  const std::string open = f.value("tabs");
  f.b.text("text", open == "steps" ? "Điền, đính kèm, xác nhận, rồi theo dõi."
                   : open == "fee" ? "Không thu lệ phí khi nộp đúng hạn."
                                   : "Giấy chứng sinh và thẻ căn cước.");
}

}  // namespace

void presses(Frame& f) {
  auto section = f.b.section("presses");
  f.b.heading("h2", 2, "Bấm và chuyển");
  buttons(f);
  tabs(f);
}

}  // namespace motcua::gallery
