#include "shared/form/judge_field.h"

#include "shared/form/field_rules.h"
#include "shared/form/messages.h"
#include "shared/form/visible.h"

namespace motcua::form {

void judge_field(const Field& field, std::string_view step, const Value* value, const Values& seen,
                 const Date& today, std::vector<Defect>& defects) {
  const auto add = [&](std::string_view code) {
    defects.push_back({field.id, std::string(step), std::string(code), message_for(field, code)});
  };
  if (!value || is_empty(*value)) {
    // A cleared box is empty text whatever it asks for.
    const bool cleared = !value || std::holds_alternative<std::string>(*value);
    if (!cleared && !rules::fits_kind(field, *value)) {
      add("wrong-type");
    } else if (is_required(field, seen, today)) {
      add("required");
    }
    return;
  }
  if (const std::string_view code = rules::first_fault(field, *value); !code.empty()) {
    add(code);
    return;
  }
  for (const Check& check : field.checks) {
    if (holds(check.when, seen, today) != true) continue;
    if (holds(check.must, seen, today) != false) continue;
    defects.push_back({field.id, std::string(step), check.code, check.message, check.severity});
  }
}

void judge_strangers(const Schema& schema, const Values& values, std::vector<Defect>& defects) {
  for (const auto& [id, value] : values) {
    if (find_field(schema, id)) continue;
    defects.push_back({id, "", "unknown-field", message_for_stranger(id, "unknown-field")});
  }
}

Defect too_many_values() { return {"", "", "too-many", message_for_stranger("", "too-many")}; }

}  // namespace motcua::form
