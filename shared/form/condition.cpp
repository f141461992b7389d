#include "shared/form/condition.h"

#include <nlohmann/json.hpp>

#include "shared/ids/personal_id.h"

namespace motcua::form {

namespace {

using Value3 = std::optional<bool>;

std::optional<Date> date_in(const Values& values, std::string_view field) {
  return parse_date(text_of(values, field));
}

std::optional<Date> resolve(const DateTerm& term, const Values& values, const Date& today) {
  std::optional<Date> date = today;
  if (term.kind == DateTerm::Kind::field) date = date_in(values, term.field);
  if (term.kind == DateTerm::Kind::fixed) date = term.fixed;
  if (!date) return std::nullopt;
  return shifted(*date, term.years, term.days);
}

bool within(const Condition& condition, std::int64_t number) {
  return (!condition.least || number >= *condition.least) &&
         (!condition.most || number <= *condition.most);
}

Value3 join_all(const Condition& condition, const Values& values, const Date& today) {
  Value3 result = true;
  for (const Condition& part : condition.parts) {
    const Value3 one = holds(part, values, today);
    if (one == false) return false;
    if (!one) result = std::nullopt;
  }
  return result;
}

Value3 join_any(const Condition& condition, const Values& values, const Date& today) {
  Value3 result = false;
  for (const Condition& part : condition.parts) {
    const Value3 one = holds(part, values, today);
    if (one == true) return true;
    if (!one) result = std::nullopt;
  }
  return result;
}

Value3 id_agrees_with_sex(const Condition& condition, const Values& values) {
  const std::optional<ids::PersonalId> id = ids::read_personal_id(text_of(values, condition.field));
  std::string_view sex = text_of(values, condition.other);
  if (!condition.values.empty()) {
    const auto* named = std::get_if<std::string>(&condition.values.front());
    sex = named ? std::string_view(*named) : std::string_view();
  }
  if (!id || (sex != "male" && sex != "female")) return std::nullopt;
  return id->female == (sex == "female");
}

}  // namespace

std::optional<bool> holds(const Condition& condition, const Values& values, const Date& today) {
  using Op = Condition::Op;
  const Value* value = find_value(values, condition.field);
  switch (condition.op) {
    case Op::constant: return condition.truth;
    case Op::all: return join_all(condition, values, today);
    case Op::any: return join_any(condition, values, today);
    case Op::negation: {
      const Value3 one = holds(condition.parts.front(), values, today);
      if (!one) return std::nullopt;
      return !*one;
    }
    case Op::present: return value && !is_empty(*value);
    case Op::equal:
    case Op::one_of:
      for (const Value& wanted : condition.values) {
        if (value && *value == wanted) return true;
      }
      return false;
    case Op::before:
    case Op::after: {
      const std::optional<Date> date = date_in(values, condition.field);
      const std::optional<Date> than = resolve(condition.term, values, today);
      if (!date || !than) return std::nullopt;
      return condition.op == Op::before ? before(*date, *than) : before(*than, *date);
    }
    case Op::age: {
      const std::optional<Date> birth = date_in(values, condition.field);
      const std::optional<Date> at = resolve(condition.term, values, today);
      const std::optional<int> years = birth && at ? age(*birth, *at) : std::nullopt;
      if (!years) return std::nullopt;
      return within(condition, *years);
    }
    case Op::number: {
      const auto* number = value ? std::get_if<std::int64_t>(value) : nullptr;
      if (!number) return std::nullopt;
      return within(condition, *number);
    }
    case Op::id_birth: {
      const std::optional<ids::PersonalId> id =
          ids::read_personal_id(text_of(values, condition.field));
      const std::optional<Date> birth = date_in(values, condition.other);
      if (!id || !birth) return std::nullopt;
      return id->birth_year == birth->year;
    }
    case Op::id_sex: return id_agrees_with_sex(condition, values);
  }
  return std::nullopt;
}

void add_fields(const Condition& condition, std::vector<std::string>& fields) {
  if (!condition.field.empty()) fields.push_back(condition.field);
  if (!condition.other.empty()) fields.push_back(condition.other);
  if (condition.term.kind == DateTerm::Kind::field) fields.push_back(condition.term.field);
  for (const Condition& part : condition.parts) add_fields(part, fields);
}

}  // namespace motcua::form
