#include <algorithm>

#include "wasm/app/local_time.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

constexpr std::size_t most_results = 12;

void entry_tile(Frame& f, const catalogue::Entry& entry) {
  auto item = f.b.item(entry.code);
  const auto path = procedure_path(entry.code);
  f.b.tile("tile", entry.name.in(f.m.lang), entry.summary.in(f.m.lang), path,
           f.on(Message(msg::Visit{path})));
}

bool waits(const Model& m, std::string_view name) {
  const auto wanted = m.wanted.find(name);
  return wanted != m.wanted.end() && !wanted->second.failed;
}

void results(Frame& f) {
  const auto hits = catalogue::search(*f.m.index, f.m.query, most_results);
  const bool all_known = f.m.search_known || !waits(f.m, "procedures/search");
  auto section = f.b.section("results");
  f.b.heading("heading", 2, f.w("home.results"));
  {
    auto status = f.b.status("count");
    if (!hits.empty())
      f.b.text("text", f.w.count("home.found", static_cast<std::int64_t>(hits.size())));
    else if (all_known)
      f.b.text("text", f.w("home.none", {{"query", f.m.query}}));
  }
  if (hits.empty()) return;
  auto list = f.b.plain_list("list", f.w("home.results"));
  for (const auto& hit : hits) entry_tile(f, *hit.entry);
}

/// Everything, by what happens in a life.
void life_events(Frame& f) {
  for (const auto& event : f.m.index->life_events) {
    const auto belongs = [&](const catalogue::Entry& entry) {
      return entry.life_event == event.id;
    };
    const auto& entries = f.m.index->entries;
    if (std::none_of(entries.begin(), entries.end(), belongs)) continue;
    auto section = f.b.section("event-" + event.id);
    f.b.heading("heading", 2, event.name.in(f.m.lang));
    auto list = f.b.plain_list("list", event.name.in(f.m.lang));
    for (const auto& entry : entries)
      if (belongs(entry)) entry_tile(f, entry);
  }
}

void trouble(Frame& f) {
  if (!f.m.drafts_reason.empty()) {
    auto notice = f.b.notice("unsaved", ui::Kind::warning, f.w("home.cannot_keep"));
    f.b.text("text", f.w("home.cannot_keep_text"));
  }
  if (f.m.drafts_damaged > 0) {
    auto notice = f.b.notice("damaged", ui::Kind::warning, f.w("home.damaged"));
    f.b.text("text", f.w("home.damaged_text"));
  }
}

bool has_filed(const Model& m) {
  for (const auto& [id, draft] : m.drafts)
    if (draft.stage == Stage::sent) return true;
  return false;
}

}  // namespace

void home(Frame& f) {
  if (!ready(f, {"procedures/index"})) return;
  title(f);
  f.b.text("lead", f.w("home.lead"), ui::Variant::lead);
  trouble(f);
  f.b.search_field(
      "query",
      {.label = f.w("home.search"),
       .hint = f.w("home.search_hint"),
       .value = f.m.query,
       .required = false},
      f.on([](std::string_view text) -> Message { return msg::TypeQuery{std::string(text)}; }));
  const bool searching = f.m.query.find_first_not_of(' ') != std::string::npos;
  if (searching) results(f);
  unfinished_drafts(f);
  if (has_filed(f.m)) {
    auto item = f.b.section("filed");
    const std::string path(dossiers_path);
    f.b.tile("tile", f.w("dossiers.title"), f.w("home.filed_note"), path,
             f.on(Message(msg::Visit{path})));
  }
  if (!searching) life_events(f);
}

}  // namespace motcua::screens
