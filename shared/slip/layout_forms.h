#pragma once
// What stands on each form, from under its title to above its foot. Only layout() calls these.

#include "shared/slip/sheet.h"
#include "shared/slip/slip.h"
#include "shared/slip/slip_words.h"

namespace motcua::slip {

struct Page {
  const Slip& slip;
  const Words& words;
  Sheet& sheet;

  /// A row, unless it has no value.
  static void row(Block& block, std::string label, std::string value) {
    if (!value.empty()) block.rows.emplace_back(std::move(label), std::move(value));
  }
  void put(Block::Kind kind, std::string text) {
    if (!text.empty()) sheet.blocks.push_back({.kind = kind, .text = std::move(text)});
  }
};

/// Who, and about what.
Block subject(const Page& page);

void lay(Page& page, const Receipt& receipt);
void lay(Page& page, const Supplement& supplement);
void lay(Page& page, const Refusal& refusal);
void lay(Page& page, const Extension& extension);
void lay(Page& page, const Stop& stop);
void lay(Page& page, const Control& control);
void lay(Page& page, const Book& book);

}  // namespace motcua::slip
