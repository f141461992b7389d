#include "shared/form/visible.h"

namespace motcua::form {

namespace {

bool is_true(const Condition& condition, const Values& values, const Date& today) {
  return holds(condition, values, today) == true;
}

}  // namespace

Visible visible(const Schema& schema, const Values& values, const Date& today) {
  Visible result;
  Values seen;
  for (const Step& step : schema.steps) {
    if (!is_true(step.visible_if, seen, today)) continue;
    bool step_asks = false;
    for (const Group& group : step.groups) {
      if (!is_true(group.visible_if, seen, today)) continue;
      bool group_asks = false;
      for (const Field& field : group.fields) {
        if (!is_true(field.visible_if, seen, today)) continue;
        group_asks = true;
        result.fields.insert(field.id);
        if (const Value* value = find_value(values, field.id)) seen.emplace(field.id, *value);
      }
      if (group_asks) result.groups.insert(group.id);
      step_asks = step_asks || group_asks;
    }
    if (step_asks) result.steps.insert(step.id);
  }
  return result;
}

Values visible_values(const Visible& visible, const Values& values) {
  Values seen;
  for (const auto& [field, value] : values) {
    if (visible.field(field)) seen.emplace(field, value);
  }
  return seen;
}

bool is_required(const Field& field, const Values& seen, const Date& today) {
  return is_true(field.required, seen, today);
}

}  // namespace motcua::form
