#include "wasm/ui/components/money.h"

#include <algorithm>

namespace motcua::ui {

std::string money_digits(std::string_view typed) {
  std::string digits;
  for (char c : typed) {
    if (c >= '0' && c <= '9') digits += c;
  }
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return digits.empty() ? digits : "0";
  return digits.substr(first);
}

std::string money_text(std::string_view digits, std::string_view lang) {
  if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::string(digits);
  }
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i && (digits.size() - i) % 3 == 0) text += lang == "en" ? ',' : '.';
    text += digits[i];
  }
  return text;
}

Id money_field(Builder& b, std::string_view key, const TextField& field, std::string_view unit,
               std::string_view read_back, Action input, Action blur) {
  const Id id = field_id(key);
  TextField typed = field;
  typed.inputmode = "numeric";
  if (!typed.chars) typed.chars = 16;
  Scope box = b.open_id(Role::section, hash_key(id, "box"), Variant::field);
  b.label(id, field.label, field.required ? std::string_view{} : field.optional);
  const Id hint = b.hint(id, field.hint);
  const Id error = b.error(id, field.error);
  {
    Scope row = b.row("row");
    b.input(Role::textbox, id, typed, input, blur);
    b.text("unit", unit);
  }
  b.describe(b.node(id), hint, error);
  Scope status = b.status("status");  // always there, so that a change of it is spoken
  if (!read_back.empty()) b.text("words", read_back, Variant::muted);
  return id;
}

}  // namespace motcua::ui
