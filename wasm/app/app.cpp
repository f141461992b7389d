#include "wasm/app/app.h"

#include <algorithm>
#include <utility>

#include "wasm/app/json_read.h"
#include "wasm/app/steps.h"
#include "wasm/app/update.h"
#include "wasm/app/view.h"

namespace motcua::app {
namespace {

ui::Id first_of(const ui::Tree& tree, ui::Role role, int level) {
  for (const auto& node : tree.nodes)
    if (node.role == role && (level == 0 || node.level == level)) return node.id;
  return ui::no_id;
}

bool inside(const ui::Tree& tree, const ui::Node& node, int ancestor) {
  for (int at = node.parent; at >= 0; at = tree.nodes[static_cast<std::size_t>(at)].parent)
    if (at == ancestor) return true;
  return false;
}

/// The node itself when it can take the focus, else the first control inside it.
ui::Id control_of(const ui::Tree& tree, ui::Id id) {
  const auto* node = tree.find(id);
  if (!node || node->role != ui::Role::group) return node ? id : ui::no_id;
  const int index = static_cast<int>(node - tree.nodes.data());
  for (const auto& each : tree.nodes)
    if (ui::is_control(each.role) && inside(tree, each, index)) return each.id;
  return ui::no_id;
}

ui::Action action_of(const ui::Node& node, ActionKind kind) {
  switch (kind) {
    case ActionKind::activate: return node.on_activate;
    case ActionKind::input: return node.on_input;
    case ActionKind::change:
      return node.on_change != ui::no_action                                   ? node.on_change
             : node.role == ui::Role::radio || node.role == ui::Role::checkbox ? node.on_activate
                                                                               : ui::no_action;
    case ActionKind::blur: return node.on_blur;
    case ActionKind::key: return node.on_key;
    case ActionKind::focus:
    case ActionKind::hover:
    case ActionKind::unhover: break;
  }
  return ui::no_action;
}

/// "Bước 2/7: Mẹ của bé" on the pages of a draft, else nothing.
std::string arrival_words(const Model& m) {
  const auto* draft = current_draft(m);
  if (!draft || draft->stage != Stage::editing) return {};
  const auto pages = draft_pages(m, *draft);
  const int here = page_index(m, pages);
  if (here < 0) return {};
  const auto& w = words_of(m);
  return w("form.position",
           {{"n", std::to_string(here + 1)}, {"all", std::to_string(pages.size())}}) +
         ": " + pages[static_cast<std::size_t>(here)].title;
}

}  // namespace

Effects App::start(std::string_view text) {
  const auto json = codec::Json::parse(text, nullptr, false);
  Opening opening;
  if (json.is_object()) {
    opening.lang = text_at(json, "lang");
    opening.path = text_at(json, "path");
    opening.now = text_at(json, "now");
    opening.ms = number_at(json, "ms");
    opening.page_mode = flag_at(json, "page");
    opening.theme = text_at(json, "theme");
    for (const auto& code : array_at(json, "official"))
      if (const auto* name = code.get_ptr<const codec::Json::string_t*>())
        opening.official.push_back(*name);
    opening.demo = flag_at(object_at(json, "config"), "demo");
  }
  opening.assets = std::move(early_);
  started_ = true;
  Effects effects;
  app::start(model_, opening, effects);
  return finish(std::move(effects));
}

Effects App::text(std::string_view as, std::string_view text) {
  msg::Loaded loaded{std::string(as), std::string(text)};
  if (!started_) {
    early_.push_back(std::move(loaded));
    return {};
  }
  Effects effects;
  update(model_, std::move(loaded), effects);
  return finish(std::move(effects));
}

Effects App::message(std::string_view json) {
  const auto report = decode(json);
  if (!report) return {};
  if (!report->now.empty()) model_.now = report->now;
  if (report->ms > 0) model_.ms = report->ms;
  Effects effects;
  if (report->message) update(model_, *report->message, effects);
  return finish(std::move(effects));
}

Effects App::action(ui::Id id, ActionKind kind, std::string_view text) {
  const auto* node = tree_.find(id);
  if (!node || node->has(ui::flag_disabled)) return {};
  const auto message = actions_.fire(action_of(*node, kind), text);
  if (!message) return {};
  Effects effects;
  update(model_, *message, effects);
  return finish(std::move(effects));
}

Effects App::finish(Effects effects) {
  actions_ = {};
  app::view(model_, tree_, actions_);
  resolve_focus(effects);
  return effects;
}

void App::resolve_focus(Effects& effects) {
  using effect::Focus;
  for (auto& each : effects) {
    const auto* focus = std::get_if<Focus>(&each.any());
    if (!focus || focus->target == Focus::Target::node) continue;
    const bool title = focus->target == Focus::Target::title;
    each = Focus{.node = title ? first_of(tree_, ui::Role::heading, 1)
                               : first_of(tree_, ui::Role::alert, 0)};
  }
  std::erase_if(effects, [](const Effect& each) {
    const auto* focus = std::get_if<Focus>(&each.any());
    return focus && focus->node == ui::no_id;
  });
  if (!model_.arriving) return;
  const auto title = first_of(tree_, ui::Role::heading, 1);
  if (title == ui::no_id) return;
  const auto field = control_of(tree_, ui::field_id(model_.focus_field));
  model_.arriving = false;
  model_.focus_field.clear();
  if (model_.from_top) effects.push_back(effect::ScrollTop{});
  effects.push_back(Focus{.node = field == ui::no_id ? title : field});
  const auto words = arrival_words(model_);
  if (!words.empty()) effects.push_back(effect::Announce{words});
}

}  // namespace motcua::app
