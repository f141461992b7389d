#include "wasm/app/handlers.h"

namespace motcua::app {

void notify(Model& m, Effects& out, std::string news) {
  if (m.notices != "on") return;
  out.push_back(effect::Notify{std::string(words_of(m)("notices.news")), std::move(news)});
}

void on(Model& m, Effects&, const msg::NoticesAre& e) { m.notices = e.state; }

void on(Model&, Effects& out, const msg::WantNotices& e) {
  out.push_back(effect::Notices{e.on ? "on" : "off"});
}

}  // namespace motcua::app
