#include "wasm/app/handlers.h"
#include "wasm/app/states.h"

namespace motcua::app {

void notify(Model& m, Effects& out, const RecordEvent& event) {
  if (m.notices != "on") return;
  const auto& w = words_of(m);
  out.push_back(
      effect::Notify{std::string(w("notices.news")), state_words(w, event.state, event.status)});
}

void on(Model& m, Effects&, const msg::NoticesAre& e) { m.notices = e.state; }

void on(Model&, Effects& out, const msg::WantNotices& e) {
  out.push_back(effect::Notices{e.on ? "on" : "off"});
}

}  // namespace motcua::app
