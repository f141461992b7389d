#include <algorithm>

#include "wasm/app/handlers.h"

namespace motcua::app {

void on(Model& m, Effects& out, const msg::MarkSeen& e) {
  auto* draft = find_filed(m, e.number);
  if (!draft) return;
  const auto same = [&](const RecordMark& each) {
    return each.axis == e.mark.axis && each.sequence >= e.mark.sequence;
  };
  if (std::any_of(draft->marks.begin(), draft->marks.end(), same)) return;
  draft->marks.push_back(e.mark);
  weigh_statements(*draft);
  store(m, out, *draft);
  if (e.mark.axis == "synchronisation") return;  // of no concern to a person until they look
  const auto& w = words_of(m);
  const auto news = w("axes.news", {{"axis", axis_words(w, *draft, e.mark.axis)},
                                    {"state", mark_words(w, *draft, e.mark)}});
  out.push_back(effect::Announce{
      w("follow.news", {{"name", procedure_name(m, draft->procedure)}, {"state", news}})});
  notify(m, out, news);
}

}  // namespace motcua::app
