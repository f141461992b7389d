#pragma once
// How the nodes of a table are laid out and painted; table.cpp gives them to its nodes.

#include "wasm/ui/look.h"

namespace motcua::ui {

extern const Look table_look, table_row_look, table_cell_look, table_sort_cell_look,
    table_sort_look;

}  // namespace motcua::ui
