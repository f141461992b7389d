// The letters: 01 to 05, from an agency to a person.

#include "shared/slip/day_words.h"
#include "shared/slip/layout_forms.h"
#include "shared/slip/words_of.h"

namespace motcua::slip {
namespace {

using Kind = Block::Kind;

std::string limit_words(const Words& words, const Limit& limit) {
  if (limit.value == 0) return {};
  const std::string unit(limit_units[static_cast<std::size_t>(limit.unit)]);
  return words("limit." + unit, {{"n", std::to_string(limit.value)}});
}

std::string way_words(const Words& words, Receipt::Way way) {
  if (way == Receipt::Way::none) return {};
  return words("way." + std::string(result_ways[static_cast<std::size_t>(way)]));
}

void papers(Page& page, const Receipt& receipt) {
  const Words& w = page.words;
  if (receipt.papers.empty()) return page.put(Kind::text, w("no_papers"));
  Block table{.kind = Kind::table, .text = w("papers")};
  table.columns = {{w("order"), 3}, {w("paper"), 15}, {w("count"), 3}, {w("kind"), 6}};
  for (std::size_t i = 0; i < receipt.papers.size(); ++i) {
    const Paper& paper = receipt.papers[i];
    const std::string kind(paper_kinds[static_cast<std::size_t>(paper.kind)]);
    table.cells.push_back(
        {std::to_string(i + 1), paper.name, std::to_string(paper.count), w("paper_kind." + kind)});
  }
  page.sheet.blocks.push_back(std::move(table));
}

void officer_signs(Page& page) {
  const Words& w = page.words;
  page.sheet.signatures.push_back({w("signs_agency"), w("signs_note"), page.slip.officer});
}

}  // namespace

Block subject(const Page& page) {
  const Slip& slip = page.slip;
  const Words& w = page.words;
  Block rows{.kind = Kind::rows};
  Page::row(rows, w("person"), slip.person.name);
  Page::row(rows, w("address"), slip.person.address);
  Page::row(rows, w("phone"), slip.person.phone);
  Page::row(rows, w("email"), slip.person.email);
  Page::row(rows, w("procedure"), slip.procedure);
  Page::row(rows, w("dossier_code"), slip.code);
  return rows;
}

void lay(Page& page, const Receipt& receipt) {
  const Words& w = page.words;
  page.put(Kind::text, w("receipt.lead", {{"agency", page.slip.agency.name}}));
  page.sheet.blocks.push_back(subject(page));
  papers(page, receipt);
  Block rows{.kind = Kind::rows};
  Page::row(rows, w("sets"), std::to_string(receipt.sets));
  Page::row(rows, w("limit_label"), limit_words(w, receipt.limit));
  Page::row(rows, w("received"), moment_words(w, receipt.received));
  Page::row(rows, w("due"), moment_words(w, receipt.due));
  Page::row(rows, w("way_label"), way_words(w, receipt.way));
  page.sheet.blocks.push_back(std::move(rows));
  page.put(Kind::text, receipt.note);
  page.sheet.signatures.push_back({w("signs_person"), w("signs_note"), ""});
  page.sheet.signatures.push_back({w("signs_receiver"), w("signs_note"), page.slip.officer});
}

void lay(Page& page, const Supplement& supplement) {
  const Words& w = page.words;
  page.sheet.blocks.push_back(subject(page));
  page.put(Kind::strong, w("supplement.lead"));
  Block list{.kind = Kind::list};
  for (const auto& item : supplement.items) {
    const std::string kind(item_kinds[static_cast<std::size_t>(item.kind)]);
    list.items.push_back({w("supplement." + kind, {{"what", item.what}}),
                          {{w("why"), item.why}, {w("guide"), item.guide}}});
  }
  page.sheet.blocks.push_back(std::move(list));
  if (!supplement.until.empty())
    page.put(Kind::strong, w("supplement.until", {{"time", moment_words(w, supplement.until)}}));
  page.put(Kind::note, w("supplement.after"));
  officer_signs(page);
}

void lay(Page& page, const Refusal& refusal) {
  const Words& w = page.words;
  page.put(Kind::text, w("refusal.lead", {{"agency", page.slip.agency.name}}));
  page.sheet.blocks.push_back(subject(page));
  page.put(Kind::heading, w("refusal.reasons"));
  Block reasons{.kind = Kind::list};
  for (const auto& reason : refusal.reasons) {
    Block::Item item{reason.why, {}};
    if (!reason.basis.empty()) item.lines.emplace_back(w("basis"), reason.basis);
    reasons.items.push_back(std::move(item));
  }
  page.sheet.blocks.push_back(std::move(reasons));
  page.put(Kind::heading, w("refusal.may"));
  Block may{.kind = Kind::list};
  for (const auto& one : refusal.may) may.items.push_back({one, {}});
  page.sheet.blocks.push_back(std::move(may));
  officer_signs(page);
}

void lay(Page& page, const Extension& extension) {
  const Words& w = page.words;
  page.put(Kind::text, w("extension.lead",
                         {{"agency", page.slip.agency.name}, {"person", page.slip.person.name}}));
  page.sheet.blocks.push_back(subject(page));
  Block rows{.kind = Kind::rows};
  Page::row(rows, w("old_due"), moment_words(w, extension.due));
  Page::row(rows, w("reason"), extension.reason);
  Page::row(rows, w("new_due"), moment_words(w, extension.new_due));
  page.sheet.blocks.push_back(std::move(rows));
  page.put(Kind::text, w("extension.sorry"));
  officer_signs(page);
}

void lay(Page& page, const Stop& stop) {
  const Words& w = page.words;
  page.put(Kind::text, w("stop.lead", {{"agency", page.slip.agency.name}}));
  page.sheet.blocks.push_back(subject(page));
  Block rows{.kind = Kind::rows};
  Page::row(rows, w("stage"), stop.stage);
  Page::row(rows, w("decision"), stop.decision);
  Page::row(rows, w("basis"), stop.basis);
  Page::row(rows, w("money"), stop.money);
  page.sheet.blocks.push_back(std::move(rows));
  page.put(Kind::note, w("stop.after"));
  officer_signs(page);
}

}  // namespace motcua::slip
