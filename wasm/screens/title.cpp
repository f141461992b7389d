#include "shared/form/schema.h"
#include "wasm/app/states.h"
#include "wasm/screens/screens.h"

namespace motcua::screens {

using namespace app;

namespace {

std::string_view missing_draft(const Model& m) {
  const auto* draft = current_draft(m);
  if (!draft) return "missing.draft_title";
  const auto hold = m.holds.find(draft->id);
  const bool away =
      hold != m.holds.end() && (hold->second == Hold::elsewhere || hold->second == Hold::coming);
  return draft->stage == Stage::editing && away ? "elsewhere.title" : "";
}

/// The words' key for an address that is well formed but leads to nothing; empty = it leads
/// somewhere.
std::string_view missing(const Model& m) {
  switch (m.route.page) {
    case Page::procedure:
      return m.index && !catalogue::find_entry(*m.index, m.route.code) ? "missing.title" : "";
    case Page::step:
    case Page::papers:
    case Page::review:
    case Page::sheet:
    case Page::seal: return m.drafts_known ? missing_draft(m) : "";
    case Page::receipt:
    case Page::keys:
    case Page::follow:
    case Page::feedback:
      return m.drafts_known && !find_filed(m, m.route.number) ? "missing.title" : "";
    case Page::slip: return m.drafts_known && !slip_here(m) ? "missing.title" : "";
    case Page::home:
    case Page::verify:
    case Page::move:
    case Page::fetch:
    case Page::dossiers: return "";
    case Page::not_found: break;
  }
  return "missing.title";
}

}  // namespace

std::string page_title(const Model& m) {
  const auto& w = words_of(m);
  if (const auto key = missing(m); !key.empty()) return std::string(w(key));
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
    case Page::sheet: return std::string(w("check_sheet.title"));
    case Page::seal: return std::string(w("seal.title"));
    case Page::dossiers: return std::string(w("dossiers.title"));
    case Page::receipt: return std::string(w("receipt.title"));
    case Page::follow: return std::string(w("follow.title"));
    case Page::keys: return std::string(w("keys.title"));
    case Page::feedback: return std::string(w("feedback.title"));
    case Page::slip: {
      const auto* event = slip_here(m);
      if (m.sheet.sheet) return m.sheet.sheet->title;
      return event ? state_words(w, event->state, event->status) : std::string(w("follow.title"));
    }
    case Page::verify: return std::string(w("dossiers.verify"));
    case Page::move: return std::string(w("move.title"));
    case Page::fetch: return std::string(w("fetch.title"));
    case Page::not_found: break;
  }
  return std::string(w("missing.title"));
}

}  // namespace motcua::screens
