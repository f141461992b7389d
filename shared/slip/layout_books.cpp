// What an agency keeps: 06 of one dossier, 07 of all.

#include "shared/record/number.h"
#include "shared/slip/day_words.h"
#include "shared/slip/layout_forms.h"
#include "shared/slip/words_of.h"

namespace motcua::slip {
namespace {

using Kind = Block::Kind;

std::string result_words(const Words& words, Hop::Result result) {
  if (result == Hop::Result::none) return {};
  return words("result." + std::string(hop_results[static_cast<std::size_t>(result)]));
}

}  // namespace

void lay(Page& page, const Control& control) {
  const Words& w = page.words;
  Block rows = subject(page);
  Page::row(rows, w("received"), moment_words(w, control.received));
  Page::row(rows, w("due"), moment_words(w, control.due));
  page.sheet.blocks.push_back(std::move(rows));
  Block table{.kind = Kind::table, .text = w("hops")};
  table.columns = {{w("order"), 3}, {w("from"), 8},         {w("to"), 8},
                   {w("when"), 6},  {w("result_label"), 5}, {w("note"), 7}};
  for (std::size_t i = 0; i < control.hops.size(); ++i) {
    const Hop& hop = control.hops[i];
    table.cells.push_back({std::to_string(i + 1), hop.from, hop.to, moment_words(w, hop.time),
                           result_words(w, hop.result), hop.note});
  }
  page.sheet.blocks.push_back(std::move(table));
  page.sheet.signatures.push_back({w("signs_keeper"), w("signs_note"), page.slip.officer});
}

void lay(Page& page, const Book& book) {
  const Words& w = page.words;
  page.sheet.wide = true;
  page.sheet.number =
      w("period", {{"from", day_words(w, book.from)}, {"until", day_words(w, book.until)}});
  if (book.rows.empty()) {
    page.put(Kind::text, w("no_rows"));
  } else {
    Block table{.kind = Kind::table, .text = w("rows")};
    table.columns = {{w("order"), 3}, {w("book_number"), 8}, {w("received"), 6},    {w("due"), 6},
                     {w("done"), 6},  {w("returned"), 6},    {w("state_label"), 6}, {w("note"), 6}};
    for (std::size_t i = 0; i < book.rows.size(); ++i) {
      const Book::Row& row = book.rows[i];
      table.cells.push_back(
          {std::to_string(i + 1),
           record::grouped_number(row.submission) + (row.code.empty() ? "" : " / " + row.code),
           moment_words(w, row.received), moment_words(w, row.due), moment_words(w, row.done),
           moment_words(w, row.returned), w("state." + row.state), row.note});
    }
    page.sheet.blocks.push_back(std::move(table));
  }
  page.sheet.signatures.push_back({w("signs_keeper"), w("signs_note"), page.slip.officer});
}

}  // namespace motcua::slip
