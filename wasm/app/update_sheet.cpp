#include <algorithm>
#include <utility>

#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

bool shows_sheets(const Model& m) {
  if (m.route.page == Page::slip || m.route.page == Page::verify) return true;
  const auto* draft = m.route.page == Page::follow ? find_filed(m, m.route.number) : nullptr;
  return draft && std::any_of(draft->events.begin(), draft->events.end(),
                              [](const RecordEvent& e) { return !e.slip.empty(); });
}

/// Which sheet the page on the screen shows; empty for other pages.
std::string sheet_wanted(const Model& m) {
  if (!slip_here(m)) return {};
  return m.route.number + "/" + m.route.sequence + "/" + m.lang;
}

}  // namespace

void settle_sheet(Model& m, Effects& out) {
  if (m.route.page != Page::verify) m.checking = {};
  if (shows_sheets(m) && !m.sheet_words.count(m.lang))
    want(m, out, "slips/" + m.lang + ".json", "slips/" + m.lang);
  auto wanted = sheet_wanted(m);
  if (m.sheet.of == wanted) return;
  m.sheet = {};
  m.sheet.of = wanted;
  const auto* event = slip_here(m);
  if (!event) return;
  out.push_back(effect::LaySheet{.of = std::move(wanted),
                                 .slip = event->text,
                                 .language = m.lang,
                                 .code = event->proof_code,
                                 .number = m.route.number,
                                 .unit = event->unit,
                                 .body = find_filed(m, m.route.number)->sealed.body,
                                 .state = event->state});
}

void on(Model& m, Effects&, const msg::ChoosePaper& e) { m.roll = e.paper == "roll"; }

void on(Model& m, Effects& out, const msg::WritePdf&) {
  if (m.sheet.text.empty() || m.sheet.writing) return;
  m.sheet.writing = true;
  m.sheet.pdf_failed = false;
  out.push_back(effect::WritePdf{m.sheet.text, m.roll});
}

void on(Model& m, Effects&, const msg::SheetLaid& e) {
  if (e.of != m.sheet.of || e.of.empty()) return;
  const auto json = codec::json_parse(e.sheet);
  auto sheet = json ? slip::read_sheet(*json) : Result<slip::Sheet>(json.error());
  if (!sheet) {
    m.sheet.failed = {code_name(sheet.error().code), sheet.error().message, sheet.error().hint};
    return;
  }
  m.sheet.sheet = std::move(*sheet);
  m.sheet.text = e.sheet;
}

void on(Model& m, Effects&, const msg::SheetRefused& e) {
  if (e.of == m.sheet.of) m.sheet.failed = {e.code.empty() ? "other" : e.code, e.message, e.hint};
}

void on(Model& m, Effects& out, const msg::PdfWritten& e) {
  if (!std::exchange(m.sheet.writing, false)) return;
  m.sheet.pdf_failed = e.failed;
  const auto key = e.failed ? "slip.pdf_failed" : "slip.pdf_done";
  out.push_back(effect::Announce{std::string(words_of(m)(key))});
}

}  // namespace motcua::app
