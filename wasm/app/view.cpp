#include "wasm/app/view.h"

#include "wasm/app/language.h"
#include "wasm/screens/screens.h"

namespace motcua::app {
namespace {

using screens::Frame;

void header(Frame& f) {
  auto head = f.b.header("header");
  f.b.wordmark("home", f.w("frame.product"), home_path,
               f.on(Message(msg::Visit{std::string(home_path)})));
  auto nav = f.b.nav("nav", f.w("frame.nav"));
  f.b.mark(ui::flag_no_print);
  const std::string dossiers(dossiers_path);
  f.b.link("dossiers", f.w("dossiers.title"), dossiers, f.on(Message(msg::Visit{dossiers})),
           ui::Variant::normal, f.m.route.page == Page::dossiers ? ui::flag_current : 0u);
  int others = 0;
  for (const auto& [code, whole] : languages) {
    if (code == f.m.lang) continue;
    const std::string other(code);
    f.b.button("language" + std::to_string(others++), f.w("language." + other, {}),
               f.on(Message(msg::ChooseLanguage{other})), ui::Variant::quiet);
    f.b.lang(code);
  }
  f.b.button("mode", f.w(f.m.page_mode ? "frame.rich_page" : "frame.plain_page"),
             f.on(Message(msg::ChooseMode{!f.m.page_mode})), ui::Variant::quiet);
}

void footer(Frame& f) {
  auto foot = f.b.footer("footer");
  f.b.mark(ui::flag_no_print);
  std::vector<ui::Option> options;
  for (const auto choice : themes)
    options.push_back({std::string(choice), std::string(f.w("theme." + std::string(choice), {}))});
  f.b.select(
      "colours",
      {.label = f.w("theme.label"),
       .options = options,
       .chosen = {&f.m.theme, 1},
       .required = false},
      f.on([](std::string_view choice) { return Message(msg::ChooseTheme{std::string(choice)}); }));
  f.b.text("about", f.w("frame.about"), ui::Variant::small);
  if (f.m.demo) f.b.text("trial", f.w("frame.trial_note"), ui::Variant::small);
}

/// A table rather than calls: each screen stays a function of its own, and those that a first
/// screen does not draw are left out of what it loads (cmake/split.cmake).
constexpr struct {
  Page page;
  void (*draw)(Frame&);
} drawn[] = {{Page::home, screens::home},          {Page::procedure, screens::procedure},
             {Page::step, screens::step},          {Page::papers, screens::papers},
             {Page::review, screens::review},      {Page::sheet, screens::check_sheet},
             {Page::seal, screens::seal},          {Page::dossiers, screens::dossiers},
             {Page::receipt, screens::receipt},    {Page::follow, screens::follow},
             {Page::keys, screens::keys},          {Page::move, screens::move},
             {Page::fetch, screens::fetch},        {Page::feedback, screens::feedback},
             {Page::slip, screens::slip},          {Page::verify, screens::verify},
             {Page::not_found, screens::not_found}};

void screen(Frame& f) {
  for (const auto& [page, draw] : drawn)
    if (page == f.m.route.page) return draw(f);
}

/// Why the file that was dropped did not go anywhere.
void dropped_beside(Frame& f) {
  if (!f.m.dropped_beside) return;
  const bool papers = f.m.route.page == Page::papers;
  auto notice = f.b.notice("dropped", ui::Kind::bad, f.w("drop.title"));
  f.b.text("text", f.w(papers ? "drop.beside" : "drop.not_here"));
}

std::string document_title(const Model& m, const Words& w) {
  const bool wrong = !m.shown.defects.empty() || m.confirm_missing;
  return w(wrong ? "frame.title_wrong" : "frame.document_title",
           {{"title", screens::page_title(m)}, {"product", w("frame.product")}});
}

}  // namespace

void view(const Model& m, ui::Tree& tree, ui::Actions<Message>& on) {
  const auto& w = words_of(m);
  if (m.words.empty()) {
    ui::Builder b(tree, "motcua", m.lang);
    return;
  }
  ui::Builder b(tree, document_title(m, w), m.lang);
  Frame f{m, w, b, on};
  b.skip_link(w("frame.skip"));
  if (m.demo) b.banner("trial", w("frame.trial"));
  header(f);
  {
    auto main = b.main();
    dropped_beside(f);
    screen(f);
  }
  footer(f);
}

}  // namespace motcua::app
