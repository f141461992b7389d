#include "wasm/ui/components/phone.h"

namespace motcua::ui {

std::string phone_text(std::string_view typed) {
  std::string digits;
  for (char c : typed) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ' ' && c != '.' && c != '-' && c != '(' && c != ')' && c != '+') {
      return std::string(typed);
    }
  }
  const bool abroad = typed.find('+') != std::string_view::npos;
  if (!abroad && digits.size() == 10 && digits[0] == '0') {
    return digits.substr(0, 4) + " " + digits.substr(4, 3) + " " + digits.substr(7);
  }
  if (abroad && digits.size() == 11 && digits.starts_with("84")) {
    return "+84 " + digits.substr(2, 3) + " " + digits.substr(5, 3) + " " + digits.substr(8);
  }
  return std::string(typed);
}

Id phone_field(Builder& b, std::string_view key, const TextField& field, Action input,
               Action blur) {
  TextField typed = field;
  typed.inputmode = "tel";
  if (typed.autocomplete.empty()) typed.autocomplete = "tel";
  if (!typed.chars) typed.chars = 20;
  typed.maxlength = 20;
  return b.text_field(key, typed, input, blur);
}

}  // namespace motcua::ui
