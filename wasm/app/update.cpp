#include "wasm/app/update.h"

#include "wasm/app/handlers.h"
#include "wasm/app/language.h"

namespace motcua::app {

void start(Model& m, const Opening& opening, Effects& out) {
  m.lang = language_of(opening.lang).code;
  m.demo = opening.demo;
  m.page_mode = opening.page_mode;
  m.theme = known_theme(opening.theme);
  m.now = opening.now;
  m.ms = opening.ms;
  m.official_codes.insert(opening.official.begin(), opening.official.end());
  m.route = parse_route(opening.path);
  for (const auto& asset : opening.assets) on(m, out, asset);
  out.push_back(effect::LoadDrafts{});
  settle(m, out);
}

void update(Model& m, const Message& message, Effects& out) {
  std::visit([&](const auto& e) { on(m, out, e); }, message.any());
  settle(m, out);
}

}  // namespace motcua::app
