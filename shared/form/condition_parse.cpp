#include <nlohmann/json.hpp>

#include "shared/form/condition.h"
#include "shared/form/reader.h"

namespace motcua::form {

namespace {

using Json = nlohmann::json;
using Op = Condition::Op;

constexpr std::size_t max_values = 100;
constexpr int max_years = 200, max_days = 100000;

struct Name {
  std::string_view text;
  Op op;
};
constexpr Name names[] = {
    {"and", Op::all},           {"or", Op::any},
    {"not", Op::negation},      {"eq", Op::equal},
    {"in", Op::one_of},         {"present", Op::present},
    {"before", Op::before},     {"after", Op::after},
    {"age", Op::age},           {"number", Op::number},
    {"id-birth", Op::id_birth}, {"id-sex", Op::id_sex},
};

class Parser {
 public:
  std::optional<Error> error;

  Condition parse(const Json& data, int depth) {
    Condition condition;
    if (const auto* truth = data.get_ptr<const Json::boolean_t*>()) {
      condition.truth = *truth;
      return condition;
    }
    Reader reader(data, "", error);
    if (depth > max_condition_depth || ++nodes_ > max_condition_nodes) {
      reader.fail("", "is too large or too deep", Code::too_large);
      return condition;
    }
    const std::string op = reader.text("op");
    const Name* found = nullptr;
    for (const Name& name : names) {
      if (name.text == op) found = &name;
    }
    if (!found) {
      reader.fail("op", "is not a known operation");
      return condition;
    }
    condition.op = found->op;
    read_members(reader, condition, depth);
    reader.done();
    return condition;
  }

 private:
  std::size_t nodes_ = 0;

  void read_members(Reader& reader, Condition& condition, int depth) {
    switch (condition.op) {
      case Op::constant: return;
      case Op::all:
      case Op::any:
      case Op::negation: return read_parts(reader, condition, depth);
      default: break;
    }
    condition.field = reader.text("field");
    if (condition.op == Op::equal) read_values(reader, condition, "value");
    if (condition.op == Op::one_of) read_values(reader, condition, "values");
    if (condition.op == Op::before || condition.op == Op::after) {
      condition.term = term(reader, "than");
    }
    if (condition.op == Op::age) condition.term = term(reader, "at");
    if (condition.op == Op::age || condition.op == Op::number) read_range(reader, condition);
    if (condition.op == Op::id_birth) condition.other = reader.text("birth");
    if (condition.op == Op::id_sex) {
      condition.other = reader.text("sex_field", Presence::optional);
      const std::string sex =
          reader.text("sex", condition.other.empty() ? Presence::needed : Presence::optional);
      if (!sex.empty()) condition.values.emplace_back(sex);
      if (!sex.empty() && sex != "male" && sex != "female") {
        reader.fail("sex", "must be male or female");
      }
    }
  }

  void read_parts(Reader& reader, Condition& condition, int depth) {
    const Json* data = reader.member("of");
    const bool single = condition.op == Op::negation;
    if (!data || (single ? data->is_array() : !data->is_array() || data->empty())) {
      reader.fail("of", single ? "must be one condition" : "must be a list of conditions");
      return;
    }
    if (single) {
      condition.parts.push_back(parse(*data, depth + 1));
      return;
    }
    for (const Json& part : *data) {
      if (error) return;
      condition.parts.push_back(parse(part, depth + 1));
    }
  }

  void read_values(Reader& reader, Condition& condition, std::string_view key) {
    const Json* data = reader.member(key);
    const bool list = key == "values";
    if (!data || data->is_array() != list || data->size() > max_values) {
      reader.fail(key, list ? "must be a list of values" : "must be a value");
      return;
    }
    // One way into Value for answers and conditions alike: as a member of an object.
    Json object = Json::object();
    const Json items = list ? *data : Json::array({*data});
    for (const Json& item : items) {
      object["value"] = item;
      Values read = form::read_values(object);
      Value& value = read["value"];
      if (std::holds_alternative<std::monostate>(value)) reader.fail(key, "must hold plain values");
      condition.values.push_back(std::move(value));
    }
  }

  void read_range(Reader& reader, Condition& condition) {
    constexpr std::int64_t far = 1000000000000;
    if (reader.member("min")) condition.least = reader.integer("min", 0, -far, far);
    if (reader.member("max")) condition.most = reader.integer("max", 0, -far, far);
    if (!condition.least && !condition.most) reader.fail("min", "or max is missing");
  }

  DateTerm term(Reader& outer, std::string_view key) {
    DateTerm term;
    const Json* data = outer.member(key);
    if (!data) {
      outer.fail(key, "is missing");
      return term;
    }
    if (const auto* text = data->get_ptr<const Json::string_t*>()) {
      set_fixed(outer, key, *text, term);
      return term;
    }
    Reader reader(*data, std::string(key), error);
    const std::string field = reader.text("field", Presence::optional);
    const std::string date = reader.text("date", Presence::optional);
    term.years = static_cast<int>(reader.integer("years", 0, -max_years, max_years));
    term.days = static_cast<int>(reader.integer("days", 0, -max_days, max_days));
    if (field.empty() == date.empty()) {
      reader.fail("", "needs either a field or a date");
    } else if (!field.empty()) {
      term.kind = DateTerm::Kind::field;
      term.field = field;
    } else {
      set_fixed(reader, "date", date, term);
    }
    reader.done();
    return term;
  }

  static void set_fixed(Reader& reader, std::string_view key, std::string_view text,
                        DateTerm& term) {
    if (text == "today") return;
    const std::optional<Date> date = parse_date(text);
    if (!date) {
      reader.fail(key, "must be today or a day such as 2026-11-22");
      return;
    }
    term.kind = DateTerm::Kind::fixed;
    term.fixed = *date;
  }
};

}  // namespace

Result<Condition> parse_condition(const Json& data) {
  Parser parser;
  Condition condition = parser.parse(data, 1);
  if (parser.error) return *parser.error;
  return condition;
}

}  // namespace motcua::form
