#include "wasm/browser/shell.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "wasm/browser/imports.h"
#include "wasm/ui/encode.h"
#include "wasm/ui/theme.h"

namespace motcua::browser {

void Shell::finish(const app::Effects& effects) {
  tree_due_ = true;
  motcua_dirty();
  for (const app::Effect& effect : effects) {
    const std::string text = app::encode(effect);
    motcua_effect(text.data(), text.size());
  }
}

void Shell::action(ui::Id id, app::ActionKind kind, std::string_view text) {
  const bool looks = attend(id, kind, text);
  const ui::Node* node = app_.view().find(id);
  const bool only_looks = kind == app::ActionKind::hover || kind == app::ActionKind::unhover ||
                          kind == app::ActionKind::focus ||
                          (kind == app::ActionKind::blur && (!node || !node->on_blur));
  if (kind == app::ActionKind::activate || kind == app::ActionKind::change) {
    emitted_ = 0;  // the document may show a choice that is about to be refused
  }
  if (!only_looks) return finish(app_.action(id, kind, text));
  // In page mode the document shows pointer and focus by itself.
  if (looks && painting_) motcua_dirty();
}

/// Notes where pointer and focus are; returns whether that changed.
bool Shell::attend(ui::Id id, app::ActionKind kind, std::string_view text) {
  const ui::Attention before = attention_;
  switch (kind) {
    case app::ActionKind::hover: attention_.hover = id; break;
    case app::ActionKind::unhover:
      if (attention_.hover == id) attention_.hover = ui::no_id;
      break;
    case app::ActionKind::focus:
      attention_.focus = id;
      attention_.ring = text == "1";
      break;
    case app::ActionKind::blur:
      if (attention_.focus == id) attention_.focus = ui::no_id;
      break;
    default: break;
  }
  return before.hover != attention_.hover || before.focus != attention_.focus ||
         before.ring != attention_.ring;
}

void Shell::resize(float width, float tall, float height, float dpr, float rem) {
  page_ = {.width = width, .height = height, .scale = rem / 16, .dpr = std::max(dpr, 0.5f)};
  tall_ = tall;
  fonts_.set_dpr(page_.dpr);
  tree_due_ = true;
}

void Shell::frame(float origin, Depth depth) {
  if (app_.view().nodes.empty()) return;  // not started yet
  const bool paint = depth == Depth::paint && gl_.running() && fonts_.complete();
  painting_ = paint;
  if (depth == Depth::tree || !fonts_.complete()) {
    if (std::exchange(tree_due_, false)) emit();
    return;
  }
  fonts_.begin_frame();
  if (std::exchange(tree_due_, false)) {
    ui::layout(app_.view(), fonts_, page_);
    emit();
  }
  if (!paint) return;
  const float width = std::round(page_.width * page_.dpr);
  const float height = std::round(tall_ * page_.dpr);
  ImDrawList& list = sheet_.begin(width, height);
  ui::paint(app_.view(), page_, attention_, {origin, tall_}, fonts_, list);
  gl_.draw(list, fonts_.atlas(), int(width), int(height), ui::rgb(ui::Colour::page));
}

void Shell::emit() {
  const ui::Encoded packed = ui::encode(app_.view());
  if (packed.hash == emitted_) return;
  emitted_ = packed.hash;
  const auto& nodes = app_.view().nodes;
  paintable_ = std::all_of(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
    return node.role == ui::Role::root || fonts_.knows(node.name);
  });
  motcua_tree(packed.nodes.data(), packed.count, packed.strings.data(), packed.strings.size());
}

}  // namespace motcua::browser
