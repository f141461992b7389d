#include "wasm/ui/components/table.h"

#include <algorithm>

#include "wasm/ui/components/table_layout.h"

namespace motcua::ui {

namespace {

void header(Builder& b, const Table& table) {
  Scope row = b.open(Role::tablerow, "head", Variant::strong);
  b.opened().look = &table_row_look;
  for (const TableColumn& column : table.columns) {
    Scope cell = b.open(Role::columnheader, column.key);
    Node& node = b.opened();
    node.look = column.sortable ? &table_sort_cell_look : &table_cell_look;
    node.level = std::uint8_t(std::clamp(column.weight * 10, 1.f, 250.f));
    node.flags = column.number ? flag_multiple : 0u;
    if (!column.sortable) {
      node.name = column.label;
      continue;
    }
    set_attribute(node, "sort",
                  column.sort == Sort::ascending    ? "ascending"
                  : column.sort == Sort::descending ? "descending"
                                                    : "none");
    const Id id = b.button("sort", column.label, column.press, Variant::quiet);
    Node& button = b.node(id);
    button.value = column.sorted;
    button.look = &table_sort_look;
    button.level = std::uint8_t(column.sort);
  }
}

void body(Builder& b, const Table& table, std::size_t at, std::size_t begin, std::size_t end) {
  const TableRow row = table.row(at);
  Scope line = b.open(Role::tablerow, row.key);
  Node& node = b.opened();
  node.look = &table_row_look;
  if (table.count > table_window) {
    set_attribute(node, "row", std::to_string(at + 2));  // the header is row 1
    if (at == begin) set_attribute(node, "before", std::to_string(begin));
    if (at + 1 == end) set_attribute(node, "after", std::to_string(table.count - end));
  }
  for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
    const TableColumn& column = table.columns[i];
    Node& cell = b.append(i ? Role::cell : Role::rowheader, column.key);
    cell.name = row.cells[i];
    cell.value = column.label;
    cell.flags = column.number ? flag_multiple : 0u;
    cell.look = &table_cell_look;
  }
}

}  // namespace

std::size_t table_first(std::string_view report, std::size_t first, std::size_t count) {
  if (count <= table_window) return 0;
  if (!report.starts_with("rows ")) return first;
  std::size_t row = 0;
  for (char c : report.substr(5)) {
    if (c < '0' || c > '9' || row > count) return first;
    row = row * 10 + std::size_t(c - '0');
  }
  const std::size_t before = table_window / 3;
  return std::min(row > before ? row - before : 0, count - table_window);
}

void table(Builder& b, std::string_view key, const Table& table, Action rows) {
  Scope box = b.open(Role::section, key, Variant::field);
  b.text("caption", table.caption, Variant::strong);
  Scope grid = b.open(Role::table, "table", Variant::table);
  Node& node = b.opened();
  node.name = table.caption;
  node.look = &table_look;
  const std::size_t begin =
      table.count > table_window ? std::min(table.first, table.count - table_window) : 0;
  const std::size_t end = std::min(begin + table_window, table.count);
  if (table.count > table_window) {
    node.on_key = rows;
    set_attribute(node, "first", std::to_string(begin));
    set_attribute(node, "count", std::to_string(table.count));
    set_attribute(node, "shown", std::to_string(end - begin));
  }
  // Widths for page mode, as the painted layout has them.
  std::string widths;
  for (const TableColumn& column : table.columns) {
    widths += std::to_string(int(column.weight * 10)) + "fr ";
  }
  set_attribute(node, "widths", widths);
  header(b, table);
  for (std::size_t i = begin; i < end; ++i) body(b, table, i, begin, end);
}

}  // namespace motcua::ui
