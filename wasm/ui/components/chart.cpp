#include "wasm/ui/components/chart.h"

#include <algorithm>

#include "wasm/ui/components/chart_layout.h"

namespace motcua::ui {

namespace {

void chart_of(Builder& b, std::string_view key, const Chart& chart, Variant kind,
              const ChartLooks& looks) {
  std::int64_t most = 1;
  for (const ChartPoint& point : chart.points) most = std::max(most, point.value);
  Scope box = b.open(Role::section, key, Variant::field);
  const Id title = b.text("title", chart.title, Variant::strong);
  Scope figure = b.open(Role::figure, "figure", kind);
  b.opened().ref = title;
  b.opened().look = looks.figure;
  Scope table = b.open(Role::table, "table", kind);
  b.opened().name = chart.title;
  b.opened().look = looks.table;
  {
    Scope head = b.open(Role::tablerow, "head", Variant::strong);
    b.opened().look = looks.head;
    for (std::string_view words : {chart.label_column, chart.value_column}) {
      Node& node = b.append(Role::columnheader, words == chart.label_column ? "label" : "value");
      node.name = words;
      node.look = looks.head;
    }
  }
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const ChartPoint& point = chart.points[i];
    Scope row = b.open(Role::tablerow, std::to_string(i));
    b.opened().look = looks.row;
    b.opened().value = std::to_string(std::max<std::int64_t>(point.value, 0) * 1000 / most);
    Node& label = b.append(Role::rowheader, "label");
    label.name = point.label;
    label.look = looks.word;
    Node& value = b.append(Role::cell, "value");
    value.name = point.words;
    value.look = looks.word;
  }
}

}  // namespace

void bar_chart(Builder& b, std::string_view key, const Chart& chart) {
  chart_of(b, key, chart, Variant::normal, bar_looks);
}

void line_chart(Builder& b, std::string_view key, const Chart& chart) {
  chart_of(b, key, chart, Variant::lines, line_looks);
}

}  // namespace motcua::ui
