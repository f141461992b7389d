#include <algorithm>

#include "wasm/gallery/gallery.h"
#include "wasm/ui/components/repeat.h"

namespace motcua::gallery {

namespace {

std::string focus(ui::Id id) { return R"({"do":"focus","node":)" + std::to_string(id) + "}"; }

Change removal(std::string key) {
  return [key = std::move(key)](State& s, Effects& effects) {
    const auto at = std::find(s.children.begin(), s.children.end(), key);
    if (at == s.children.end()) return;
    const ui::Id next =
        ui::focus_after_removal(s.children, std::size_t(at - s.children.begin()), "con.add");
    s.children.erase(at);
    effects.push_back(focus(next));
  };
}

}  // namespace

void repeats(Frame& f) {
  auto section = f.b.section("repeats");
  f.b.heading("h2", 2, "Nhóm lặp lại");
  int number = 0;
  for (const std::string& key : f.state.children) {
    const std::string words = "Người con thứ " + std::to_string(++number);
    const std::string remove = "Bỏ người con thứ " + std::to_string(number);
    auto group = ui::repeat_item(f.b, {key, words, remove}, f.on(removal(key)));
    const std::string name = f.value(key + ".name"), year = f.value(key + ".year");
    f.b.text_field(key + ".name", {.label = "Họ, chữ đệm và tên", .value = name},
                   f.keep(key + ".name"));
    f.b.text_field(key + ".year",
                   {.label = "Năm sinh", .value = year, .inputmode = "numeric", .chars = 4},
                   f.keep(key + ".year"));
  }
  ui::repeat_add(f.b, "con.add", "Thêm một người con", f.on(Change([](State& s, Effects& effects) {
    s.children.push_back("con." + std::to_string(s.next_child++));
    effects.push_back(focus(ui::field_id(s.children.back() + ".name")));
  })));
}

}  // namespace motcua::gallery
