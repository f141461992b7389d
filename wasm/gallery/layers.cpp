#include "wasm/gallery/gallery.h"
#include "wasm/ui/components/camera.h"
#include "wasm/ui/components/dialog.h"

namespace motcua::gallery {

using ui::Variant;

void layers(Frame& f) {
  auto section = f.b.section("layers");
  f.b.heading("h2", 2, "Trên mặt trang");
  {
    auto row = f.b.row("row");
    f.b.button("ask", "Xóa bản nháp…", f.flip("dialog"), Variant::danger);
    f.b.button("say", "Lưu và báo", f.then([](State& s) {
      ++s.toasts;
      s.open["toast"] = true;
    }));
    f.b.button("look", "Đưa thẻ vào máy ảnh…", f.flip("camera"));
  }
  if (f.is_open("dialog")) {
    auto dialog = ui::dialog(f.b, "dialog", "Xóa bản nháp này?", f.flip("dialog"));
    f.b.text("text", "Những gì bạn đã điền và các tệp đã thêm sẽ mất khỏi máy này.");
    const std::string why = f.value("why.delete");
    f.b.text_field("why.delete",
                   {.label = "Vì sao bạn xóa?",
                    .value = why,
                    .required = false,
                    .optional = "(không bắt buộc)"},
                   f.keep("why.delete"));
    auto row = f.b.row("row");
    f.b.button("delete", "Xóa", f.flip("dialog"), Variant::danger);
    f.b.button("keep", "Giữ lại", f.flip("dialog"));
  }
  if (f.is_open("camera")) {
    auto dialog = ui::dialog(f.b, "camera", "Đưa thẻ vào máy ảnh", f.flip("camera"));
    ui::camera(f.b, "picture", "Hình máy ảnh đang thấy");
    f.b.button("close", "Đóng", f.flip("camera"));
  }
  if (f.is_open("toast")) {
    ui::toast(f.b, "toast", "Đã lưu trên máy này", f.state.toasts, "Đóng", f.flip("toast"));
  }
}

}  // namespace motcua::gallery
