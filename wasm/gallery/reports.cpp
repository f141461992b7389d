#include "wasm/gallery/gallery.h"
#include "wasm/ui/components/countdown.h"
#include "wasm/ui/components/skeleton.h"

namespace motcua::gallery {

using ui::Kind;

namespace {

void steps(Frame& f) {
  const ui::Step steps[] = {{"Em bé", ui::Step::State::done, "đã xong", "/gallery"},
                            {"Cha và mẹ", ui::Step::State::current, "đang làm"},
                            {"Giấy tờ", ui::Step::State::ahead, "chưa làm"},
                            {"Kiểm tra và nộp", ui::Step::State::ahead, "chưa làm"}};
  f.b.step_list("steps", "Các bước", steps);
}

/// As dense as a QR code, and none: nobody can scan it by mistake.
std::string chequered() {
  constexpr int kSide = 29;
  std::string modules;
  for (int i = 0; i < kSide * kSide; ++i) modules += (i / kSide + i % kSide) % 2 ? '1' : '0';
  return modules;
}

void summary(Frame& f) {
  const ui::SummaryRow rows[] = {
      {"Họ và tên của bé", "Nguyễn Hoàng Phương Thảo Nguyên", "Sửa", "họ và tên của bé", "/gallery",
       ui::no_action},
      {"Mẹ của bé", "H'Hen Niê", "Sửa", "mẹ của bé", "/gallery", ui::no_action},
      {"Nơi nộp",
       "Trung tâm Phục vụ hành chính công liên xã Mây Trắng – Suối Hoa thuộc tỉnh Sông Xanh"}};
  auto card = f.b.card("card");
  f.b.heading("h3", 3, "Tóm tắt");
  f.b.summary_list("summary", rows);
}

}  // namespace

void reports(Frame& f) {
  auto section = f.b.section("reports");
  f.b.heading("h2", 2, "Việc đang đến đâu");
  steps(f);
  f.b.progress("sending", "Đang gửi hồ sơ", 40, "Còn khoảng 2 phút");
  f.b.progress("unknown", "Đang niêm phong", -1);
  ui::countdown(f.b, "calm", {.label = "Còn lại để hoàn tất", .left = "24 phút", .part = 800});
  ui::countdown(f.b, "urgent",
                {.label = "Phiên làm việc tại máy này sẽ đóng",
                 .left = "1 phút 30 giây",
                 .part = 100,
                 .urgent = true});
  ui::skeleton(f.b, "loading", "Đang tải hồ sơ", 4);
  const ui::Event events[] = {
      {"Cần bổ sung giấy tờ", "9:40, 23/11/2026", "Bạn chụp lại Giấy chứng sinh, ảnh bị mờ",
       "Xã Mây Trắng ký, đã đối chiếu sổ", Kind::warning},
      {"Đã tiếp nhận", "9:05, 22/11/2026", "", "Xã Mây Trắng ký, đã đối chiếu sổ", Kind::good},
      {"Đã nộp", "9:00, 22/11/2026"}};
  f.b.timeline("timeline", "Diễn biến", events);
  f.b.separator("line");
  f.b.qr("qr", "Mã của một giấy tiếp nhận đặt ra", chequered());
  summary(f);
}

}  // namespace motcua::gallery
