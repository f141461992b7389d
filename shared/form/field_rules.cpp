#include "shared/form/field_rules.h"

#include "shared/form/date.h"
#include "shared/ids/card.h"
#include "shared/ids/digits.h"
#include "shared/ids/insurance.h"
#include "shared/ids/personal_id.h"
#include "shared/ids/tax_code.h"
#include "shared/text/letters.h"
#include "shared/text/normal.h"
#include "shared/text/utf8.h"

namespace motcua::form::rules {

namespace {

using ids::all_digits;

/// Letters of any script, with the signs that names have: never judged by Vietnamese spelling.
bool is_name(std::string_view text) {
  bool letter = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = text::next_point(text, at);
    if (text::is_name_letter(point)) {
      letter = true;
    } else if (point != ' ' && point != '\'' && point != '-' && point != '.' && point != 0x2019) {
      return false;
    }
  }
  return letter;
}

std::string_view date_fault(const Field& field, std::string_view text) {
  if (const std::optional<Date> date = parse_date(text)) {
    return date->whole() || field.year_alone ? "" : "date-incomplete";
  }
  const DateParts parts = split_date(text);
  if (parts.year.size() != 4 || !all_digits(parts.year)) return "date-incomplete";
  const bool has_month = !parts.month.empty(), has_day = !parts.day.empty();
  if (has_month && has_day) return "date-invalid";
  return has_month || has_day || !field.year_alone ? "date-incomplete" : "date-invalid";
}

std::string_view phone_fault(std::string_view text) {
  if (text.substr(0, 1) == "+") {
    const std::string_view rest = text.substr(1);
    return all_digits(rest) && rest.size() >= 8 && rest.size() <= 15 ? "" : "phone";
  }
  if (!all_digits(text) || text[0] != '0' || text.size() < 10) return "phone";
  if (text.size() == 11 && text[1] == '1') return "phone-old";
  if (text[1] == '2') return text.size() <= 11 ? "" : "phone";
  const bool mobile = std::string_view("35789").find(text[1]) != std::string_view::npos;
  return mobile && text.size() == 10 ? "" : "phone";
}

std::string_view tax_code_fault(std::string_view text) {
  if (const auto code = ids::read_tax_code(text)) return code->text == text ? "" : "tax-code";
  std::size_t digits = 0;
  for (const char c : text)
    if (c >= '0' && c <= '9') ++digits;
  const bool long_enough = digits == 10 || digits == 13;
  const bool plain = text.find_first_not_of("0123456789-") == std::string_view::npos;
  return long_enough && plain ? "tax-code-check" : "tax-code";
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (text.size() > 254 || at == std::string_view::npos || at == 0 || at > 64) return false;
  const std::string_view domain = text.substr(at + 1);
  if (text.find_first_of(" \t\n,;:<>()[]\"\\") != std::string_view::npos) return false;
  if (domain.find('@') != std::string_view::npos || domain.find("..") != std::string_view::npos) {
    return false;
  }
  const std::size_t dot = domain.rfind('.');
  return dot != std::string_view::npos && dot != 0 && dot + 2 < domain.size() && domain[0] != '.';
}

std::string_view text_fault(const Field& field, const std::string& text) {
  if (field.kind == Kind::personal_id && ids::is_card_like(text)) return "card-text";
  if (text.size() > field.max_length * 4 || text::count_points(text) > field.max_length) {
    return "too-long";
  }
  if (!text::is_utf8(text) || text::clean(text) != text) return "hidden-characters";
  if (field.kind != Kind::textarea && text.find_first_of("\n\t") != std::string::npos) {
    return "hidden-characters";
  }
  switch (field.kind) {
    case Kind::name: return is_name(text) ? "" : "name-characters";
    case Kind::date: return date_fault(field, text);
    case Kind::phone: return phone_fault(text);
    case Kind::personal_id:
      if (ids::is_personal_id(text)) return "";
      return all_digits(text) && text.size() == 9 ? "personal-id-old" : "personal-id";
    case Kind::tax_code: return tax_code_fault(text);
    case Kind::insurance: return ids::read_insurance(text) == text ? "" : "insurance";
    case Kind::email: return is_email(text) ? "" : "email";
    case Kind::unit: return ids::is_digits(text, 5) ? "" : "unit";
    case Kind::choice:
    case Kind::select:
    case Kind::country:
    case Kind::ethnicity: return find_option(field, text) ? "" : "option";
    default: return "";
  }
}

}  // namespace

bool fits_kind(const Field& field, const Value& value) {
  if (field.kind == Kind::checkbox) return std::holds_alternative<bool>(value);
  if (field.kind == Kind::number) return std::holds_alternative<std::int64_t>(value);
  return std::holds_alternative<std::string>(value);
}

std::string_view first_fault(const Field& field, const Value& value) {
  if (field.kind == Kind::number && std::holds_alternative<std::string>(value)) return "number";
  if (!fits_kind(field, value)) return "wrong-type";
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    const bool low = field.least && *number < *field.least;
    const bool high = field.most && *number > *field.most;
    return low || high ? "number-range" : "";
  }
  if (const auto* text = std::get_if<std::string>(&value)) return text_fault(field, *text);
  return "";
}

}  // namespace motcua::form::rules
