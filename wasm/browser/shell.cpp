#include "wasm/browser/shell.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "wasm/browser/imports.h"
#include "wasm/ui/encode.h"
#include "wasm/ui/theme.h"

namespace motcua::browser {

namespace {

void emit_effect(std::string_view effect) { motcua_effect(effect.data(), effect.size()); }

}  // namespace

void Shell::due() {
  tree_due_ = true;
  motcua_dirty();
}

void Shell::start(std::string_view json) {
  due();
  program_->start(json, emit_effect);
}

void Shell::text(std::string_view as, std::string_view text) {
  due();
  program_->text(as, text, emit_effect);
}

void Shell::message(std::string_view json) {
  due();
  program_->message(json, emit_effect);
}

void Shell::action(ui::Id id, ui::ActionKind kind, std::string_view text) {
  const bool looks = attend(id, kind, text);
  const ui::Node* node = program_->view().find(id);
  const bool only_looks = kind == ui::ActionKind::hover || kind == ui::ActionKind::unhover ||
                          kind == ui::ActionKind::focus ||
                          (kind == ui::ActionKind::blur && (!node || !node->on_blur));
  if (kind == ui::ActionKind::activate || kind == ui::ActionKind::change) {
    emitted_ = 0;  // the document may show a choice that is about to be refused
  }
  if (!only_looks) {
    due();
    return program_->action(id, kind, text, emit_effect);
  }
  // In page mode the document shows pointer and focus by itself.
  if (looks && painting_) motcua_dirty();
}

/// Notes where pointer and focus are; returns whether that changed.
bool Shell::attend(ui::Id id, ui::ActionKind kind, std::string_view text) {
  const ui::Attention before = attention_;
  switch (kind) {
    case ui::ActionKind::hover: attention_.hover = id; break;
    case ui::ActionKind::unhover:
      if (attention_.hover == id) attention_.hover = ui::no_id;
      break;
    case ui::ActionKind::focus:
      attention_.focus = id;
      attention_.ring = text == "1";
      break;
    case ui::ActionKind::blur:
      if (attention_.focus == id) attention_.focus = ui::no_id;
      break;
    default: break;
  }
  return before.hover != attention_.hover || before.focus != attention_.focus ||
         before.ring != attention_.ring;
}

void Shell::resize(float width, float tall, float height, float dpr, float rem) {
  page_ = {.width = width,
           .height = height,
           .scale = rem / 16,
           .dpr = std::max(dpr, 0.5f),
           .theme = page_.theme};
  tall_ = tall;
  fonts_.set_dpr(page_.dpr);
  tree_due_ = true;
}

void Shell::frame(float origin, Depth depth) {
  if (program_->view().nodes.empty()) return;  // not started yet
  const bool paint = depth == Depth::paint && gl_.running() && fonts_.complete();
  painting_ = paint;
  if (depth == Depth::tree || !fonts_.complete()) {
    if (std::exchange(tree_due_, false)) emit();
    return;
  }
  fonts_.begin_frame();
  if (std::exchange(tree_due_, false)) {
    ui::layout(program_->view(), fonts_, page_);
    emit();
  }
  if (!paint) return;
  const float width = std::round(page_.width * page_.dpr);
  const float height = std::round(tall_ * page_.dpr);
  ImDrawList& list = sheet_.begin(width, height);
  ui::paint(program_->view(), page_, attention_, {origin, tall_}, fonts_, list);
  gl_.draw(list, fonts_.atlas(), int(width), int(height), ui::rgb(ui::Colour::page, page_.theme));
}

void Shell::emit() {
  const ui::Encoded packed = ui::encode(program_->view());
  if (packed.hash == emitted_) return;
  emitted_ = packed.hash;
  const auto& nodes = program_->view().nodes;
  paintable_ = std::all_of(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
    return node.role == ui::Role::root || fonts_.knows(node.name);
  });
  motcua_tree(packed.nodes.data(), packed.count, packed.strings.data(), packed.strings.size());
}

}  // namespace motcua::browser
