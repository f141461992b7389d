#include "wasm/gallery/gallery.h"

#include <utility>

#include "wasm/ui/components/dialog.h"

namespace motcua::gallery {

namespace {

using ui::Variant;

constexpr std::pair<const char*, const char*> kThemes[] = {
    {"auto", "Theo máy"}, {"light", "Sáng"}, {"dark", "Tối"}, {"contrast", "Tương phản cao"}};

void header(Frame& f) {
  auto head = f.b.header("header");
  f.b.wordmark("home", "motcua", "/", ui::no_action);
  auto nav = f.b.nav("nav", "Cách xem");
  f.b.button("mode", f.state.page_mode ? "Xem trang đầy đủ" : "Xem trang đơn giản",
             f.on(Change([](State& s, Effects& effects) {
               s.page_mode = !s.page_mode;
               effects.push_back(s.page_mode ? R"({"do":"mode","page":true})"
                                             : R"({"do":"mode","page":false})");
             })),
             Variant::quiet);
}

void themes(Frame& f) {
  std::vector<ui::Option> options;
  for (const auto& [key, label] : kThemes) options.push_back({key, label});
  const std::string chosen[] = {f.state.theme};
  f.b.radios("theme", {.label = "Màu của trang", .options = options, .chosen = chosen},
             f.on([](std::string_view text) {
               return Change([theme = std::string(text)](State& s, Effects& effects) {
                 s.theme = theme;
                 effects.push_back(R"({"do":"theme","choice":")" + theme + R"("})");
               });
             }));
}

ui::Action action_of(const ui::Node& node, ui::ActionKind kind) {
  switch (kind) {
    case ui::ActionKind::activate: return node.on_activate;
    case ui::ActionKind::input: return node.on_input;
    case ui::ActionKind::change: return node.on_change;
    case ui::ActionKind::blur: return node.on_blur;
    case ui::ActionKind::key: return node.on_key;
    default: return ui::no_action;
  }
}

}  // namespace

std::string Frame::value(std::string_view key) const {
  const auto found = state.values.find(key);
  return found == state.values.end() ? std::string() : found->second;
}

bool Frame::is_open(std::string_view key) const {
  const auto found = state.open.find(key);
  return found != state.open.end() && found->second;
}

ui::Action Frame::keep(std::string key) {
  return on([key = std::move(key)](std::string_view text) {
    return Change([key, text = std::string(text)](State& s, Effects&) { s.values[key] = text; });
  });
}

ui::Action Frame::flip(std::string key) {
  return on(Change([key = std::move(key)](State& s, Effects&) { s.open[key] = !s.open[key]; }));
}

ui::Action Frame::then(std::function<void(State&)> change) {
  return on(Change([change = std::move(change)](State& s, Effects&) { change(s); }));
}

Gallery::Gallery() { build(); }

void Gallery::start(std::string_view theme, bool page_mode) {
  state_.theme = theme;
  state_.page_mode = page_mode;
  build();
}

Effects Gallery::action(ui::Id id, ui::ActionKind kind, std::string_view text) {
  const ui::Node* node = tree_.find(id);
  Effects effects;
  if (!node || node->has(ui::flag_disabled)) return effects;
  if (const auto change = on_.fire(action_of(*node, kind), text)) {
    (*change)(state_, effects);
    build();
  }
  return effects;
}

void Gallery::build() {
  on_ = {};
  ui::Builder b(tree_, "Bộ phần tử – motcua", "vi");
  Frame f{state_, b, on_};
  b.skip_link("Đến nội dung chính");
  b.banner("trial", "BẢN THỬ – mọi tên ở đây đều là tên đặt ra");
  header(f);
  {
    auto main = b.main();
    b.heading("title", 1, "Bộ phần tử");
    b.text(
        "lead",
        "Mỗi phần tử trong mọi trạng thái: bình thường, có lỗi, bị khóa, chữ dài. Người thiết kế "
        "xem ở đây; các phép thử chụp ở đây.",
        Variant::lead);
    themes(f);
    for (auto section : {words, presses, text_fields, choices, dates, places, repeats, files,
                         reports, data, layers}) {
      section(f);
    }
  }
  auto footer = b.footer("footer");
  b.text("about", "Phần mềm nguồn mở cho dịch vụ công.", Variant::small);
}

}  // namespace motcua::gallery
