#include "shared/form/normalise.h"

#include <algorithm>

#include "shared/form/visible.h"
#include "shared/ids/digits.h"
#include "shared/ids/insurance.h"
#include "shared/ids/phone.h"
#include "shared/ids/tax_code.h"
#include "shared/text/normal.h"

namespace motcua::form {

namespace {

std::string without(std::string_view text, std::string_view signs) {
  std::string out;
  for (const char c : text) {
    if (signs.find(c) == std::string_view::npos) out.push_back(c);
  }
  return out;
}

Value as_number(const std::string& typed) {
  const std::string line = text::clean_line(typed);
  const bool negative = line.size() > 1 && line[0] == '-';
  const std::string digits = line.substr(negative ? 1 : 0);
  if (!ids::all_digits(digits) || digits.size() > 15) return line;
  std::int64_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return negative ? -number : number;
}

/// "2026-10-5" -> "2026-10-05"
std::string as_date(std::string_view typed) {
  DateParts parts = split_date(without(text::clean_line(typed), " "));
  for (std::string* part : {&parts.day, &parts.month}) {
    if (part->size() == 1) part->insert(0, "0");
  }
  return join_date(parts.day, parts.month, parts.year);
}

/// What is none stays as it was typed, for the person to mend.
std::string as_tax_code(const std::string& typed) {
  const std::string line = text::clean_line(typed);
  const auto code = ids::read_tax_code(line);
  return code ? code->text : line;
}

std::string as_insurance(const std::string& typed) {
  const std::string line = text::clean_line(typed);
  return ids::read_insurance(line).value_or(line);
}

Value as_text(const Field& field, const std::string& text) {
  switch (field.kind) {
    case Kind::textarea: return text::clean_lines(text);
    case Kind::date: return as_date(text);
    case Kind::phone: return normal_phone(text);
    case Kind::personal_id: return without(text::clean_line(text), " .-");
    case Kind::tax_code: return as_tax_code(text);
    case Kind::insurance: return as_insurance(text);
    case Kind::email: return without(text::clean_line(text), " ");
    case Kind::number: return as_number(text);
    default: return text::clean_line(text);
  }
}

}  // namespace

std::string normal_phone(std::string_view typed) {
  const std::string line = text::clean_line(typed);
  std::string number = without(line, " .-()/");
  if (number.substr(0, 2) == "00") number.replace(0, 2, "+");
  const bool plus = number.substr(0, 1) == "+";
  if (!ids::all_digits(std::string_view(number).substr(plus ? 1 : 0))) return line;
  if (number.substr(0, 3) == "+84") {
    number.replace(0, 3, number.substr(3, 1) == "0" ? "" : "0");
  } else if (!plus && number.size() == 11 && number.substr(0, 2) == "84") {
    number.replace(0, 2, "0");
  }
  return ids::modern_mobile(number);
}

Value normalise(const Field& field, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? as_text(field, *text) : value;
}

Values normalise(const Schema& schema, const Values& values) {
  Values out;
  for (const auto& [id, value] : values) {
    const Field* field = find_field(schema, id);
    out.emplace(id, field ? normalise(*field, value) : value);
  }
  return out;
}

Values submission(const Schema& schema, const Values& values, const Date& today) {
  const Values regular = normalise(schema, values);
  Values out = visible_values(visible(schema, regular, today), regular);
  for (auto item = out.begin(); item != out.end();) {
    item = is_empty(item->second) ? out.erase(item) : std::next(item);
  }
  return out;
}

Values initial_values(const Schema& schema) {
  Values values;
  for (const Step& step : schema.steps) {
    for (const Group& group : step.groups) {
      for (const Field& field : group.fields) {
        if (!std::holds_alternative<std::monostate>(field.initial)) {
          values.emplace(field.id, field.initial);
        }
      }
    }
  }
  return values;
}

}  // namespace motcua::form
