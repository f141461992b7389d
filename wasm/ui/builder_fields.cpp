// The widgets that a person fills in.

#include <algorithm>

#include "wasm/ui/builder.h"

namespace motcua::ui {

namespace {

std::string joined(std::string_view words, std::string_view optional) {
  std::string all(words);
  if (!optional.empty()) {
    all += ' ';
    all += optional;
  }
  return all;
}

std::uint32_t field_flags(bool required, bool invalid, bool disabled) {
  return (required ? flag_required : 0u) | (invalid ? flag_invalid : 0u) |
         (disabled ? flag_disabled : 0u);
}

bool is_chosen(const ChoiceField& field, std::string_view value) {
  return std::find(field.chosen.begin(), field.chosen.end(), value) != field.chosen.end();
}

}  // namespace

void Builder::legend(std::string_view words, int level, std::string_view optional) {
  Node& node = append(Role::legend, "legend");
  node.name = joined(words, optional);
  node.level = std::uint8_t(level);
  opened().ref = node.id;
}

void Builder::label(Id field, std::string_view words, std::string_view optional) {
  Node& node = append_id(Role::label, hash_key(field, "label"));
  node.name = joined(words, optional);
  node.ref = field;
}

Id Builder::hint(Id field, std::string_view words) {
  if (words.empty()) return no_id;
  Node& node = append_id(Role::text, hash_key(field, "hint"));
  node.name = words;
  node.variant = Variant::hint;
  return node.id;
}

Id Builder::error(Id field, std::string_view words) {
  if (words.empty()) return no_id;
  Node& node = append_id(Role::text, hash_key(field, "error"));
  node.name = words;
  node.variant = Variant::error;
  return node.id;
}

void Builder::describe(Node& control, Id hint, Id error) {
  control.hint = hint;
  control.error = error;
}

Id Builder::typed(Role role, std::string_view key, const TextField& field, Action on_input,
                  Action blur) {
  const Id id = field_id(key);
  Scope box = open_id(Role::section, hash_key(id, "box"), Variant::field);
  label(id, field.label, field.required ? std::string_view{} : field.optional);
  const Id hint_id = hint(id, field.hint);
  const Id error_id = error(id, field.error);
  describe(input(role, id, field, on_input, blur), hint_id, error_id);
  return id;
}

Node& Builder::input(Role role, Id id, const TextField& field, Action on_input, Action blur) {
  Node& node = append_id(role, id);
  node.name = field.label;
  node.value = field.value;
  node.value_rev = field.value_rev;
  node.flags = field_flags(field.required, !field.error.empty(), field.disabled);
  node.autocomplete = field.autocomplete;
  node.inputmode = field.inputmode;
  node.maxlength = field.maxlength;
  node.chars = field.chars;
  node.lang = field.lang;
  node.on_input = on_input;
  node.on_blur = blur;
  return node;
}

Id Builder::text_field(std::string_view key, const TextField& field, Action input, Action blur) {
  return typed(Role::textbox, key, field, input, blur);
}

Id Builder::text_area(std::string_view key, const TextField& field, Action input, Action blur) {
  return typed(Role::textarea, key, field, input, blur);
}

Id Builder::search_field(std::string_view key, const TextField& field, Action input) {
  return typed(Role::searchbox, key, field, input, no_action);
}

void Builder::date_part(std::string_view key, const DatePart& part, int chars,
                        std::string_view autocomplete, Action input, Action blur, Id error,
                        bool required) {
  const Id id = field_id(key);
  Scope box = open_id(Role::section, hash_key(id, "box"), Variant::field);
  label(id, part.label);
  Node& node = append_id(Role::textbox, id);
  node.name = part.label;
  node.value = part.value;
  node.value_rev = part.value_rev;
  node.chars = std::uint8_t(chars);
  node.maxlength = std::uint16_t(chars);
  node.inputmode = "numeric";
  node.autocomplete = autocomplete;
  node.flags = field_flags(required, part.invalid, false);
  node.on_input = input;
  node.on_blur = blur;
  node.error = part.invalid ? error : no_id;
}

Id Builder::date_field(std::string_view key, const DateField& field, const DateActions& actions) {
  const Id id = field_id(key);
  Scope group = open_id(Role::group, id, Variant::field);
  const std::size_t self = tree_.nodes.size() - 1;
  legend(field.legend, 0, field.required ? std::string_view{} : field.optional);
  const Id hint_id = hint(id, field.hint);
  const Id error_id = error(id, field.error);
  describe(tree_.nodes[self], hint_id, error_id);
  Scope row = open(Role::section, "parts", Variant::date, Flow::row);
  const std::string base(key);
  const bool born = field.birthday;
  date_part(base + ".day", field.day, 2, born ? "bday-day" : "", actions.day, actions.blur,
            error_id, field.required);
  date_part(base + ".month", field.month, 2, born ? "bday-month" : "", actions.month, actions.blur,
            error_id, field.required);
  date_part(base + ".year", field.year, 4, born ? "bday-year" : "", actions.year, actions.blur,
            error_id, field.required);
  return id;
}

Id Builder::select(std::string_view key, const ChoiceField& field, Action change) {
  const Id id = field_id(key);
  Scope box = open_id(Role::section, hash_key(id, "box"), Variant::field);
  label(id, field.label, field.required ? std::string_view{} : field.optional);
  const Id hint_id = hint(id, field.hint);
  const Id error_id = error(id, field.error);
  Scope list = open_id(Role::select, id, Variant::normal);
  Node& node = opened();
  node.name = field.label;
  node.value = field.chosen.empty() ? std::string() : field.chosen.front();
  node.flags = field_flags(field.required, !field.error.empty(), field.disabled);
  node.autocomplete = field.autocomplete;
  node.on_change = change;
  describe(node, hint_id, error_id);
  auto add = [&](std::string_view value, std::string_view words, bool chosen) {
    // The key must not meet "label", "hint" or "error", which hang on the same id.
    Node& option = append(Role::option, std::string("=").append(value));
    option.value = value;
    option.name = words;
    option.flags = chosen ? flag_checked : 0u;
  };
  if (!field.empty.empty()) add("", field.empty, field.chosen.empty());
  for (const Option& option : field.options) {
    add(option.value, option.label, !field.chosen.empty() && field.chosen.front() == option.value);
  }
  return id;
}

void Builder::choice(Role role, std::string_view key, const Option& option, bool chosen,
                     std::uint32_t flags, std::string_view group, Action press, Id error) {
  const Id id = field_id(key);
  Scope box = open_id(Role::section, hash_key(id, "box"), Variant::choice);
  Node& node = append_id(role, id);
  node.name = option.label;
  node.value = option.value;
  node.flags = flags | (chosen ? flag_checked : 0u);
  node.group = group;
  node.on_activate = press;
  describe(node, option.hint.empty() ? no_id : hash_key(id, "hint"), error);
  label(id, option.label);
  hint(id, option.hint);
}

Id Builder::radios(std::string_view key, const ChoiceField& field, Action choose) {
  const Id id = field_id(key);
  Scope group = open_id(Role::group, id, Variant::field);
  const std::size_t self = tree_.nodes.size() - 1;
  legend(field.label, 0, field.required ? std::string_view{} : field.optional);
  const Id hint_id = hint(id, field.hint);
  const Id error_id = error(id, field.error);
  describe(tree_.nodes[self], hint_id, error_id);
  const std::uint32_t flags = field_flags(field.required, !field.error.empty(), field.disabled);
  for (const Option& option : field.options) {
    choice(Role::radio, std::string(key) + "." + option.value, option,
           !field.chosen.empty() && field.chosen.front() == option.value, flags, key, choose,
           no_id);
  }
  return id;
}

Id Builder::checkboxes(std::string_view key, const ChoiceField& field,
                       std::span<const Action> toggle) {
  const Id id = field_id(key);
  Scope group = open_id(Role::group, id, Variant::field);
  const std::size_t self = tree_.nodes.size() - 1;
  legend(field.label, 0, field.required ? std::string_view{} : field.optional);
  const Id hint_id = hint(id, field.hint);
  const Id error_id = error(id, field.error);
  describe(tree_.nodes[self], hint_id, error_id);
  const std::uint32_t flags = field_flags(false, !field.error.empty(), field.disabled);
  for (std::size_t i = 0; i < field.options.size(); ++i) {
    const Option& option = field.options[i];
    choice(Role::checkbox, std::string(key) + "." + option.value, option,
           is_chosen(field, option.value), flags, {}, i < toggle.size() ? toggle[i] : no_action,
           no_id);
  }
  return id;
}

Id Builder::checkbox(std::string_view key, const CheckField& field, Action toggle) {
  const Id id = field_id(key);
  Scope box = open_id(Role::section, hash_key(id, "outer"), Variant::field);
  const Id error_id = error(id, field.error);
  choice(Role::checkbox, key, Option{"1", std::string(field.label), std::string(field.hint)},
         field.checked, field_flags(field.required, !field.error.empty(), field.disabled), {},
         toggle, error_id);
  return id;
}

Id Builder::file_field(std::string_view key, const FileField& field, Action change) {
  const Id id = field_id(key);
  Scope box = open_id(Role::section, hash_key(id, "box"), Variant::field);
  label(id, field.label, field.required ? std::string_view{} : field.optional);
  const Id hint_id = hint(id, field.hint);
  const Id error_id = error(id, field.error);
  Node& node = append_id(Role::file, id);
  node.name = field.label;
  node.value = field.button;
  node.accept = field.accept;
  node.flags = field_flags(field.required, !field.error.empty(), field.disabled) |
               (field.multiple ? flag_multiple : 0u);
  node.on_change = change;
  describe(node, hint_id, error_id);
  return id;
}

}  // namespace motcua::ui
