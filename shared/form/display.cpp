#include "shared/form/display.h"

#include "shared/form/date.h"

namespace motcua::form {

namespace {

std::string grouped(std::string_view digits, std::string_view sizes) {
  std::string out;
  std::size_t at = 0;
  for (const char size : sizes) {
    if (at > 0) out.push_back(' ');
    out.append(digits.substr(at, static_cast<std::size_t>(size - '0')));
    at += static_cast<std::size_t>(size - '0');
  }
  return out;
}

std::string display_text(const Field& field, const std::string& text, std::string_view language) {
  switch (field.kind) {
    case Kind::date: {
      const std::optional<Date> date = parse_date(text);
      return date ? to_people(*date) : text;
    }
    case Kind::choice:
    case Kind::select:
    case Kind::country:
    case Kind::ethnicity: {
      const Option* option = find_option(field, text);
      return option ? option->label.in(language) : text;
    }
    case Kind::phone: return text.size() == 10 && text[0] == '0' ? grouped(text, "433") : text;
    case Kind::insurance:
    case Kind::tax_code:
    case Kind::personal_id: return text.size() == 12 ? grouped(text, "3333") : text;
    default: return text;
  }
}

}  // namespace

std::string display(const Field& field, const Value& value, std::string_view language) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    return display_text(field, *text, language);
  }
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&value)) {
    const bool english = language == "en";
    return *flag ? (english ? "Yes" : "Có") : (english ? "No" : "Không");
  }
  return {};
}

}  // namespace motcua::form
