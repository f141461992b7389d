#include "shared/form/schema.h"
#include "wasm/app/states.h"
#include "wasm/screens/screens.h"

namespace motcua::screens {

using namespace app;

std::string page_title(const Model& m) {
  const auto& w = words_of(m);
  switch (m.route.page) {
    case Page::home: return std::string(w("home.title"));
    case Page::procedure: return procedure_name(m, m.route.code);
    case Page::step: {
      const auto* draft = current_draft(m);
      const auto* schema = draft ? schema_of(m, *draft) : nullptr;
      const auto* step = schema ? form::find_step(*schema, m.route.step) : nullptr;
      return step ? step->title.in(m.lang) : std::string(w("form.title"));
    }
    case Page::papers: return std::string(w("papers.title"));
    case Page::review: return std::string(w("review.title"));
    case Page::seal: return std::string(w("seal.title"));
    case Page::dossiers: return std::string(w("dossiers.title"));
    case Page::receipt: return std::string(w("receipt.title"));
    case Page::follow: return std::string(w("follow.title"));
    case Page::not_found: break;
  }
  return std::string(w("missing.title"));
}

}  // namespace motcua::screens
