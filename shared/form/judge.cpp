#include "shared/form/judge.h"

#include "shared/form/judge_field.h"
#include "shared/form/messages.h"
#include "shared/form/visible.h"

namespace motcua::form {

namespace {

std::vector<Defect> judge_all(const Schema& schema, const Values& values, const Date& today,
                              bool received) {
  if (values.size() > max_values) return {too_many_values()};
  std::vector<Defect> defects;
  const Visible shown = visible(schema, values, today);
  const Values seen = visible_values(shown, values);
  std::size_t known = 0;
  for (const Step& step : schema.steps) {
    for (const Group& group : step.groups) {
      for (const Field& field : group.fields) {
        const Value* value = find_value(values, field.id);
        if (value) ++known;
        if (shown.field(field.id)) {
          judge_field(field, step.id, value, seen, today, defects);
        } else if (value && received) {
          defects.push_back(
              {field.id, step.id, "hidden-field", message_for(field, "hidden-field")});
        }
      }
    }
  }
  if (known < values.size()) judge_strangers(schema, values, defects);
  return defects;
}

}  // namespace

std::vector<Defect> judge(const Schema& schema, const Values& values, const Date& today) {
  return judge_all(schema, values, today, false);
}

std::vector<Defect> judge_received(const Schema& schema, const Values& values, const Date& today) {
  return judge_all(schema, values, today, true);
}

bool blocks(const std::vector<Defect>& defects) {
  for (const Defect& defect : defects) {
    if (defect.severity == Severity::error) return true;
  }
  return false;
}

std::vector<Defect> defects_of_step(const std::vector<Defect>& defects, std::string_view step) {
  std::vector<Defect> found;
  for (const Defect& defect : defects) {
    if (defect.step == step) found.push_back(defect);
  }
  return found;
}

const Defect* defect_of(const std::vector<Defect>& defects, std::string_view field) {
  const Defect* found = nullptr;
  for (const Defect& defect : defects) {
    if (defect.field != field) continue;
    if (defect.severity == Severity::error) return &defect;
    if (!found) found = &defect;
  }
  return found;
}

}  // namespace motcua::form
