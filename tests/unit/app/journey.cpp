// The parts of a journey that many tests walk.

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

namespace motcua::test {

void start_birth(Person& p) {
  p.type("Tìm thủ tục", "khai sinh");
  p.press("Đăng ký khai sinh");
  p.press("Bắt đầu điền hồ sơ");
}

void fill_child(Person& p) {
  p.choose("Bé thuộc trường hợp nào?", "Bé do cha, mẹ hoặc người thân đi khai sinh");
  p.type("Họ, chữ đệm và tên của bé", "Trần Nguyễn Thử An");
  p.choose("Giới tính của bé", "Nữ");
  p.date("Ngày sinh của bé", "5", "11", "2026");
  p.choose("Dân tộc của bé", "Kinh");
  p.choose("Bé sinh ở đâu?", "Bệnh viện, trạm y tế, nhà hộ sinh");
  p.type("Tên cơ sở y tế", "Trạm y tế xã Mây Trắng");
  p.type("Địa chỉ nơi sinh", "Xã Mây Trắng, tỉnh Sông Xanh");
  p.type("Quê quán của bé", "Xã Mây Trắng, tỉnh Sông Xanh");
}

namespace {

void fill_requester(Person& p) {
  p.choose("Bạn là ai với bé?", "Mẹ");
  p.type("Họ, chữ đệm và tên của bạn", "Nguyễn Thị Thử");
  p.type("Số định danh cá nhân của bạn", "999196000012");
  p.type("Nơi cư trú của bạn", "Thôn Đầu Mây, xã Mây Trắng, tỉnh Sông Xanh");
  p.type("Số điện thoại", "0900 000 000");
}

}  // namespace

void fill_birth(Person& p) {
  fill_child(p);
  p.press("Tiếp tục");
  REQUIRE(p.title() == "Mẹ của bé");
  p.type("Họ, chữ đệm và tên của mẹ", "Nguyễn Thị Thử");
  p.date("Ngày sinh của mẹ", "27", "3", "1996");
  p.choose("Dân tộc của mẹ", "Kinh");
  p.type("Nơi cư trú của mẹ", "Thôn Đầu Mây, xã Mây Trắng, tỉnh Sông Xanh");
  p.press("Tiếp tục");
  REQUIRE(p.title() == "Cha của bé");
  p.tick("Không có thông tin về cha");
  p.press("Tiếp tục");
  REQUIRE(p.title() == "Người đi khai sinh");
  fill_requester(p);
  p.press("Tiếp tục");
  REQUIRE(p.title() == "Nơi nộp và bản sao");
  p.choose("Nơi đăng ký khai sinh", "Ủy ban nhân dân xã Mây Trắng");
  p.choose("Nơi tiếp nhận hồ sơ", "Trung tâm Phục vụ hành chính công tỉnh Sông Xanh");
  p.press("Tiếp tục");
  REQUIRE(p.title() == "Thêm giấy tờ");
}

void to_mother(Person& p) {
  p.open();
  start_birth(p);
  fill_child(p);
  p.press("Tiếp tục");
  REQUIRE(p.title() == "Mẹ của bé");
}

void add_certificate(Person& p, std::string_view title) {
  p.attach("Giấy chứng sinh");
  p.tell({{"on", "file_kept"},
          {"draft", p.draft()},
          {"component", "giay-chung-sinh"},
          {"key", "k1"},
          {"title", title},
          {"type", "application/pdf"},
          {"ext", "pdf"},
          {"hash", std::string(64, 'a')},
          {"size", 3 << 20},
          {"secret", std::string(64, 'b')}});
}

void go_to_seal(Person& p) {
  p.press("Tiếp tục");
  REQUIRE(p.title() == "Kiểm tra lại");
  p.press("Đúng rồi, tiếp tục");
  REQUIRE(p.title() == "Xác nhận và niêm phong");
  p.tick("Tôi xác nhận những điều đã điền là đúng và đồng ý nộp hồ sơ này.");
}

void seal_and_send(Person& p, std::string_view competent) {
  const auto draft = p.draft();
  Json envelope{{"sign", "RW" + std::string(54, 'Q')}};
  if (!competent.empty()) envelope["competent"] = competent;
  p.press("Xác nhận và niêm phong");
  REQUIRE(p.asked<app::effect::Seal>().size() == 1);
  p.tell({{"on", "sealed"},
          {"draft", draft},
          {"envelope", envelope.dump()},
          {"signature", "sig"},
          {"file", draft},
          {"size", 4 << 20},
          {"body", std::string(64, 'c')}});
  REQUIRE(p.asked<app::effect::Send>().size() == 1);
  p.tell({{"on", "accepted"},
          {"draft", draft},
          {"number", "482177305910"},
          {"proof", "c2sp.org/tlog-proof@v1\n"},
          {"ack", "motcua.accepted/1\n482177305910\n"},
          {"salt", std::string(64, 'd')},
          {"time", p.now}});
  REQUIRE(p.path == "/ho-so/482177305910/bien-nhan");
}

void file_dossier(Person& p, std::string_view competent) {
  p.open();
  start_birth(p);
  fill_birth(p);
  add_certificate(p);
  go_to_seal(p);
  seal_and_send(p, competent);
}

}  // namespace motcua::test
