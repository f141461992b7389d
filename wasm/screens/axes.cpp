#include "wasm/app/axes.h"

#include "wasm/app/local_time.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

void axes(Frame& f, const Draft& draft) {
  if (draft.marks.empty()) return;
  std::vector<ui::SummaryRow> rows;
  for (const std::string_view axis : {"payment", "delivery", "synchronisation"}) {
    const auto* mark = newest_mark(draft, axis);
    if (!mark) continue;
    rows.push_back({.term = std::string(f.w("axes." + std::string(axis))),
                    .value = f.w("axes.at", {{"state", standing_of(f.w, draft, *mark)},
                                             {"time", moment_text(f.w, mark->time)}})});
  }
  f.b.heading("axes-title", 2, f.w("axes.title"));
  f.b.summary_list("axes", rows);
}

}  // namespace motcua::screens
