#include "wasm/gallery/gallery.h"
#include "wasm/ui/components/details.h"
#include "wasm/ui/components/icon.h"
#include "wasm/ui/components/notification.h"

namespace motcua::gallery {

using ui::Kind;
using ui::Variant;

namespace {

constexpr const char* kLongName =
    "Trung tâm Phục vụ hành chính công liên xã Mây Trắng – Suối Hoa – Đồi Thông thuộc Ủy ban nhân "
    "dân tỉnh Sông Xanh";

void texts(Frame& f) {
  f.b.heading("h3", 3, "Chữ");
  f.b.text("lead", "Câu mở đầu nói điều quan trọng nhất trước.", Variant::lead);
  f.b.text("normal", "Đoạn văn thường. Nguyễn Hoàng Phương Thảo Nguyên, H'Hen Niê, Y Kpă.");
  f.b.text("long", kLongName);
  f.b.text("muted", "Lời nhắc nhẹ, ít quan trọng hơn.", Variant::muted);
  f.b.text("small", "Chữ nhỏ nhất của trang.", Variant::small);
  f.b.text("code", "4821 7730 5916", Variant::code);
  {
    auto list = f.b.list("list");
    for (const char* text : {"Giấy chứng sinh", "Thẻ căn cước của người đi khai sinh"}) {
      auto item = f.b.item(text);
      f.b.text("text", text);
    }
  }
  {
    auto list = f.b.list("numbers", true);
    for (const char* text : {"Điền tờ khai", "Đính kèm giấy tờ", "Xác nhận và nộp"}) {
      auto item = f.b.item(text);
      f.b.text("text", text);
    }
  }
  auto row = f.b.row("tags");
  f.b.tag("neutral", "Bản nháp", Kind::neutral);
  f.b.tag("good", "Đã xong", Kind::good);
  f.b.tag("warning", "Cần bổ sung", Kind::warning);
  f.b.tag("bad", "Từ chối", Kind::bad);
}

void icons(Frame& f) {
  f.b.heading("h3.icons", 3, "Dấu hiệu");
  auto row = f.b.row("icons");
  for (int i = 0; i < int(ui::Icon::count); ++i) {
    const auto icon = ui::Icon(i);
    const Variant colour = icon == ui::Icon::good      ? Variant::good
                           : icon == ui::Icon::warning ? Variant::warning
                           : icon == ui::Icon::bad     ? Variant::bad
                           : icon == ui::Icon::info    ? Variant::info
                                                       : Variant::normal;
    ui::icon(f.b, std::to_string(i), icon, {}, colour);
  }
  ui::icon(f.b, "named", ui::Icon::good, "Đã kiểm tra", Variant::good);
}

void notices(Frame& f) {
  f.b.heading("h3.notices", 3, "Thông báo");
  const std::pair<Kind, const char*> kinds[] = {
      {Kind::info, "Phòng một cửa nghỉ lễ từ thứ Năm"},
      {Kind::good, "Hồ sơ của bạn đã được tiếp nhận"},
      {Kind::warning, "Bản nháp này sẽ hết hạn sau ba ngày"},
  };
  int i = 0;
  for (const auto& [kind, title] : kinds) {
    const std::string key = "note" + std::to_string(i++);
    if (f.is_open(key)) continue;
    auto note = ui::notification(f.b, key, kind, title, "Đóng", f.flip(key));
    f.b.text("text", "Hồ sơ nộp hôm nay được xem từ thứ Hai.");
  }
  auto note = ui::notification(f.b, "stays", Kind::bad, "Chưa gửi được vì mất mạng");
  f.b.text("text", "Trang sẽ tự gửi tiếp khi có mạng. Bạn không phải làm lại.");
}

void opened(Frame& f) {
  f.b.heading("h3.details", 3, "Mở ra để đọc thêm");
  {
    auto inside =
        ui::details(f.b, "why", "Vì sao cần số định danh?", f.is_open("why"), f.flip("why"));
    f.b.text("text",
             "Số này giúp cơ quan tra cứu thay bạn, để bạn không phải nộp bản sao giấy tờ.");
  }
  auto inside =
      ui::details(f.b, "who", "Ai xem được hồ sơ của tôi?", !f.is_open("who"), f.flip("who"));
  f.b.text("text", kLongName);
}

}  // namespace

void words(Frame& f) {
  auto section = f.b.section("words");
  f.b.heading("h2", 2, "Chữ và thông báo");
  texts(f);
  icons(f);
  notices(f);
  opened(f);
}

}  // namespace motcua::gallery
