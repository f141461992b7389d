#pragma once
// A chart of one series. Its data stand in the tree as a table of two columns: that table is what a
// screen reader and page mode have, and its words are the chart's labels on the canvas.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "wasm/ui/builder.h"

namespace motcua::ui {

struct ChartPoint {
  std::string label;       // "Tháng 9"
  std::int64_t value = 0;  // drawn from 0; below 0 counts as 0
  std::string words;       // "1.204 hồ sơ"
};

struct Chart {
  std::string_view title;
  std::string_view label_column, value_column;  // headings of the table
  std::span<const ChartPoint> points;
};

/// One bar a point, from top to bottom: for things that are compared.
void bar_chart(Builder& b, std::string_view key, const Chart& chart);
/// A line from left to right: for one thing in the course of time. At least two points.
void line_chart(Builder& b, std::string_view key, const Chart& chart);

}  // namespace motcua::ui
