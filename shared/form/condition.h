#pragma once
// Conditions of a form: small typed expressions kept as data (docs/formats/form.md). A condition
// about an answer that is not there yet is neither true nor false; `all`, `any` and `not` follow
// Kleene's logic.

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "shared/form/date.h"
#include "shared/form/value.h"
#include "shared/result.h"

namespace motcua::form {

/// A date in a comparison: an answer, today, or a fixed day; moved by years and days.
struct DateTerm {
  enum class Kind { field, today, fixed } kind = Kind::today;
  std::string field;
  Date fixed;
  int years = 0;
  int days = 0;
};

struct Condition {
  enum class Op {
    constant,  // JSON true / false
    all,       // {"op":"and","of":[…]}
    any,       // {"op":"or","of":[…]}
    negation,  // {"op":"not","of":…}
    present,   // {"op":"present","field":f}
    equal,     // {"op":"eq","field":f,"value":v}; an absent answer is not equal
    one_of,    // {"op":"in","field":f,"values":[…]}
    before,    // {"op":"before","field":f,"than":term}
    after,     // {"op":"after","field":f,"than":term}
    age,       // {"op":"age","field":f,"at":term,"min":n,"max":n}
    number,    // {"op":"number","field":f,"min":n,"max":n}
    id_birth,  // {"op":"id-birth","field":id,"birth":f}: century and year digits agree
    id_sex,    // {"op":"id-sex","field":id,"sex":"male"|"female"} or "sex_field":f
  };
  Op op = Op::constant;
  bool truth = true;
  std::string field;
  std::string other;          // id_birth: the birth field; id_sex: the sex field
  std::vector<Value> values;  // equal (one), one_of
  DateTerm term;
  std::optional<std::int64_t> least, most;
  std::vector<Condition> parts;
};

inline constexpr int max_condition_depth = 8;
inline constexpr std::size_t max_condition_nodes = 64;

/// Errors: invalid (unknown op, wrong member), too_large (depth or size).
Result<Condition> parse_condition(const nlohmann::json& data);

/// True, false, or nothing when an answer it needs is missing or malformed.
std::optional<bool> holds(const Condition& condition, const Values& values, const Date& today);

/// Adds every field id the condition reads.
void add_fields(const Condition& condition, std::vector<std::string>& fields);

}  // namespace motcua::form
