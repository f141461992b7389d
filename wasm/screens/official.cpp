#include <array>

#include "shared/catalogue/official_compare.h"
#include "shared/form/date.h"
#include "wasm/app/deadline.h"
#include "wasm/app/quantity.h"
#include "wasm/screens/parts.h"
#include "wasm/screens/procedure_parts.h"
#include "wasm/ui/components/details.h"
#include "wasm/ui/components/table.h"

namespace motcua::screens {

using namespace app;
using catalogue::Channel;
using catalogue::OfficialRecord;

namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : std::string(between)) + text;
  return all;
}

std::string_view channel_key(Channel channel) {
  switch (channel) {
    case Channel::online: return "official.online";
    case Channel::post: return "official.post";
    case Channel::counter: break;
  }
  return "official.counter";
}

std::string time_words(Frame& f, const OfficialRecord::Method& method) {
  using Unit = OfficialRecord::Unit;
  if (method.time == 0) return std::string(f.w("official.no_time"));
  switch (method.unit) {
    case Unit::hours: return f.w.count("deadline.hours", method.time);
    case Unit::days: return f.w.count("deadline.days", method.time);
    case Unit::working_days: return f.w.count("deadline.working_days", method.time);
    case Unit::other: break;
  }
  return f.w("official.no_unit", {{"n", std::to_string(method.time)}});
}

std::string fee_words(Frame& f, const OfficialRecord::Method& method) {
  std::vector<std::string> values;
  for (const auto& fee : method.fees) values.push_back(number_text(f.w, fee.value));
  return joined(values, "; ");
}

/// What the record says for each way of filing.
std::string by_channel(Frame& f, const OfficialRecord& record,
                       std::string (*words)(Frame&, const OfficialRecord::Method&)) {
  std::vector<std::string> parts;
  for (const auto& method : record.methods)
    parts.push_back(f.w(channel_key(method.channel), {{"what", words(f, method)}}));
  return joined(parts, "; ");
}

struct Row {
  std::string_view key;
  std::string ours, theirs;
  bool differs = false;
};

void side_by_side(Frame& f, const catalogue::Procedure& p, const OfficialRecord& record) {
  const auto& lang = f.m.lang;
  const auto found = catalogue::differences(p, record, form::to_text(today(f.m)));
  const auto own = figures(f, p, nullptr);
  const auto papers = [&](std::size_t n) {
    return f.w.count("official.papers_count", static_cast<std::int64_t>(n));
  };
  const std::array rows = {
      Row{"procedure.time", own.time.empty() ? p.time.text.in(lang) : own.time,
          by_channel(f, record, time_words), found.time},
      Row{"procedure.fee", own.fee.empty() ? p.fee.text.in(lang) : own.fee,
          by_channel(f, record, fee_words), found.fee},
      Row{"official.papers", papers(found.our_papers), papers(found.their_papers), found.papers},
      Row{"procedure.result", p.result.in(lang), joined(record.results, "; ")},
      Row{"procedure.decider", p.decider.in(lang), joined(record.agencies, "; ")}};
  const std::array columns = {
      ui::TableColumn{.key = "what", .label = f.w("official.what"), .weight = 0.7f},
      ui::TableColumn{.key = "ours", .label = f.w("official.ours")},
      ui::TableColumn{.key = "theirs", .label = f.w("official.theirs")}};
  ui::table(f.b, "beside",
            {.caption = f.w("official.caption"),
             .columns = columns,
             .count = rows.size(),
             .row =
                 [&](std::size_t at) {
                   const Row& row = rows[at];
                   auto theirs =
                       row.theirs.empty() ? std::string(f.w("official.nothing")) : row.theirs;
                   if (row.differs) theirs += " – " + std::string(f.w("official.differs"));
                   return ui::TableRow{std::string(row.key),
                                       {std::string(f.w(row.key)), row.ours, std::move(theirs)}};
                 }},
            ui::no_action);
}

/// The record's own words, in its own language and order.
void verbatim(Frame& f, const OfficialRecord& record) {
  const auto say = [&](const std::string& key, std::string_view text) {
    f.b.text(key, text, ui::Variant::small);
    f.b.lang("vi");
  };
  {
    auto section = f.b.section("documents");
    f.b.heading("heading", 3, f.w("official.documents"));
    auto list = f.b.list("list");
    for (std::size_t i = 0; i < record.documents.size(); ++i) {
      const auto& document = record.documents[i];
      auto item = f.b.item(std::to_string(i));
      if (!document.group.empty()) say("group", document.group);
      say("name", document.name);
      f.b.text("count",
               f.w("official.count", {{"originals", std::to_string(document.originals)},
                                      {"copies", std::to_string(document.copies)}}),
               ui::Variant::muted);
    }
  }
  std::size_t n = 0;
  for (const auto& method : record.methods) {
    if (!method.note.empty()) say("note" + std::to_string(n++), method.note);
    for (const auto& fee : method.fees)
      if (!fee.note.empty()) say("note" + std::to_string(n++), fee.note);
  }
  if (!record.legal.empty())
    f.b.text("legal", f.w("procedure.legal", {{"list", joined(record.legal, "; ")}}),
             ui::Variant::small);
}

}  // namespace

void official(Frame& f, const catalogue::Procedure& p) {
  if (f.m.official_codes.count(p.code) == 0) return;
  const bool open = f.m.ahead.record_open;
  auto section = f.b.section("official");
  auto inside = ui::details(f.b, "official.toggle", f.w("official.toggle"), open,
                            f.on(Message(msg::OpenOfficial{!open})));
  if (!open) return;
  const auto record = f.m.officials.find(p.code);
  if (record == f.m.officials.end()) {
    const auto wanted = f.m.wanted.find("official/" + p.code);
    const bool failed = wanted != f.m.wanted.end() && wanted->second.failed;
    auto status = f.b.status("loading");
    f.b.text("text", f.w(failed ? "load.failed" : "load.wait"), ui::Variant::muted);
    if (failed)
      f.b.button("again", f.w("load.again"), f.on(Message(msg::LoadAgain{wanted->first})));
    return;
  }
  f.b.text("from",
           f.w("procedure.source",
               {{"text", record->second.source}, {"date", day_words(f, record->second.date)}}),
           ui::Variant::small);
  side_by_side(f, p, record->second);
  verbatim(f, record->second);
}

}  // namespace motcua::screens
