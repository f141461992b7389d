#include <algorithm>
#include <iterator>

#include "shared/text/utf8.h"
#include "wasm/app/handlers.h"
#include "wasm/app/language.h"

namespace motcua::app {
namespace {

constexpr std::size_t max_query = 200;  // code points

/// The page is another one now: what belonged to the old one goes.
void arrive(Model& m, Route route) {
  if (route.draft != m.route.draft) ++m.revision_base;
  if (m.shown.draft != route.draft) m.shown = {};
  m.route = std::move(route);
  m.arriving = true;
  m.asking_delete.clear();
  m.confirmed = false;
  m.confirm_missing = false;
  m.start_failed = false;
  m.dropped_beside = false;
  m.keys = {};
  m.moving = {};
  m.fetching = {};
  m.fetched.here = m.fetched.here && m.route.page == Page::dossiers;
  // Asked for again on every visit: the other tab may be done with it.
  const auto hold = m.holds.find(m.route.draft);
  if (hold != m.holds.end() && hold->second != Hold::here) m.holds.erase(hold);
}

}  // namespace

void go(Model& m, Effects& out, std::string_view path, bool replace) {
  Route route = parse_route(path);
  if (!(route == m.route)) arrive(m, std::move(route));
  m.from_top = true;
  out.push_back(effect::GoTo{std::string(path), replace});
}

void on(Model& m, Effects& out, const msg::Visit& e) { go(m, out, e.path); }

void on(Model& m, Effects&, const msg::Navigated& e) {
  Route route = parse_route(e.path);
  if (!(route == m.route)) arrive(m, std::move(route));
  m.from_top = false;  // the browser restores the scroll position
}

void on(Model& m, Effects& out, const msg::ChooseLanguage& e) {
  m.lang = language_of(e.lang).code;
  const auto words = m.wanted.find("words/" + m.lang);
  if (words != m.wanted.end() && words->second.failed) m.wanted.erase(words);
  out.push_back(effect::Language{m.lang});
}

void on(Model& m, Effects& out, const msg::ChooseMode& e) {
  m.page_mode = e.page;
  out.push_back(effect::Mode{e.page});
}

std::string known_theme(std::string_view choice) {
  const bool known = std::find(std::begin(themes), std::end(themes), choice) != std::end(themes);
  return std::string(known ? choice : themes[0]);
}

void on(Model& m, Effects& out, const msg::ChooseTheme& e) {
  m.theme = known_theme(e.choice);
  out.push_back(effect::Theme{m.theme});
}

void on(Model& m, Effects&, const msg::TypeQuery& e) {
  // Words that did not come are asked for again with the next letter.
  const auto words = m.wanted.find("procedures/search");
  if (words != m.wanted.end() && words->second.failed) m.wanted.erase(words);
  m.query = text::first_points(e.text, max_query);
}

void on(Model& m, Effects& out, const msg::PrintPage&) {
  out.push_back(effect::Print{.roll = m.roll});
}

}  // namespace motcua::app
