// A slip that an agency sent, as the sheet that it is: to read, to print, to keep as a file.

#include "wasm/app/states.h"
#include "wasm/screens/parts.h"
#include "wasm/ui/components/table.h"

namespace motcua::screens {

using namespace app;
using slip::Block;
using slip::Sheet;

namespace {

void rows(Frame& f, const std::string& key, const Block& block) {
  std::vector<ui::SummaryRow> list;
  for (const auto& [label, value] : block.rows) list.push_back({label, value});
  f.b.summary_list(key, list);
}

void items(Frame& f, const std::string& key, const Block& block) {
  auto list = f.b.list(key, true);
  for (std::size_t i = 0; i < block.items.size(); ++i) {
    auto item = f.b.item(std::to_string(i));
    const auto& [title, lines] = block.items[i];
    f.b.text("title", title, lines.empty() ? ui::Variant::normal : ui::Variant::strong);
    for (std::size_t n = 0; n < lines.size(); ++n)
      f.b.text("line" + std::to_string(n), lines[n].first + ": " + lines[n].second);
  }
}

void table(Frame& f, const std::string& key, const Block& block) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < block.columns.size(); ++i) names.push_back("c" + std::to_string(i));
  std::vector<ui::TableColumn> columns;
  for (std::size_t i = 0; i < block.columns.size(); ++i)
    columns.push_back({.key = names[i],
                       .label = block.columns[i].label,
                       .weight = static_cast<float>(block.columns[i].weight)});
  ui::table(f.b, key,
            {.caption = block.text,
             .columns = columns,
             .count = block.cells.size(),
             .row =
                 [&](std::size_t at) {
                   return ui::TableRow{std::to_string(at), block.cells[at]};
                 }},
            ui::no_action);
}

void show(Frame& f, const std::string& key, const Block& block) {
  switch (block.kind) {
    case Block::Kind::text: f.b.text(key, block.text); return;
    case Block::Kind::strong: f.b.text(key, block.text, ui::Variant::strong); return;
    case Block::Kind::note: f.b.text(key, block.text, ui::Variant::muted); return;
    case Block::Kind::heading: f.b.heading(key, 2, block.text); return;
    case Block::Kind::rows: return rows(f, key, block);
    case Block::Kind::list: return items(f, key, block);
    case Block::Kind::table: return table(f, key, block);
  }
}

void words(Frame& f, const char* key, const std::string& text,
           ui::Variant variant = ui::Variant::normal) {
  if (!text.empty()) f.b.text(key, text, variant);
}

void head(Frame& f, const Sheet& sheet) {
  words(f, "trial", sheet.trial, ui::Variant::strong);
  {
    auto agency = f.b.section("agency");
    words(f, "parent", sheet.parent);
    words(f, "name", sheet.agency, ui::Variant::strong);
    words(f, "contact", sheet.contact, ui::Variant::small);
  }
  auto name = f.b.center("name");
  title(f);
  words(f, "mark", sheet.mark, ui::Variant::small);
  words(f, "number", sheet.number, ui::Variant::strong);
}

void foot(Frame& f, const Sheet& sheet) {
  words(f, "date", sheet.date);
  if (!sheet.signatures.empty()) {
    auto signatures = f.b.spread("signatures");
    for (std::size_t i = 0; i < sheet.signatures.size(); ++i) {
      const auto& of = sheet.signatures[i];
      auto column = f.b.center(std::to_string(i));
      words(f, "title", of.title, ui::Variant::strong);
      words(f, "note", of.note, ui::Variant::small);
      words(f, "name", of.name);
    }
  }
  if (sheet.code.side > 0) {
    auto box = f.b.center("code");
    f.b.qr("image", f.w("slip.qr"), sheet.code.modules);
    words(f, "caption", sheet.code.caption, ui::Variant::small);
  }
  words(f, "footer", sheet.footer, ui::Variant::small);
}

void paper(Frame& f, const Sheet& sheet) {
  auto box = f.b.open(ui::Role::section, "paper", ui::Variant::paper);
  head(f, sheet);
  for (std::size_t i = 0; i < sheet.blocks.size(); ++i)
    show(f, "block" + std::to_string(i), sheet.blocks[i]);
  foot(f, sheet);
}

void controls(Frame& f) {
  auto section = f.b.section("actions");
  f.b.mark(ui::flag_no_print);
  paper_choice(f);
  {
    auto row = f.b.row("buttons");
    f.b.button("print", f.w("slip.print"), f.on(Message(msg::PrintPage{})), ui::Variant::primary);
    f.b.button("pdf", f.w("slip.pdf"), f.on(Message(msg::WritePdf{})));
  }
  auto status = f.b.status("pdf-state");
  if (f.m.sheet.writing) f.b.text("busy", f.w("slip.pdf_busy"), ui::Variant::muted);
  if (f.m.sheet.pdf_failed) f.b.text("failed", f.w("slip.pdf_failed"), ui::Variant::error);
}

}  // namespace

void slip(Frame& f) {
  const auto* event = slip_here(f.m);
  if (!event && f.m.drafts_known) return not_found(f);
  visit(f, "back", f.w("follow.title"), follow_path(f.m.route.number), ui::Variant::quiet);
  f.b.mark(ui::flag_no_print);
  if (!ready(f, {"slips/" + f.m.lang})) return;
  const auto& now = f.m.sheet;
  if (now.sheet) {
    paper(f, *now.sheet);
    return controls(f);
  }
  title(f);
  if (now.failed.any()) {
    auto notice = f.b.notice("wrong", ui::Kind::bad, f.w("slip.wrong"));
    f.b.text("text", f.w("slip.wrong_text", {{"reason", now.failed.message}}));
    return;
  }
  auto status = f.b.status("loading");
  f.b.text("text", f.w("load.wait"), ui::Variant::muted);
}

}  // namespace motcua::screens
