#include "wasm/app/axes.h"

#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

void axes(Frame& f, const Draft& draft) {
  if (draft.marks.empty()) return;
  std::vector<ui::SummaryRow> rows;
  for (const std::string_view axis : {"payment", "delivery", "synchronisation"}) {
    const auto* mark = newest_mark(draft, axis);
    if (!mark) continue;
    rows.push_back({.term = axis_words(f.w, draft, axis), .value = standing_of(f.w, draft, *mark)});
  }
  f.b.heading("axes-title", 2, f.w("axes.title"));
  f.b.summary_list("axes", rows);
}

}  // namespace motcua::screens
