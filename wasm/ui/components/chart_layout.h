#pragma once
// How charts are laid out and painted; chart.cpp gives these to its nodes.

#include "wasm/ui/look.h"

namespace motcua::ui {

struct ChartLooks {
  const Look *figure, *table, *head, *row, *word;
};
extern const ChartLooks bar_looks, line_looks;

}  // namespace motcua::ui
