#include "wasm/browser/program.h"
#include "shared/codec/json.h"
#include "wasm/gallery/gallery.h"

namespace motcua::browser {

namespace {

class GalleryPage : public Program {
 public:
  void start(std::string_view json, Emit) override {
    const auto opening = codec::Json::parse(json, nullptr, false);
    if (!opening.is_object()) return;
    const auto theme = opening.find("theme");
    const auto page = opening.find("page");
    gallery_.start(theme != opening.end() && theme->is_string()
                       ? theme->get_ref<const std::string&>()
                       : std::string("auto"),
                   page != opening.end() && page->is_boolean() && page->get<bool>());
  }
  void text(std::string_view, std::string_view, Emit) override {}
  void message(std::string_view, Emit) override {}
  void action(ui::Id id, ui::ActionKind kind, std::string_view text, Emit emit) override {
    for (const std::string& effect : gallery_.action(id, kind, text)) emit(effect);
  }
  ui::Tree& view() override { return gallery_.view(); }

 private:
  gallery::Gallery gallery_;
};

}  // namespace

std::unique_ptr<Program> make_program() { return std::make_unique<GalleryPage>(); }

}  // namespace motcua::browser
