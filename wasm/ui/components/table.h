#pragma once
// A table that can be sorted by its columns and may have thousands of rows: only those near the
// sight are in the tree, the others keep their room. On a narrow page each row becomes a block in
// which every value has its column's name over it.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/ui/builder.h"

namespace motcua::ui {

/// Rows in the tree at once; a table of no more rows is whole (and printed whole).
inline constexpr std::size_t table_window = 60;

enum class Sort : std::uint8_t { none, ascending, descending };

struct TableColumn {
  std::string_view key;
  std::string_view label;
  float weight = 1;     // its share of the width
  bool number = false;  // stands at the right edge
  bool sortable = false;
  Sort sort = Sort::none;
  Action press = no_action;      // sorts by it, or turns the order round
  std::string_view sorted = {};  // "xếp tăng dần": spoken after the label while it is sorted
};

struct TableRow {
  std::string key;
  std::vector<std::string> cells;  // as many as columns; the first names the row
};

struct Table {
  std::string_view caption;
  std::span<const TableColumn> columns;
  std::size_t count = 0;
  std::size_t first = 0;                     // of the rows in the tree; kept by the application
  std::function<TableRow(std::size_t)> row;  // asked for what is in the tree only
};

/// The new `first` after the document reported which row is the first in sight ("rows N").
std::size_t table_first(std::string_view report, std::size_t first, std::size_t count);

/// `rows` receives what table_first() reads.
void table(Builder& b, std::string_view key, const Table& table, Action rows);

}  // namespace motcua::ui
