#include "wasm/app/app.h"
#include "wasm/browser/program.h"

namespace motcua::browser {

namespace {

class Application : public Program {
 public:
  void start(std::string_view json, Emit emit) override { hand(app_.start(json), emit); }
  void text(std::string_view as, std::string_view text, Emit emit) override {
    hand(app_.text(as, text), emit);
  }
  void message(std::string_view json, Emit emit) override { hand(app_.message(json), emit); }
  void action(ui::Id id, ui::ActionKind kind, std::string_view text, Emit emit) override {
    hand(app_.action(id, kind, text), emit);
  }
  ui::Tree& view() override { return app_.view(); }

 private:
  static void hand(const app::Effects& effects, Emit emit) {
    for (const app::Effect& effect : effects) emit(app::encode(effect));
  }

  app::App app_;
};

}  // namespace

std::unique_ptr<Program> make_program() { return std::make_unique<Application>(); }

}  // namespace motcua::browser
