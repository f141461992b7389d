#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

/// A person on the papers page of a filled-in dossier.
void arrive_at_papers(Person& p) {
  p.open();
  start_birth(p);
  fill_birth(p);
}

void arrive_at_seal(Person& p) {
  arrive_at_papers(p);
  add_certificate(p);
  go_to_seal(p);
}

}  // namespace

TEST_CASE("papers: progress, refusal in plain words, removal", "[app]") {
  Device device;
  Person p(device);
  arrive_at_papers(p);
  p.attach("Giấy chứng sinh");
  REQUIRE(p.asked<effect::KeepFiles>().size() == 1);
  CHECK(p.asked<effect::KeepFiles>()[0].component == "giay-chung-sinh");
  CHECK(p.asked<effect::KeepFiles>()[0].node == p.tree().field("Giấy chứng sinh")->id);

  p.tell({{"on", "file_progress"},
          {"draft", p.draft()},
          {"component", "giay-chung-sinh"},
          {"key", "k0"},
          {"title", "ảnh.jpg"},
          {"done", 512},
          {"total", 1024}});
  const auto* bar = p.tree().find(ui::Role::progress, "Đang thêm “ảnh.jpg”");
  REQUIRE(bar != nullptr);
  CHECK(bar->value == "50");
  p.press("Tiếp tục");
  CHECK(p.title() == "Thêm giấy tờ");  // not while a file is on its way

  p.tell({{"on", "file_refused"},
          {"draft", p.draft()},
          {"component", "giay-chung-sinh"},
          {"key", "k0"},
          {"title", "ảnh.jpg"},
          {"code", "mismatch"},
          {"message", "x"}});
  CHECK(p.sees("Chưa thêm được “ảnh.jpg”"));
  CHECK(p.sees("bên trong là loại khác"));
  CHECK(p.tree().find(ui::Role::progress, "Đang thêm “ảnh.jpg”") == nullptr);

  p.press("Tiếp tục");
  CHECK(p.title() == "Thêm giấy tờ");
  CHECK(p.sees("Có chỗ cần bạn xem lại"));

  add_certificate(p);
  CHECK(p.sees("giấy chứng sinh.pdf (3 MB)"));
  CHECK_FALSE(p.sees("Có chỗ cần bạn xem lại"));
  p.press("Bỏ “giấy chứng sinh.pdf”");
  CHECK(p.asked<effect::DropFile>().back().key == "k1");
  CHECK_FALSE(p.sees("giấy chứng sinh.pdf (3 MB)"));
  CHECK(p.focused() == "Giấy chứng sinh");
}

TEST_CASE("a file that arrives for a deleted draft is dropped", "[app]") {
  Device device;
  Person p(device);
  p.open();
  p.tell({{"on", "file_kept"}, {"draft", "gone"}, {"key", "k9"}, {"title", "x.pdf"}});
  REQUIRE(p.asked<effect::DropFile>().size() == 1);
  CHECK(p.asked<effect::DropFile>()[0].key == "k9");
}

TEST_CASE("check your answers shows everything, leads to each answer and blocks", "[app]") {
  Device device;
  Person p(device);
  arrive_at_papers(p);
  add_certificate(p);
  p.press("Tiếp tục");
  CHECK(p.title() == "Kiểm tra lại");
  CHECK(p.sees("Trần Nguyễn Thử An"));
  CHECK(p.sees("05/11/2026"));
  CHECK(p.sees("Ủy ban nhân dân xã Mây Trắng"));
  CHECK(p.sees("giấy chứng sinh.pdf (3 MB)"));
  CHECK_FALSE(p.sees("Cần sửa các chỗ sau"));
  CHECK(p.sees("Không có thông tin về cha"));       // ticked
  CHECK_FALSE(p.sees("Không có thông tin về mẹ"));  // an empty box is not an answer

  // Back in a step, an answer is emptied; the other steps stay as they are.
  p.back("/nop/" + p.draft() + "/child");
  p.type("Họ, chữ đệm và tên của bé", "");
  p.back("/nop/" + p.draft() + "/kiem-tra");
  CHECK(p.sees("Cần sửa các chỗ sau trước khi nộp"));
  p.press("Đúng rồi, tiếp tục");
  CHECK(p.title() == "Kiểm tra lại");
  CHECK(p.tree().find(p.asked<effect::Focus>().back().node)->role == ui::Role::alert);

  const auto* alert = p.tree().find(ui::Role::alert, "");
  const int at = static_cast<int>(alert - p.tree().nodes.data());
  std::string link;
  for (const auto& node : p.tree().nodes)
    if (node.role == ui::Role::link && &node > alert && link.empty()) link = node.name;
  CHECK(p.tree().text(at).find(link) != std::string::npos);
  p.press(link);
  CHECK(p.title() == "Em bé");
  CHECK(p.focused() == "Họ, chữ đệm và tên của bé");
  p.type("Họ, chữ đệm và tên của bé", "Trần Thử Bình");
  p.press("Lưu và về trang kiểm tra");
  CHECK(p.title() == "Kiểm tra lại");
  CHECK(p.sees("Trần Thử Bình"));
}

TEST_CASE("the seal page says who reads and wants the box ticked by hand", "[app]") {
  Device device;
  Person p(device);
  arrive_at_papers(p);
  add_certificate(p);
  p.press("Tiếp tục");
  p.press("Đúng rồi, tiếp tục");
  CHECK(p.sees("Ủy ban nhân dân xã Mây Trắng"));
  CHECK(p.sees("Trung tâm Phục vụ hành chính công tỉnh Sông Xanh"));
  CHECK(p.sees("Thông tin của bạn được dùng thế nào"));
  CHECK(p.sees("1 tệp, tất cả 3 MB"));
  const auto label = "Tôi xác nhận những điều đã điền là đúng và đồng ý nộp hồ sơ này.";
  CHECK_FALSE(p.tree().find(ui::Role::checkbox, label)->has(ui::flag_checked));
  p.press("Xác nhận và niêm phong");
  CHECK(p.asked<effect::Keys>().empty());
  CHECK(p.sees("Bạn hãy đánh dấu vào ô xác nhận"));
  CHECK(p.tree().find(p.asked<effect::Focus>().back().node)->role == ui::Role::alert);
  p.tick(label);
  p.press("Xác nhận và niêm phong");
  CHECK(p.asked<effect::Seal>().size() == 1);
}

TEST_CASE("the plan holds what the sealing job wants", "[app]") {
  Device device;
  Person p(device);
  arrive_at_seal(p);
  p.press("Xác nhận và niêm phong");
  REQUIRE(p.asked<effect::Seal>().size() == 1);
  const auto seal = p.asked<effect::Seal>()[0];
  const auto& plan = seal.plan;
  CHECK(seal.draft == p.draft());
  CHECK(plan["root"].get<std::string>().size() == 64);
  CHECK(plan["draft"].get<std::string>().size() == 32);
  CHECK(plan["key"].get<std::string>().size() == 32);
  CHECK(plan["time"] == p.now);
  CHECK(plan["procedure"] == Json{{"code", "1.001193"}, {"version", "2026-07-01"}});
  CHECK(plan["units"] == Json{{"list", "demo-1"}, {"receiving", "99001"}, {"competent", "99901"}});
  CHECK(plan["recipients"] == Json::array({"age1pq99001", "age1pq99901"}));
  CHECK(plan["applicant"] == Json{{"name", "Nguyễn Thị Thử"}, {"id", "999196000012"}});
  CHECK(plan["submitter"] == plan["applicant"]);
  CHECK(plan["notices"][0]["id"] == "privacy");
  CHECK(plan["notices"][0]["shown"] == p.now);
  CHECK(plan["attachments"][0]["secret"] == std::string(64, 'b'));
  const auto form = Json::parse(plan["form_json"].get<std::string>());
  CHECK(form["form"] == "birth/1");
  CHECK(form["values"]["child.name"] == "Trần Nguyễn Thử An");
  CHECK(form["values"]["child.birth"] == "2026-11-05");
  CHECK(form["values"]["requester.phone"] == "0900000000");
  CHECK(form["values"]["father.unknown"] == true);
  CHECK_FALSE(form["values"].contains("father.name"));
}

TEST_CASE("progress is told in two phases, waiting for the network included", "[app]") {
  Device device;
  Person p(device);
  arrive_at_seal(p);
  const auto id = p.draft();
  p.press("Xác nhận và niêm phong");
  CHECK(p.sees("Việc 1/2: Niêm phong"));
  p.tell({{"on", "seal_progress"},
          {"draft", id},
          {"done", 1 << 20},
          {"total", 4 << 20},
          {"bytes_per_s", 1048576.5}});
  const auto* bar = p.tree().find(ui::Role::progress, "Đang niêm phong hồ sơ");
  REQUIRE(bar != nullptr);
  CHECK(bar->value == "25");
  CHECK(p.sees("1 MB / 4 MB, còn dưới 10 giây"));
  CHECK_FALSE(p.sees(ui::Role::button, "Xác nhận và niêm phong"));

  p.tell({{"on", "sealed"},
          {"draft", id},
          {"envelope", "{}"},
          {"signature", "s"},
          {"file", id},
          {"size", 4 << 20},
          {"body", std::string(64, 'c')}});
  CHECK(p.sees("Việc 2/2: Gửi"));
  p.tell({{"on", "send_progress"},
          {"draft", id},
          {"done", 2 << 20},
          {"total", 4 << 20},
          {"state", "sending"}});
  CHECK(p.tree().find(ui::Role::progress, "Đang gửi hồ sơ")->value == "50");
  p.tell({{"on", "send_progress"},
          {"draft", id},
          {"done", 2 << 20},
          {"total", 4 << 20},
          {"state", "waiting"}});
  CHECK(p.sees("Đang chờ mạng"));
  CHECK(p.heard() == "Đang chờ mạng");
  p.tell({{"on", "send_progress"},
          {"draft", id},
          {"done", 3 << 20},
          {"total", 4 << 20},
          {"state", "sending"}});
  CHECK(p.heard() == "Có mạng lại, đang gửi tiếp");
}

TEST_CASE("a sealing that fails says why, keeps everything and can be repeated", "[app]") {
  Device device;
  Person p(device);
  arrive_at_seal(p);
  p.press("Xác nhận và niêm phong");
  p.tell({{"on", "seal_failed"},
          {"draft", p.draft()},
          {"code", "quota"},
          {"message", "no room"},
          {"hint", "free some"}});
  CHECK(p.sees("Chưa niêm phong được hồ sơ"));
  CHECK(p.sees("không còn đủ chỗ trống"));
  CHECK(p.sees("vẫn còn nguyên trên máy này"));
  p.press("Xác nhận và niêm phong");
  CHECK(p.asked<effect::Seal>().size() == 2);
  p.back("/nop/" + p.draft() + "/child");
  CHECK(p.value("Họ, chữ đệm và tên của bé") == "Trần Nguyễn Thử An");
}

TEST_CASE("without a verified directory nothing is sealed, and it can be fetched later", "[app]") {
  Device device;
  std::string path;
  {
    Person p(device);
    arrive_at_papers(p);
    add_certificate(p);
    p.press("Tiếp tục");
    path = "/nop/" + p.draft() + "/niem-phong";
  }
  Person p(device);
  p.directory_reachable = false;
  p.open(path);
  CHECK(p.sees("Chưa mở được trang này"));
  p.directory_reachable = true;
  p.press("Thử lại");
  CHECK(p.sees("Ai mở được hồ sơ này"));
}

TEST_CASE("a reload while sending goes on by itself; a sealed dossier cannot be changed", "[app]") {
  Device device;
  std::string id;
  {
    Person p(device);
    arrive_at_seal(p);
    id = p.draft();
    p.press("Xác nhận và niêm phong");
    p.tell({{"on", "sealed"},
            {"draft", id},
            {"envelope", "{\"e\":1}"},
            {"signature", "s"},
            {"file", id},
            {"size", 9},
            {"body", std::string(64, 'c')}});
  }
  Person p(device);
  p.open("/nop/" + id + "/child");
  CHECK(p.path == "/nop/" + id + "/niem-phong");
  REQUIRE(p.asked<effect::Send>().size() == 1);
  CHECK(p.asked<effect::Send>()[0].envelope == "{\"e\":1}");
  CHECK(p.sees("Việc 2/2: Gửi"));
}

TEST_CASE("a refused dossier can be sent again, or opened and sealed anew under a new id",
          "[app]") {
  Device device;
  Person p(device);
  arrive_at_seal(p);
  const auto id = p.draft();
  p.press("Xác nhận và niêm phong");
  const auto first = p.asked<effect::Seal>()[0].plan["draft"];
  p.tell({{"on", "sealed"},
          {"draft", id},
          {"envelope", "{}"},
          {"signature", "s"},
          {"file", "f1"},
          {"size", 9},
          {"body", std::string(64, 'c')}});
  p.tell({{"on", "send_failed"}, {"draft", id}, {"code", "signature"}, {"message", "x"}});
  CHECK(p.sees("Nơi tiếp nhận chưa nhận được hồ sơ"));
  p.press("Gửi lại");
  CHECK(p.asked<effect::Send>().size() == 2);
  p.tell({{"on", "send_failed"}, {"draft", id}, {"code", "signature"}, {"message", "x"}});
  p.press("Mở ra sửa rồi niêm phong lại");
  CHECK(p.asked<effect::DropSealed>().back().file == "f1");
  CHECK(p.title() == "Kiểm tra lại");
  CHECK(p.sees("Trần Nguyễn Thử An"));
  p.press("Đúng rồi, tiếp tục");
  p.tick("Tôi xác nhận những điều đã điền là đúng và đồng ý nộp hồ sơ này.");
  p.press("Xác nhận và niêm phong");
  REQUIRE(p.asked<effect::Seal>().size() == 2);
  CHECK(p.asked<effect::Seal>()[1].plan["draft"] != first);
}
