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
  out.push_back(Work{draft->root, draft->hex, draft->receipt.number, draft->sealed.body});
}

/// The dossier of the keys' page, if it is the one with this id.
const Draft* shown(const Model& m, std::string_view hex) {
  if (m.route.page != Page::keys) return nullptr;
  const auto* draft = find_filed(m, m.route.number);
  return draft && draft->hex == hex ? draft : nullptr;
}

}  // namespace

void on(Model& m, Effects& out, const msg::ShowSheet& e) {
  begin<effect::MakeSheet>(m, out, e.number);
}

void on(Model& m, Effects& out, const msg::SealSheet& e) {
  begin<effect::SealSheet>(m, out, e.number);
}

void on(Model& m, Effects& out, const msg::HideSheet&) {
  m.keys = {};
  out.push_back(effect::Focus{.target = effect::Focus::Target::title});
}

void on(Model& m, Effects& out, const msg::SaveSheet&) {
  if (!m.keys.sheet.empty())
    out.push_back(effect::Download{"GIU-KIN-" + m.route.number + ".txt", m.keys.sheet});
}

void on(Model& m, Effects& out, const msg::SheetMade& e) {
  if (!shown(m, e.draft)) return;
  m.keys.busy = false;
  m.keys.sheet = e.sheet;
  m.keys.code = e.code;
  m.keys.qr = e.qr;
  out.push_back(effect::Announce{std::string(words_of(m)("keys.sheet_here"))});
}

void on(Model& m, Effects& out, const msg::SheetSealed& e) {
  const auto* draft = shown(m, e.draft);
  if (!draft) return;
  m.keys.busy = false;
  m.keys.passphrase = e.passphrase;
  out.push_back(effect::Download{"GIU-KIN-" + draft->receipt.number + ".age", e.age});
  out.push_back(effect::Announce{std::string(words_of(m)("keys.file_here"))});
}

void on(Model& m, Effects& out, const msg::SaveSigned& e) {
  const auto* draft = find_filed(m, e.number);
  if (!draft || draft->sealed.envelope.empty()) return;
  const auto name = e.number + ".json";
  out.push_back(e.signature ? effect::Download{name + ".minisig", draft->sealed.signature}
                            : effect::Download{name, draft->sealed.envelope});
}

}  // namespace motcua::app
