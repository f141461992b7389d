#include <utility>

#include "wasm/app/handlers.h"

namespace motcua::app {
namespace {

template <class Work>
void begin(Model& m, Effects& out, std::string_view number) {
  const auto* draft = find_filed(m, number);
  if (!draft || m.keys.busy) return;
  m.keys.busy = true;
  m.keys.failed = {};
  m.keys.run = ++m.key_runs;
  out.push_back(
      Work{draft->root, draft->hex, draft->receipt.number, draft->sealed.body, m.keys.run});
}

/// An answer to what this page asked for, not to a page that was left.
bool mine(Model& m, std::int64_t run) {
  if (m.route.page != Page::keys || !m.keys.busy || run != m.keys.run) return false;
  m.keys.busy = false;
  return true;
}

}  // namespace

void on(Model& m, Effects& out, const msg::ShowSheet& e) {
  begin<effect::MakeSheet>(m, out, e.number);
}

void on(Model& m, Effects& out, const msg::SealSheet& e) {
  begin<effect::SealSheet>(m, out, e.number);
}

void on(Model& m, Effects& out, const msg::HideSheet&) {
  m.keys.sheet.clear();
  m.keys.code.clear();
  m.keys.qr.clear();
  out.push_back(effect::Focus{.target = effect::Focus::Target::title});
}

void on(Model& m, Effects& out, const msg::SaveSheet&) {
  if (!m.keys.sheet.empty())
    out.push_back(effect::Download{"GIU-KIN-" + m.route.number + ".txt", m.keys.sheet});
}

void on(Model& m, Effects& out, const msg::SheetMade& e) {
  if (!mine(m, e.run)) return;
  m.keys.sheet = e.sheet;
  m.keys.code = e.code;
  m.keys.qr = e.qr;
  out.push_back(effect::Announce{std::string(words_of(m)("keys.sheet_here"))});
}

void on(Model& m, Effects& out, const msg::SheetSealed& e) {
  if (!mine(m, e.run)) return;
  m.keys.passphrase = e.passphrase;
  out.push_back(effect::Download{"GIU-KIN-" + m.route.number + ".age", e.age});
  out.push_back(effect::Announce{std::string(words_of(m)("keys.file_here"))});
}

void keys_failed(Model& m, Effects& out, const msg::KeyWorkFailed& e) {
  if (!mine(m, e.run)) return;
  m.keys.failed = {e.code, e.message, e.hint};
  out.push_back(effect::Focus{.target = effect::Focus::Target::errors});
}

void on(Model& m, Effects& out, const msg::SaveSigned& e) {
  const auto* draft = find_filed(m, e.number);
  if (!draft || draft->sealed.envelope.empty()) return;
  const auto name = e.number + ".json";
  out.push_back(e.signature ? effect::Download{name + ".minisig", draft->sealed.signature}
                            : effect::Download{name, draft->sealed.envelope});
}

}  // namespace motcua::app
