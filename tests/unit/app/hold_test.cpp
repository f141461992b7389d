// A draft that is open in several tabs: one of them changes it, the others follow, nothing is lost.

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/app/person.h"

using namespace motcua;
using namespace motcua::test;
namespace effect = motcua::app::effect;

namespace {

/// A device with one dossier begun, and the address of its first step.
std::string begin(Device& device) {
  Person p(device);
  p.open();
  start_birth(p);
  p.type("Quê quán của bé", "Xã Mây Trắng");
  return p.path;
}

constexpr auto away = "Hồ sơ này đang mở ở một trang khác";

}  // namespace

TEST_CASE("a draft that another tab has can be read about, not changed", "[hold]") {
  Device device;
  const auto path = begin(device);
  const auto before = device;
  Person second(device);
  second.elsewhere = true;
  second.open(path);
  CHECK(second.title() == away);
  CHECK(second.focused() == away);
  CHECK(second.tree().field("Quê quán của bé") == nullptr);
  CHECK(device == before);

  second.press("Làm tiếp ở đây");
  CHECK(second.asked<effect::TakeDraft>().size() == 1);
  CHECK(second.heard() == "Bước 1/8: Em bé");
  CHECK(second.focused() == "Em bé");
  CHECK(second.value("Quê quán của bé") == "Xã Mây Trắng");
  second.type("Quê quán của bé", "Xã Mây Trắng, tỉnh Sông Xanh");
  CHECK(device != before);
}

TEST_CASE(
    "an address of a step that does not exist leads to where the person was, however late the "
    "form comes",
    "[app]") {
  Device device;
  std::string id;
  {
    Person p(device);
    p.open();
    start_birth(p);
    fill_birth(p);
    p.back(p.path.substr(0, p.path.rfind('/')) + "/mother");
    REQUIRE(p.title() == "Mẹ của bé");
    p.type("Họ, chữ đệm và tên của mẹ", "Nguyễn Thị Thử Hai");
    id = p.draft();
  }
  Person again(device);
  again.late = {"form"};
  again.open("/nop/" + id + "/khong-co");
  CHECK(again.title() != "Mẹ của bé");
  again.come();
  CHECK(again.title() == "Mẹ của bé");
}

TEST_CASE("what the other tab saved is what is taken over", "[hold]") {
  Device device;
  const auto path = begin(device);
  Person first(device), second(device);
  first.open(path);
  second.elsewhere = true;
  second.open(path);
  first.type("Quê quán của bé", "Xã Đầu Mây");
  const auto id = first.draft();
  second.tell({{"on", "draft_changed"}, {"draft", id}, {"json", device[id]}});
  CHECK(second.title() == away);

  first.tell({{"on", "asked_for"}, {"draft", id}, {"force", true}});
  REQUIRE(first.asked<effect::LetGoDraft>().size() == 1);
  CHECK(first.title() == away);
  first.forget();
  second.press("Làm tiếp ở đây");
  CHECK(second.value("Quê quán của bé") == "Xã Đầu Mây");
  CHECK(first.asked<effect::SaveDraft>().empty());

  // The second tab is closed: the first one goes on with what it left.
  second.type("Quê quán của bé", "Xã Cuối Mây");
  first.tell({{"on", "held"}, {"draft", id}, {"json", device[id]}});
  CHECK(first.title() == "Em bé");
  CHECK(first.value("Quê quán của bé") == "Xã Cuối Mây");
}

TEST_CASE("a tab lets go by itself of what nobody looks at, and never in the middle of work",
          "[hold]") {
  Device device;
  const auto path = begin(device);
  Person p(device);
  p.open(path);
  const auto id = p.draft();
  p.tell({{"on", "asked_for"}, {"draft", id}, {"force", false}});
  CHECK(p.asked<effect::LetGoDraft>().empty());  // somebody is at it here
  p.press("motcua");
  p.tell({{"on", "asked_for"}, {"draft", id}, {"force", false}});
  CHECK(p.asked<effect::LetGoDraft>().size() == 1);

  Person busy(device);
  busy.open(path);
  const auto file = Json{{"on", "file_progress"},
                         {"draft", id},
                         {"component", "giay-chung-sinh"},
                         {"key", "k"},
                         {"title", "a"},
                         {"done", 1},
                         {"total", 2}};
  busy.tell(file);
  busy.tell({{"on", "asked_for"}, {"draft", id}, {"force", true}});
  CHECK(busy.asked<effect::LetGoDraft>().empty());
  busy.tell({{"on", "file_kept"}, {"draft", id}, {"component", "giay-chung-sinh"}, {"key", "k"}});
  CHECK(busy.asked<effect::LetGoDraft>().size() == 1);
  CHECK(device[id].find("\"key\":\"k\"") != std::string::npos);
}

TEST_CASE("what other tabs begin, file and delete shows here", "[hold]") {
  Device device;
  Person watching(device);
  watching.open();
  CHECK_FALSE(watching.sees("Hồ sơ đang làm dở"));
  begin(device);
  const auto& [id, json] = *device.begin();
  watching.tell({{"on", "draft_changed"}, {"draft", id}, {"json", json}});
  CHECK(watching.sees("Hồ sơ đang làm dở"));
  watching.press("Làm tiếp");
  CHECK(watching.title() == "Em bé");
  watching.tell(
      {{"on", "draft_changed"}, {"draft", id}, {"json", json}});  // held here: ours is newer
  CHECK(watching.title() == "Em bé");
  watching.tell({{"on", "draft_changed"}, {"draft", id}, {"json", ""}});
  CHECK(watching.title() == "Không thấy hồ sơ này trên máy");
}

TEST_CASE("a file dropped beside its box is told, until the page is another", "[app]") {
  Device device;
  Person p(device);
  p.open();
  p.tell({{"on", "dropped_beside"}});
  CHECK(p.sees("Trang này không nhận tệp"));
  start_birth(p);
  CHECK_FALSE(p.sees("Tệp chưa được thêm"));
  fill_birth(p);
  p.tell({{"on", "dropped_beside"}});
  CHECK(p.sees("Bạn thả tệp vào đúng ô"));
  CHECK(p.tree().find(ui::Role::alert, "") != nullptr);
  add_certificate(p);
  CHECK_FALSE(p.sees("Tệp chưa được thêm"));
}
