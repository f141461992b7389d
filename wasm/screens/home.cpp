#include "wasm/app/local_time.h"
#include "wasm/screens/parts.h"

namespace motcua::screens {

using namespace app;

namespace {

constexpr std::size_t most_results = 12;
constexpr std::size_t most_popular = 8;

void entry_tile(Frame& f, const catalogue::Entry& entry) {
  auto item = f.b.item(entry.code);
  const auto path = procedure_path(entry.code);
  f.b.tile("tile", entry.name.in(f.m.lang), entry.summary.in(f.m.lang), path,
           f.on(Message(msg::Visit{path})));
}

void results(Frame& f) {
  const auto hits = catalogue::search(*f.m.index, f.m.query, most_results);
  auto section = f.b.section("results");
  f.b.heading("heading", 2, f.w("home.results"));
  {
    auto status = f.b.status("count");
    f.b.text("text", hits.empty()
                         ? f.w("home.none", {{"query", f.m.query}})
                         : f.w.count("home.found", static_cast<std::int64_t>(hits.size())));
  }
  if (hits.empty()) return;
  auto list = f.b.plain_list("list", f.w("home.results"));
  for (const auto& hit : hits) entry_tile(f, *hit.entry);
}

void popular(Frame& f) {
  if (f.m.index->entries.empty()) return;
  auto section = f.b.section("popular");
  f.b.heading("heading", 2, f.w("home.popular"));
  auto list = f.b.plain_list("list", f.w("home.popular"));
  for (std::size_t i = 0; i < f.m.index->entries.size() && i < most_popular; ++i)
    entry_tile(f, f.m.index->entries[i]);
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
  if (!searching) popular(f);
}

}  // namespace motcua::screens
